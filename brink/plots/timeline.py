"""Incidents in time, one lane an actor, with precision drawn as length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import altair as alt

from brink.case.named import is_named
from brink.case.view import View
from brink.code.incidents import Incident
from brink.plots.figure import Figure
from brink.plots.theme import INKS, QUAD_INK, QUAD_SHAPE, QUADS, config, quad

MOST_LANES = 14
DAYS_SHOWN = 730
LONGEST_DAYS = 200
"""An incident known no better than this says nothing about when in the figure it lies."""
LANE_HEIGHT_PX = 34


def timeline(view: View) -> Figure | None:
    """Dated incidents by actor lane, or None when none is dated.

    Lanes are the named actors with most incidents, in the order in which `case.yaml` lists them.
    An incident whose day is known is a mark, one
    known to a week, month or season a bar of that length; hollow marks are planned or possible.
    """
    since = view.as_of - timedelta(days=DAYS_SHOWN)
    dated = [i for i in view.incidents if i.date and i.date.start >= since]
    lanes = _lanes(view, dated)
    rows = [_row(incident, lane) for incident in dated for lane in lanes if lane in incident.actors]
    rows = [row for row in rows if row["days"] <= LONGEST_DAYS]
    if not rows:
        return None
    busiest, n = Counter(row["actor"] for row in rows).most_common(1)[0]
    incidents = len({row["incident"] for row in rows})
    return Figure(
        id="timeline",
        title=f"{busiest} is the doer most often named: {n} of {incidents} dated incidents of two years",
        reading=(
            "Each lane is an actor and each mark something it is reported to have done; a bar is as long as "
            "the time in which it may have happened; hollow marks are planned or possible."
        ),
        spec=_chart(rows, lanes),
        columns=("actor", "first day", "last day", "class", "type", "towards", "status"),
        rows=tuple(rows),
        links=tuple((row["incident"],) for row in rows),
    )


def _lanes(view: View, dated: Sequence[Incident]) -> list[str]:
    counts = Counter(name for incident in dated for name in incident.actors if is_named(view, name))
    most = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_LANES]]
    declared = {actor.name: place for place, actor in enumerate(view.definition.actors)}
    return sorted(most, key=lambda name: (declared.get(name, len(declared)), name))


def _row(incident: Incident, lane: str) -> dict[str, Any]:
    if incident.date is None:
        raise ValueError(f"incident {incident.id} has no date")
    return {
        "actor": lane,
        "first day": incident.date.start.isoformat(),
        "last day": incident.date.last.isoformat(),
        "end": incident.date.end.isoformat(),
        "days": incident.date.days,
        "class": quad(incident.type),
        "type": incident.type,
        "towards": ", ".join(incident.recipients),
        "status": incident.status,
        "told": "fact" if incident.status in ("happened", "ongoing") else "prospect",
        "incident": incident.id,
    }


def _chart(rows: list[dict[str, Any]], lanes: list[str]) -> dict[str, Any]:
    classes = alt.Scale(domain=list(QUADS), range=[INKS[QUAD_INK[q]] for q in QUADS])
    shapes = alt.Scale(domain=list(QUADS), range=[QUAD_SHAPE[q] for q in QUADS])
    offset = alt.YOffset("class:N", sort=list(QUADS), scale=alt.Scale(paddingOuter=0.25))
    lane = alt.Y("actor:N", sort=lanes, title=None, axis=alt.Axis(grid=True, tickBand="extent", ticks=False))
    # Days are drawn in UTC: a local time zone would move them.
    days = alt.X(
        "first day:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%b %Y", tickCount=8, labelOverlap=True),
    )
    base = alt.Chart(alt.Data(values=rows))
    bars = (
        base.transform_filter("datum.days > 1")
        .mark_bar(height=4, opacity=0.45, cornerRadius=2)
        .encode(
            x=days, x2="end:T", y=lane, yOffset=offset,
            color=alt.Color("class:N", scale=classes, legend=None),
        )
    )  # fmt: skip
    filled = alt.Color("class:N", scale=classes, legend=None)
    marks = (
        base.transform_filter("datum.days == 1")
        .mark_point(size=44, opacity=0.9, strokeWidth=1.4)
        .encode(
            x=days, y=lane, yOffset=offset,
            color=alt.Color("class:N", scale=classes, title=None, sort=list(QUADS)),
            shape=alt.Shape("class:N", scale=shapes, title=None, sort=list(QUADS)),
            fill=alt.condition("datum.told == 'fact'", filled, alt.value(None)),
        )
    )  # fmt: skip
    chart = alt.layer(bars, marks).properties(width=640, height=LANE_HEIGHT_PX * len(lanes))
    return {**chart.to_dict(validate=False), "config": config()}
