"""Events as PLOVER has them: a row for each pair of actor and recipient, as event data are used."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from brink.case.named import gazetteer_of
from brink.case.view import View
from brink.code.actors.gazetteer import Gazetteer
from brink.code.rows import Count, Event
from brink.exchange.plover_actors import Coded, coded, mapping
from brink.exchange.plover_events import PloverEvent, read_events
from brink.exchange.tables_csv import guarded

COLUMNS: Final = (
    "event_id", "event_date", "event_date_last", "event_type", "event_mode", "contexts", "quad",
    "actor_name", "actor_code", "actor_country", "actor_sector",
    "recipient_name", "recipient_code", "recipient_country", "recipient_sector",
    "placename", "country", "latitude", "longitude", "precision",
    "killed_min", "killed_max", "brink_type", "brink_mode", "status", "source",
    "story", "report", "incident", "document", "start", "end", "quote", "confidence", "review",
)  # fmt: skip
"""Columns of `plover.csv`; copies of one report share `report`, reports of one act `incident`."""


def write(view: View, out: Path) -> list[Path]:
    """`plover.csv`, a row for each pair, and `plover-left-out.csv`, how many rows were left out and why."""
    reports = {story: family.id for story, family in view.families.items()}
    read, left = read_events(view.events, gazetteer_of(view))
    rows = [row for one in read for row in _rows(view, one, reports)]
    return [
        _write(out / "plover.csv", COLUMNS, rows),
        _write(out / "plover-left-out.csv", ("rows", "why"), [(n, why) for why, n in sorted(left.items())]),
    ]


def _rows(view: View, one: PloverEvent, reports: Mapping[str, str]) -> Iterator[tuple[Any, ...]]:
    gazetteer, event = gazetteer_of(view), one.event
    quad = next(name for name, types in mapping()["quads"].items() if one.type in types)
    days, place, quote = event.date, event.place, event.quote
    for actor, recipient in pairs(event):
        sides = [_side(name, gazetteer, days.last if days else None) for name in (actor, recipient)]
        yield (
            event.id, days and days.start, days and days.last,
            one.type, one.mode, ";".join(one.contexts), quad,
            *sides[0], *sides[1],
            *((place.name, place.country, place.lat, place.lon, place.precision) if place else (None,) * 5),
            *_range(event.killed), event.type, event.mode, event.status, event.source,
            event.story, reports[event.story], view.incident_of[event.id].id,
            quote.document, quote.start, quote.end, quote.text, round(event.confidence, 3), event.review,
        )  # fmt: skip


def pairs(event: Event) -> list[tuple[str, str]]:
    """Actor and recipient of each row, nobody with himself; of a meeting of three, each with each."""
    actors, recipients = event.actors or ("",), event.recipients or ("",)
    found = [(a, b) for a in actors for b in recipients if a != b or not a]
    return found or [(actors[0], "")]


def _side(name: str, gazetteer: Gazetteer, on: date | None) -> tuple[str, str, str, str]:
    of = coded(name, gazetteer, on) if name else Coded("", "")
    return name, of.code, of.country, of.sector


def _range(count: Count | None) -> tuple[int | None, int | None]:
    return (count.min, count.max) if count is not None else (None, None)


def _write(path: Path, header: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Path:
    # The byte order mark tells Excel that the file is UTF-8.
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([guarded(value) for value in row] for row in rows)
    return path
