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
from brink.dates import DateInterval
from brink.plots.figure import Figure
from brink.plots.theme import INKS, QUAD_INK, QUAD_SHAPE, QUADS, config, quad

MOST_LANES = 14
DAYS_SHOWN = 730
LONGEST_DAYS = 200
"""An incident known no better than this says nothing about when in the figure it lies."""
LANE_HEIGHT_PX = 34


def timeline(view: View) -> Figure | None:
    """Incidents of two years by actor lane, or None when none can be placed.

    Lanes are the named actors with most incidents, in the order in which `case.yaml` lists
    them. An incident whose day is known is a mark, one known to a week, month or season a bar
    of that length. Hollow marks are planned or possible; pale ones have no day of their own
    and stand where they were first reported.
    """
    placed = [(i, when) for i in view.happenings if (when := _when(view, i)) and _shown(view, when)]
    lanes = _lanes(view, [incident for incident, _ in placed])
    rows = [_row(i, when, lane) for i, when in placed for lane in lanes if lane in i.actors]
    if not rows:
        return None
    busiest, n = Counter(row["actor"] for row in rows).most_common(1)[0]
    incidents = len({row["incident"] for row in rows})
    return Figure(
        id="timeline",
        title=f"{busiest} is the doer most often named: {n} of {incidents} incidents of two years",
        reading=(
            "Each lane is an actor and each mark something it is reported to have done; a bar is as long as "
            "the time in which it may have happened. Hollow marks are planned or possible; pale ones have no "
            "day in the text and stand where they were first reported."
        ),
        spec=_chart(rows, lanes),
        columns=("actor", "first day", "last day", "placed by", "class", "type", "towards", "status"),
        rows=tuple(rows),
        links=tuple((row["incident"],) for row in rows),
    )


def _when(view: View, incident: Incident) -> DateInterval | None:
    """When to draw an incident: its own date, else that of its first report when this is a day."""
    told = view.first_told(incident)
    return incident.date or (told if told and told.days == 1 else None)


def _shown(view: View, when: DateInterval) -> bool:
    return when.days <= LONGEST_DAYS and when.start >= view.as_of - timedelta(days=DAYS_SHOWN)


def _lanes(view: View, placed: Sequence[Incident]) -> list[str]:
    counts = Counter(name for incident in placed for name in incident.actors if is_named(view, name))
    most = [name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_LANES]]
    declared = {actor.name: place for place, actor in enumerate(view.definition.actors)}
    return sorted(most, key=lambda name: (declared.get(name, len(declared)), name))


def _row(incident: Incident, when: DateInterval, lane: str) -> dict[str, Any]:
    return {
        "actor": lane,
        "first day": when.start.isoformat(),
        "last day": when.last.isoformat(),
        "end": when.end.isoformat(),
        "days": when.days,
        "placed by": "its date" if incident.date else "its first report",
        "class": quad(incident.type),
        "type": incident.type,
        "towards": ", ".join(incident.recipients),
        "status": incident.status,
        "told": "fact" if incident.status in ("happened", "ongoing") else "prospect",
        "incident": incident.id,
    }


def _chart(rows: list[dict[str, Any]], lanes: list[str]) -> dict[str, Any]:
    base = alt.Chart(alt.Data(values=rows)).encode(**_places(lanes), **_classes())
    bars = base.transform_filter("datum.days > 1").mark_bar(height=4, cornerRadius=2).encode(x2="end:T")
    days = base.transform_filter("datum.days == 1")
    facts = days.transform_filter("datum.told == 'fact'").mark_point(size=44, filled=True)
    prospects = days.transform_filter("datum.told != 'fact'").mark_point(
        size=44, filled=False, strokeWidth=1.4
    )
    shape = alt.Shape(
        "class:N", scale=alt.Scale(domain=list(QUADS), range=list(QUAD_SHAPE.values())), title=None
    )
    chart = alt.layer(bars, facts.encode(shape=shape), prospects.encode(shape=shape))
    sized = chart.properties(width=620, height=LANE_HEIGHT_PX * len(lanes))
    return {**sized.to_dict(validate=False), "config": config()}


def _places(lanes: list[str]) -> dict[str, Any]:
    # Days are drawn in UTC: a local time zone would move them.
    days = alt.X(
        "first day:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%b %Y", tickCount=8, labelOverlap=True),
    )
    lane = alt.Y("actor:N", sort=lanes, title=None, axis=alt.Axis(grid=True, tickBand="extent", ticks=False))
    offset = alt.YOffset("class:N", sort=list(QUADS), scale=alt.Scale(paddingOuter=0.25))
    return {"x": days, "y": lane, "yOffset": offset}


def _classes() -> dict[str, Any]:
    inks = alt.Scale(domain=list(QUADS), range=[INKS[QUAD_INK[q]] for q in QUADS])
    pale = alt.condition("datum['placed by'] == 'its date'", alt.value(0.9), alt.value(0.35))
    return {"color": alt.Color("class:N", scale=inks, title=None), "opacity": pale}
