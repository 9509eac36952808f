"""One indicator in time: what it counted, where it fired, where its series changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import numpy as np

from brink.dates.months import month_label, month_of
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config
from brink.watch.rows import number, past_in_words
from brink.watch.state import State

STEPS_SHOWN = 96
"""Months of a series that are drawn, the last ones."""


def track_figure(state: State) -> Figure | None:
    """The counts of an indicator with its threshold and firings, or None when it has no past."""
    steps = state.track.steps[-STEPS_SHOWN:] if state.indicator.counts.series else state.track.steps
    if not steps:
        return None
    fired = {firing.on for firing in state.replay.firings} if state.replay else set()
    changed = {month_label(month) for month in state.levels.changes}
    rows = [
        {
            "day": step.day.replace(day=1).isoformat() if step.months else step.day.isoformat(),
            "counted": number(step.count),
            "fired": "fired" if step.day in fired else "",
            "changed": "change point" if month_label(month_of(step.day)) in changed else "",
        }
        for step in steps
    ]
    return Figure(
        id=f"track-{state.id}",
        title=_title(state),
        reading=_reading(state, bool(changed)),
        spec=_chart(state, rows),
        columns=("day", "counted", "fired", "changed"),
        rows=tuple(rows),
        links=tuple(step.rows for step in steps),
    )


def _title(state: State) -> str:
    step = state.now
    read = "nothing to read" if step is None or np.isnan(step.count) else f"{step.count:g}"
    unit = state.indicator.counts.measure.replace("value", "counted")
    return (
        f"{state.id}: {read} {unit} in {state.indicator.window}, {state.level}; {past_in_words(state.replay)}"
    )


def _reading(state: State, changed: bool) -> str:
    what = (
        "Bars are months" if state.indicator.counts.series else "The line is what the window holds each day"
    )
    said = f"{what}; triangles show where it fired"
    if state.indicator.reads in ("level", "record"):
        said += f"; the dashed line is the threshold, {state.indicator.threshold:g}"
    if changed:
        said += (
            "; dotted lines show where a new regime likelier than not began, seen up to three months later"
        )
    return said + "."


def _chart(state: State, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    base = alt.Chart(alt.Data(values=list(rows)))
    x = alt.X("day:T", title=None, scale=alt.Scale(type="utc"),
              axis=alt.Axis(format="%b %Y", tickCount=8, labelOverlap=True, grid=False))  # fmt: skip
    unit = state.indicator.counts.field or state.indicator.counts.measure.replace("value", "counted")
    y = alt.Y("counted:Q", title=unit, axis=alt.Axis(tickMinStep=1))
    if state.indicator.counts.series is not None:
        drawn = base.mark_bar(color=INKS["ink-soft"], width=4).encode(x=x, y=y)
    else:
        drawn = base.mark_line(color=INKS["ink-soft"], interpolate="step-after").encode(x=x, y=y)
    layers = [drawn]
    if state.indicator.reads in ("level", "record"):
        line = alt.Chart(alt.Data(values=[{"counted": state.indicator.threshold}]))
        layers.append(line.mark_rule(color=INKS["conflict"], strokeDash=[6, 4]).encode(y="counted:Q"))
    new = base.transform_filter("datum.changed != ''")
    layers.append(new.mark_rule(color=INKS["words"], strokeDash=[2, 3]).encode(x=x))
    fired = base.transform_filter("datum.fired != ''")
    layers.append(
        fired.mark_point(
            shape="triangle-down", filled=True, size=90, color=INKS["conflict"], opacity=1
        ).encode(x=x, y=y)
    )  # fmt: skip
    chart = alt.layer(*layers).properties(width=640, height=180)
    return {**chart.to_dict(validate=False), "config": config()}
