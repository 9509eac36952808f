"""What the effect of an option hangs on: share of its variance that goes with each unknown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from brink.play.answers.answers import Answers
from brink.play.answers.drivers import Driver, points_said
from brink.plots.figure import Figure
from brink.plots.labels import in_lines, row_px, side_axis
from brink.plots.theme import INKS, config

LINE = 54
"""Letters of an unknown in one line."""
ALONE, TOGETHER, HERE = (
    "alone, under the priors",
    "with all it works with, under the priors",
    "alone, at the points played",
)
_MARK = {ALONE: ("words", "square"), TOGETHER: ("words", "circle"), HERE: ("threat", "diamond")}
LEAST = 3
"""Unknowns drawn where none stands out."""
COLUMNS = ("unknown", ALONE, "error", TOGETHER, "error of it", HERE, "error of that")


def drivers_figure(answers: Answers, option: str, found: Sequence[Driver]) -> Figure | None:
    """Sobol indices under the priors beside the shares at the points played; None without any."""
    rows = [_row(answers, one) for one in found]
    if not rows:
        return None
    drawn = [row for row, one in zip(rows, found, strict=True) if _stands_out(one)] or rows[:LEAST]
    return Figure(
        id=f"drivers-{option}",
        title=_title(answers, option, found),
        reading=_reading(answers, len(rows), len(drawn)),
        spec=_chart(drawn),
        columns=COLUMNS,
        rows=tuple(rows),
        links=((),) * len(rows),
    )


def _stands_out(one: Driver) -> bool:
    """Whether one of its shares is beyond two standard errors of none."""
    index = one.index
    pairs = (
        (index.first, index.first_error), (index.total, index.total_error), (one.here, one.here_error),
    )  # fmt: skip
    return any(share > 2 * error for share, error in pairs)


def _reading(answers: Answers, tried: int, drawn: int) -> str:
    return (
        "Share of the variance of the option's effect on the leading measure, far values drawn in, that goes "
        "with one unknown. Squares: by itself; circles: with everything it works together with, chance too "
        "(Sobol indices under the priors, where unknowns are independent; lines are two standard errors). "
        f"Diamonds: by itself at the {points_said(answers)}; there unknowns hang together, so that their "
        f"shares may overlap. The {tried} unknowns that alone tell most at the points played were tried; "
        f"{drawn} of them are drawn, the others cannot be told from none."
    )


def _title(answers: Answers, option: str, found: Sequence[Driver]) -> str:
    first = found[0].index
    name = answers.name(option)
    if first.total <= 2 * first.total_error:
        return f"No single unknown stands out in the effect of “{name}”"
    here = max(found, key=lambda one: one.here)
    said = f"The effect of “{name}” hangs most on “{answers.readings(first.name).meaning}”: {first.total:.0%}"
    if here.here <= 2 * here.here_error:
        return f"{said} of its variance under the priors, none alone at the points played"
    if here.index.name == first.name:
        return f"{said} of its variance under the priors, {here.here:.0%} alone at the points played"
    return (
        f"{said} of its variance under the priors; at the points played most on "
        f"“{answers.readings(here.index.name).meaning}”: {here.here:.0%} alone"
    )


def _row(answers: Answers, one: Driver) -> dict[str, Any]:
    index = one.index
    values = (index.first, index.first_error, index.total, index.total_error, one.here, one.here_error)
    return {"unknown": answers.readings(index.name).meaning} | {
        column: round(max(value, 0.0), 3) for column, value in zip(COLUMNS[1:], values, strict=True)
    }


def _chart(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    kinds = list(_MARK)
    values = [
        {
            "unknown": in_lines(row["unknown"], LINE),
            "kind": kind,
            "share": row[kind],
            "low": max(0.0, row[kind] - 2 * row[COLUMNS[COLUMNS.index(kind) + 1]]),
            "high": row[kind] + 2 * row[COLUMNS[COLUMNS.index(kind) + 1]],
        }
        for row in rows
        for kind in kinds
    ]
    order = [in_lines(row["unknown"], LINE) for row in rows]
    colours = alt.Scale(domain=kinds, range=[INKS[_MARK[kind][0]] for kind in kinds])
    shapes = alt.Scale(domain=kinds, range=[_MARK[kind][1] for kind in kinds])
    x_axis = alt.Axis(format="%", tickCount=6)
    y = alt.Y("unknown:N", sort=order, title=None, axis=side_axis(LINE))
    legend = alt.Legend(columns=1, labelLimit=320, symbolOpacity=1)
    colour = alt.Color("kind:N", scale=colours, title=None, legend=legend)
    share = alt.X("low:Q", title="share of the variance of the effect", axis=x_axis)
    base = alt.Chart(alt.Data(values=values))
    span = base.mark_rule(strokeWidth=1, opacity=0.6).encode(x=share, x2="high:Q", y=y, color=colour)
    mark = base.mark_point(filled=True, size=60, opacity=1).encode(
        x="share:Q", y=y, color=colour, shape=alt.Shape("kind:N", scale=shapes, title=None)
    )
    chart = alt.layer(span, mark).properties(width=360, height=row_px(order) * len(rows))
    return {**chart.to_dict(validate=False), "config": config()}
