"""Incidents written back to the store, for those who read it with SQL."""

from __future__ import annotations

from brink.case.folder import Case
from brink.case.store import transaction
from brink.case.view import View
from brink.code.incidents import Incident


def settle_incidents(case: Case) -> int:
    """Replace the store's incidents by those of the case's own as-of date; return how many there are.

    Rows that sum up many happenings are kept with `summary` and not counted.
    """
    incidents = View(case).incidents
    with transaction(case.store):
        case.store.execute("DELETE FROM incident")
        case.store.executemany(
            "INSERT INTO incident VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_columns(incident) for incident in incidents],
        )
        case.store.executemany(
            "INSERT INTO incident_event VALUES (?, ?)",
            [(incident.id, event) for incident in incidents for event in incident.events],
        )
    return sum(not incident.summary for incident in incidents)


def _columns(incident: Incident) -> tuple[object, ...]:
    when, place, killed = incident.date, incident.place, incident.killed
    return (
        incident.id,
        incident.type,
        incident.mode,
        "; ".join(incident.actors),
        "; ".join(incident.recipients),
        when.start.isoformat() if when else None,
        when.end.isoformat() if when else None,
        place.name if place else None,
        place.country if place else None,
        incident.status,
        killed.min if killed else None,
        killed.max if killed else None,
        incident.sources,
        int(incident.summary),
    )
