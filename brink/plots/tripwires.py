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
_INK = {"watch": "words", "warning": "threat", "alarm": "conflict"}
_SHAPE = {"watch": "circle", "warning": "triangle-up", "alarm": "diamond"}
_SIZE = {"watch": 80, "warning": 170, "alarm": 240}


def tripwires(view: View, watched: Watch) -> Figure | None:
    """Levels of every tripwire over the last months, or None when the case has none."""
    wires = [state for state in watched.states if state.kind == "tripwire"]
    if not wires:
        return None
    months = range(month_of(view.as_of) - MONTHS_SHOWN + 1, month_of(view.as_of) + 1)
    rows = [row for state in wires for month in months if (row := _row(state, month)) is not None]
    if not rows:
        return None
    runs = _runs(rows)
    return Figure(
        id="tripwires",
        title=_title(view, wires),
        reading=(
            "Each row is a tripwire, its line the months in which it could be read, and each mark its "
            "loudest level in a month: a disc for watch, a triangle for warning, a diamond for alarm, none "
            "where it was clear. Reports are read from the day of the first that tells of a row."
        ),
        spec=_chart(rows, [state.id for state in wires], list(months)),
        columns=("tripwire", "from", "to", "level", "highest reading"),
        rows=tuple(runs),
        links=tuple(tuple(row["evidence"]) for row in runs),
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


def _runs(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Months in a row at one level other than clear, as one row with all their evidence."""
    runs: list[dict[str, Any]] = []
    last: dict[str, Any] = {}
    for row in rows:
        same = last and (row["tripwire"], row["level"]) == (last["tripwire"], last["level"])
        if row["level"] != "clear" and same:
            run = runs[-1]
            run["to"] = row["month"]
            run["highest reading"] = max(run["highest reading"], row["reading"])
            run["evidence"] = tuple(dict.fromkeys([*run["evidence"], *row["evidence"]]))
        elif row["level"] != "clear":
            runs.append({**row, "from": row["month"], "to": row["month"], "highest reading": row["reading"]})
        last = row
    return runs


def _chart(rows: Sequence[dict[str, Any]], wires: Sequence[str], months: Sequence[Month]) -> dict[str, Any]:
    shown = [f"{month_interval(month).start:%b %Y}" for month in months]
    values = [
        {"tripwire": r["tripwire"], "level": r["level"], "month": shown[_at(r["month"], months)]}
        for r in rows
    ]
    lines = [
        {"tripwire": name, "month": own[0]["month"], "last": own[-1]["month"]}
        for name in wires
        if (own := [value for value in values if value["tripwire"] == name])
    ]
    every_third = f"indexof({shown}, datum.value) % 3 == 2 ? datum.value : ''"
    x = alt.X("month:O", sort=shown, title=None, scale=alt.Scale(domain=shown),
              axis=alt.Axis(labelAngle=0, labelExpr=every_third, grid=False, ticks=False))  # fmt: skip
    y = alt.Y("tripwire:N", sort=list(wires), title=None, axis=alt.Axis(grid=False, ticks=False))
    read = alt.Chart(alt.Data(values=lines)).mark_rule(color=INKS["rule"], strokeWidth=1.5)
    loud = [value for value in values if value["level"] != "clear"]
    order = list(LEVELS[1:])
    marks = alt.Chart(alt.Data(values=loud)).mark_point(filled=True, opacity=1).encode(
        x=x, y=y,
        color=alt.Color("level:N", title=None, sort=order,
                        scale=alt.Scale(domain=order, range=[INKS[_INK[level]] for level in order])),
        shape=alt.Shape("level:N", title=None, sort=order,
                        scale=alt.Scale(domain=order, range=[_SHAPE[level] for level in order])),
        size=alt.Size("level:N", legend=None, sort=order,
                      scale=alt.Scale(domain=order, range=[_SIZE[level] for level in order])),
    )  # fmt: skip
    layers = alt.layer(read.encode(x=x, y=y, x2="last:O"), marks)
    chart = layers.properties(width=540, height=ROW_PX * len(wires))
    return {**chart.to_dict(validate=False), "config": config()}


def _at(label: str, months: Sequence[Month]) -> int:
    return [month_label(month) for month in months].index(label)
