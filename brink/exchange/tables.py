"""A case as flat tables: one row an observation, one value a column."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from brink.case import listing
from brink.case.importing import imported_rows
from brink.case.roster import roster
from brink.case.view import View
from brink.dates import DateInterval
from brink.shipped import shipped_yaml

Row = dict[str, Any]
_INTERVAL = re.compile(r"\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}\Z")
_DATED = {"date", "when", "said"}
"""Keys of listings that hold a date interval."""


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column of an export: its name, type and meaning."""

    name: str
    type: str
    meaning: str


@cache
def dictionary() -> Mapping[str, tuple[Column, ...]]:
    """Columns of every table, as `columns.yaml` has them."""
    listed = shipped_yaml("brink.exchange", "columns.yaml")
    return {
        table: tuple(Column(name, type_, meaning) for name, (type_, meaning) in columns.items())
        for table, columns in listed.items()
    }


def tables(view: View) -> dict[str, list[Row]]:
    """Rows of every table, each with all its columns; what is unknown is None."""
    made = {
        "documents": _documents(view),
        "stories": [listing.story_row(view, story) for story in view.stories],
        "copies": [dataclasses.asdict(link) for link in view.links],
        "events": [listing.event_row(view, event) for event in view.events],
        "parts": list(_parts(view)),
        "incidents": [listing.incident_row(view, incident) for incident in view.incidents],
        "incident_counts": list(_counts(view)),
        "imported": list(imported_rows(view)),
        "claims": [listing.claim_row(view, claim) for claim in view.claims],
        "figures": list(_figures(view)),
        "ties": [listing.tie_row(view, tie) for tie in view.ties],
        "actors": [dataclasses.asdict(card) for card in roster(view)],
    }
    return {table: [_fitted(flat(row), table) for row in rows] for table, rows in made.items()}


def flat(row: Mapping[str, Any]) -> Row:
    """A row of a listing with inner objects as `place_name` and date intervals as `_start` and `_last`."""
    out: Row = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            out.update({f"{key}_{inner}": part for inner, part in value.items()})
        elif key in _DATED and isinstance(value, str) and _INTERVAL.match(value):
            first, _, last = value.partition("/")
            out[f"{key}_start"], out[f"{key}_last"] = date.fromisoformat(first), date.fromisoformat(last)
        else:
            out[key] = value
    return out


def _fitted(row: Row, table: str) -> Row:
    return {column.name: row.get(column.name) for column in dictionary()[table]}


def _documents(view: View) -> list[Row]:
    return [
        {
            "id": document.id,
            "digest": document.digest,
            "format": document.format,
            "title": document.title,
            "outlet": document.outlet,
            "url": document.url,
            "date": _iso(document.date),
            "language": document.language,
            "characters": len(document.text),
            "notes": list(document.notes),
        }
        for document in view.documents.values()
    ]


def _counts(view: View) -> Iterator[Row]:
    for incident in view.incidents:
        row = listing.incident_row(view, incident)
        for what in ("killed", "injured", "abducted"):
            for said in (row[what] or {}).get("by_source", ()):
                yield {"incident": incident.id, "what": what, **said}


def _parts(view: View) -> Iterator[Row]:
    for event in view.events:
        inside = {"event": event.id, "story": event.story, "document": event.quote.document}
        for part in event.parts:
            yield inside | listing.part_row(part)


def _figures(view: View) -> Iterator[Row]:
    for claim in view.claims:
        for figure in claim.figures:
            inside = {"claim": claim.id, "story": claim.story, "document": claim.quote.document}
            yield inside | listing.figure_row(figure)
    for story, figure in view.figures:
        yield {"story": story, "document": view.story[story].document} | listing.figure_row(figure)


def _iso(when: DateInterval | None) -> str | None:
    return when.iso() if when else None
