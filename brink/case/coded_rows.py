"""Coded rows of the store as values."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from brink.case.rows import Row, interval, lines
from brink.code.rows import Amount, Claim, Count, Event, Figure, NamedPlace, Part, Place, Quote, Tie


def _count(row: Row, what: str) -> Count | None:
    least = row[f"{what}_min"]
    return None if least is None else Count(least, row[f"{what}_max"])


def load_events(store: sqlite3.Connection, kept: Callable[[Row], bool]) -> Iterator[Event]:
    """The events whose row is kept, with their names and parts, in the order of the table."""
    names = _by_event(store.execute("SELECT * FROM event_actor ORDER BY event, role, position"))
    parts = _by_event(store.execute("SELECT * FROM event_part ORDER BY event, position"))
    for row in store.execute("SELECT * FROM event"):
        # Taken out as they are used, so that no row lies beside what was made of it.
        own = names.pop(row["id"], ()), parts.pop(row["id"], ())
        if kept(row):
            yield load_event(row, *own)


def _by_event(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row["event"]].append(row)
    return found


def load_claims(store: sqlite3.Connection, kept: Callable[[Row], bool]) -> Iterator[Claim]:
    """The claims whose row is kept, with their figures, in the order of the table."""
    figures = defaultdict(list)
    for row in store.execute("SELECT * FROM figure WHERE claim IS NOT NULL ORDER BY claim, position"):
        figures[row["claim"]].append(row)
    for row in store.execute("SELECT * FROM claim"):
        if kept(row):
            yield load_claim(row, figures[row["id"]])


def load_event(row: Row, names: Iterable[Row], parts: Iterable[Row] = ()) -> Event:
    listed = list(names)
    return Event(
        id=row["id"],
        story=row["story"],
        quote=_quote(row),
        type=row["type"],
        mode=row["mode"],
        actors=tuple(n["name"] for n in listed if n["role"] == "actor"),
        recipients=tuple(n["name"] for n in listed if n["role"] == "recipient"),
        date=interval(row),
        place=_place(row),
        status=row["status"],
        source=row["source"],
        killed=_count(row, "killed"),
        injured=_count(row, "injured"),
        abducted=_count(row, "abducted"),
        amount=Amount(row["amount_value"], row["amount_unit"]) if row["amount_value"] is not None else None,
        confidence=row["confidence"],
        because=lines(row["because"]),
        review=row["review"],
        summary=bool(row["summary"]),
        parts=tuple(_part(part) for part in parts),
    )


def _place(row: Row) -> Place | None:
    """Where an event is placed."""
    if row["place_name"] is None:
        return None
    return Place(
        row["place_name"], row["place_country"], row["place_lat"], row["place_lon"], row["place_precision"]
    )


def _part(row: Row) -> Part:
    return Part(
        role=row["role"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        called=row["called"],
        chance=row["chance"],
    )


def load_claim(row: Row, figures: Iterable[Row]) -> Claim:
    return Claim(
        id=row["id"],
        story=row["story"],
        quote=_quote(row),
        holder=row["holder"],
        about=lines(row["about"]),
        kind=row["kind"],
        certainty=row["certainty"],
        figures=tuple(load_figure(f) for f in figures),
        because=lines(row["because"]),
    )


def load_tie(row: Row) -> Tie:
    return Tie(
        id=row["id"],
        story=row["story"],
        quote=_quote(row),
        a=row["a"],
        b=row["b"],
        relation=row["relation"],
        sign=row["sign"],
        directed=bool(row["directed"]),
        when=interval(row),
        because=lines(row["because"]),
    )


def load_figure(row: Row) -> Figure:
    return Figure(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        value=row["value"],
        low=row["low"],
        high=row["high"],
        unit=row["unit"],
        of=row["of"],
        qualifier=row["qualifier"],
        role=row["role"],
        when=interval(row),
        part_of=row["part_of"],
        joins=row["joins"],
    )


def load_named_place(row: Row) -> NamedPlace:
    place = Place(row["name"], row["country"], row["lat"], row["lon"], row["precision"])
    return NamedPlace(_quote(row), place, row["because"])


def _quote(row: Row) -> Quote:
    return Quote(row["document"], row["start"], row["end"], row["quote"])
