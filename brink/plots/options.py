"""How far each option differs from holding, all on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from brink.play.answers.answers import Answers
from brink.play.answers.measures import column
from brink.play.answers.sentences import number
from brink.plots.figure import Figure
from brink.plots.labels import in_lines, row_px, side_axis
from brink.plots.theme import INKS, config

LINE = 70
"""Letters of a name in one line."""
FEWER, MORE, CROSSES, OUTSIDE = "better", "worse", "either", "outside the money"
_INK = {FEWER: "deeds", MORE: "conflict", CROSSES: "ink-soft", OUTSIDE: "threat"}
_SHAPE = {FEWER: "square", MORE: "diamond", CROSSES: "circle", OUTSIDE: "triangle-up"}
LINEAR_TO = 100.0
"""Up to here the scale is even, beyond it logarithmic, since options differ a hundredfold."""


def options_figure(answers: Answers) -> Figure | None:
    """Differences from the baseline by the leading measure, or None when no option was played beside it."""
    rows = [_row(answers, option) for option in _ordered(answers) if option != answers.baseline]
    if not rows:
        return None
    measure = column(answers.measure.outcome)
    better = sum(row["kind"] == FEWER for row in rows)
    worse = sum(row["kind"] == MORE for row in rows)
    return Figure(
        id=f"options-{measure.id}",
        title=(
            f"In the simulation {better} of {len(rows)} options do better than holding at nine parameter "
            f"points in ten, {worse} worse"
        ),
        reading=(
            f"Difference from holding over {answers.setting.months} months: {measure.words}. The line spans "
            "5 to 95 % of the parameter points, that is what is not known; the mark is their median. Squares "
            "lie on the better side with nine points in ten, diamonds on the worse, circles on either; "
            f"triangles are outside the money. The scale is even up to {LINEAR_TO:g} and logarithmic beyond."
        ),
        spec=_chart(rows, measure.unit),
        columns=("option", "median", "5 %", "95 %", "mean", "better in", "kind"),
        rows=tuple(rows),
        links=tuple(() for _ in rows),
    )


def _ordered(answers: Answers) -> list[str]:
    def middle(option: str) -> float:
        found = answers.difference(option).points_median
        return -found if answers.measure.more_is_better else found

    return sorted(answers.options, key=middle)


def _row(answers: Answers, option: str) -> dict[str, Any]:
    found = answers.difference(option)
    better = found.more if answers.measure.more_is_better else found.less
    return {
        "option": answers.name(option),
        "median": number(found.points_median),
        "5 %": number(found.points_low),
        "95 %": number(found.points_high),
        "mean": number(found.mean),
        "better in": f"{better:.0%} of futures",
        "kind": _kind(answers, option),
        "values": (found.points_low, found.points_median, found.points_high),
    }


def _kind(answers: Answers, option: str) -> str:
    if answers.means[option].verdict == "outside the money":
        return OUTSIDE
    change = answers.grid.change(option, answers.measure.outcome).mean(axis=0)
    loss = answers.measure.loss(change)
    weights = answers.grid.weights
    if float(weights @ (loss <= 0)) >= 0.9 and float(weights @ (loss < 0)) >= 0.5:
        return FEWER
    return MORE if float(weights @ (loss > 0)) >= 0.9 else CROSSES


def _chart(rows: Sequence[dict[str, Any]], unit: str) -> dict[str, Any]:
    values = [
        {
            "option": in_lines(r["option"], LINE),
            "kind": r["kind"],
            "low": r["values"][0],
            "mid": r["values"][1],
            "high": r["values"][2],
        }
        for r in rows
    ]
    order = [in_lines(row["option"], LINE) for row in rows]
    kinds = list(_INK)
    scale = alt.Scale(type="symlog", constant=LINEAR_TO, nice=False)
    ticks = _ticks([value for row in rows for value in row["values"]])
    signed = "datum.value == 0 ? '0' : format(datum.value, '+,~d')"
    x_axis = alt.Axis(values=ticks, labelExpr=signed, labelOverlap=True)
    title = f"difference from holding, {unit}"
    y = alt.Y("option:N", sort=order, title=None, axis=side_axis(LINE))
    colour = alt.Color(
        "kind:N", scale=alt.Scale(domain=kinds, range=[INKS[_INK[k]] for k in kinds]), title=None
    )
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=kinds, range=[_SHAPE[k] for k in kinds]), title=None)
    base = alt.Chart(alt.Data(values=values))
    zero = (
        alt.Chart(alt.Data(values=[{"at": 0}]))
        .mark_rule(color=INKS["ink"])
        .encode(x=alt.X("at:Q", scale=scale))
    )
    span = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("low:Q", scale=scale, title=title, axis=x_axis), x2="high:Q", y=y, color=colour
    )
    mark = base.mark_point(filled=True, size=70, opacity=1).encode(
        x=alt.X("mid:Q", scale=scale), y=y, color=colour, shape=shape
    )
    chart = alt.layer(zero, span, mark).properties(width=400, height=row_px(order) * len(rows))
    return {**chart.to_dict(validate=False), "config": config()}


def _ticks(values: Sequence[float]) -> list[float]:
    """Round marks on both sides of zero, as far as the values reach."""
    reach = [100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0]
    high, low = max(*values, 0.0), min(*values, 0.0)
    up = [mark for mark in reach if mark <= max(high, 100)]
    down = [-mark for mark in reach if mark <= max(-low, 100)]
    return [*reversed(down), 0.0, *up]
