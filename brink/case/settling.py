"""Incidents written back to the store, for those who read it with SQL."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing

from brink.case.digests import package_digest
from brink.case.disk_index import OnDisk
from brink.case.folder import Case
from brink.case.progress import Progress, Silent
from brink.case.store import transaction
from brink.case.told import told
from brink.case.view import View
from brink.code.incidents import Incident, join_from

_GONE = "DROP TABLE IF EXISTS temp.made; DROP TABLE IF EXISTS temp.made_of;"
_MADE = f"""{_GONE}
CREATE TEMP TABLE made AS SELECT * FROM incident LIMIT 0;
CREATE TEMP TABLE made_of AS SELECT * FROM incident_event LIMIT 0;
"""
_MARKS = ", ".join("?" * 14)


def settle_incidents(case: Case, *, progress: Progress | None = None) -> int:
    """Replace the store's incidents by those of the case's own as-of date; return how many there are.

    Rows that sum up many happenings are kept with `summary` and not counted. Events are read from the
    store as they are asked for and incidents are written as they are made, so that memory hardly grows
    with the number of reports. Nothing is done where nothing they rest on has changed.
    """
    store, inputs = case.store, _inputs(case.store)
    done = store.execute("SELECT value FROM meta WHERE key = 'incidents'").fetchone()
    if done is None or done["value"] != inputs:
        progress = progress or Silent()
        progress.begin("joining events", None)
        _make(case)
        with transaction(store):
            store.execute("DELETE FROM incident")
            store.execute("INSERT INTO incident SELECT * FROM made")
            store.execute("INSERT INTO incident_event SELECT * FROM made_of")
            store.execute("INSERT OR REPLACE INTO meta VALUES ('incidents', ?)", (inputs,))
        store.executescript(_GONE)
        progress.end()
    return int(store.execute("SELECT count(*) FROM incident WHERE NOT summary").fetchone()[0])


def _inputs(store: sqlite3.Connection) -> str:
    """SHA-256 over all that incidents are made from: code, definition, coded stories, copies, judgements."""
    whole = hashlib.sha256(package_digest("brink.case", "brink.code", "brink.dates", "brink.read").encode())
    for query in (
        "SELECT digest FROM definition WHERE current",
        "SELECT story, key FROM coding ORDER BY story",
        "SELECT * FROM copy_link ORDER BY a, b",
        "SELECT max(id) FROM judgement",
    ):
        for row in store.execute(query):
            whole.update(repr(tuple(row)).encode())
    return whole.hexdigest()


def _make(case: Case) -> None:
    """Lay the incidents into tables of the connection's own, on disk."""
    view = View(case)
    decided = view.decisions
    case.store.executescript(_MADE)
    with told(case, decided, view.as_of) as tellings, closing(OnDisk()) as index:
        found = join_from(tellings, view.names, index, together=decided.together, apart=decided.apart)
        for incident in found:
            case.store.execute(f"INSERT INTO made VALUES ({_MARKS})", _columns(incident))
            case.store.executemany(
                "INSERT INTO made_of VALUES (?, ?)", [(incident.id, event) for event in incident.events]
            )


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
