"""The tripwires of a case month by month, each with its loudest level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from brink.case.view import View
from brink.dates.months import Month, month_interval, month_label, month_of, month_words
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config
from brink.watch.levels import LEVELS, Level
from brink.watch.state import State, Watch

MONTHS_SHOWN = 18
ROW_PX = 26
_INK = {"clear": "ink-soft", "watch": "words", "warning": "threat", "alarm": "conflict"}
_SHAPE = {"clear": "circle", "watch": "circle", "warning": "triangle-up", "alarm": "diamond"}
_SIZE = {"clear": 6, "watch": 80, "warning": 170, "alarm": 240}


def tripwires(view: View, watched: Watch) -> Figure | None:
    """Levels of every tripwire over the last months, or None when the case has none."""
    wires = [state for state in watched.states if state.kind == "tripwire"]
    if not wires:
        return None
    months = range(month_of(view.as_of) - MONTHS_SHOWN + 1, month_of(view.as_of) + 1)
    rows = [row for state in wires for month in months if (row := _row(state, month)) is not None]
    if not rows:
        return None
    loud = [row for row in rows if row["level"] != "clear"]
    return Figure(
        id="tripwires",
        title=_title(view, wires),
        reading=(
            "Each row is a tripwire and each mark its loudest level in a month: a dot for clear, a disc for "
            "watch, a triangle for warning, a diamond for alarm; no mark where nothing could be read. Rows "
            "are read from the day of their first report."
        ),
        spec=_chart(rows, [state.id for state in wires], list(months)),
        columns=("tripwire", "month", "level", "reading"),
        rows=tuple(loud),
        links=tuple(tuple(row["evidence"]) for row in loud),
    )


def _title(view: View, wires: Sequence[State]) -> str:
    loud = [state for state in wires if state.level in ("warning", "alarm")]
    when = month_words(month_of(view.as_of))
    if not loud:
        return f"None of {len(wires)} tripwires warns at the end of {when}"
    alarms = [state.id for state in loud if state.level == "alarm"]
    named = f"; {', '.join(alarms)} {'is' if len(alarms) == 1 else 'are'} at alarm" if alarms else ""
    return f"{len(loud)} of {len(wires)} tripwires warn or alarm at the end of {when}{named}"


def _row(state: State, month: Month) -> dict[str, Any] | None:
    steps = [i for i, step in enumerate(state.track.steps) if month_of(step.day) == month]
    if not steps:
        return None
    loudest = max(steps, key=lambda i: (LEVELS.index(state.levels.levels[i]), i))
    step = state.track.steps[loudest]
    level: Level = state.levels.levels[loudest]
    return {
        "tripwire": state.id,
        "month": month_label(month),
        "level": level,
        "reading": step.value,
        "evidence": step.rows if level != "clear" else (),
    }


def _chart(rows: Sequence[dict[str, Any]], wires: Sequence[str], months: Sequence[Month]) -> dict[str, Any]:
    shown = [f"{month_interval(month).start:%b %Y}" for month in months]
    values = [
        {"tripwire": r["tripwire"], "level": r["level"], "month": shown[_at(r["month"], months)]}
        for r in rows
    ]
    every_third = f"indexof({shown}, datum.value) % 3 == 2 ? datum.value : ''"
    order = list(LEVELS)
    marks = (
        alt.Chart(alt.Data(values=values))
        .mark_point(filled=True, opacity=1)
        .encode(
            x=alt.X("month:O", sort=shown, title=None, scale=alt.Scale(domain=shown),
                    axis=alt.Axis(labelAngle=0, labelExpr=every_third, grid=False, ticks=False)),
            y=alt.Y("tripwire:N", sort=list(wires), title=None,
                    axis=alt.Axis(grid=True, tickBand="extent", ticks=False)),
            color=alt.Color("level:N", title=None, sort=order,
                            scale=alt.Scale(domain=order, range=[INKS[_INK[level]] for level in order])),
            shape=alt.Shape("level:N", title=None, sort=order,
                            scale=alt.Scale(domain=order, range=[_SHAPE[level] for level in order])),
            size=alt.Size("level:N", legend=None, sort=order,
                          scale=alt.Scale(domain=order, range=[_SIZE[level] for level in order])),
        )
    )  # fmt: skip
    chart = marks.properties(width=540, height=ROW_PX * len(wires))
    return {**chart.to_dict(validate=False), "config": config()}


def _at(label: str, months: Sequence[Month]) -> int:
    return [month_label(month) for month in months].index(label)
