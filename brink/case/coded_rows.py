"""Coded rows of the store as values, and values as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from brink.case.row_ids import unlike
from brink.case.rows import Row, days, interval, lines
from brink.code.rows import Amount, Claim, Coded, Count, Event, Figure, NamedPlace, Part, Place, Quote, Tie

EVENT_COLUMNS = 29
FIGURE_COLUMNS = 17
PLACE_COLUMNS = 12


def _count(row: Row, what: str) -> Count | None:
    least = row[f"{what}_min"]
    return None if least is None else Count(least, row[f"{what}_max"])


def _count_columns(count: Count | None) -> tuple[int | None, int | None]:
    return (count.min, count.max) if count else (None, None)


def save_coded(store: sqlite3.Connection, story: str, coded: Coded) -> None:
    """Replace a story's coded rows."""
    for table in ("event", "claim", "tie", "figure", "place"):
        store.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
    marks = ", ".join("?" * EVENT_COLUMNS)
    for event in (unlike(store, "event", row) for row in coded.events):
        store.execute(f"INSERT INTO event VALUES ({marks})", _event_columns(event))
        names = [("actor", event.actors), ("recipient", event.recipients)]
        store.executemany(
            "INSERT INTO event_actor VALUES (?, ?, ?, ?)",
            [(event.id, role, i, name) for role, listed in names for i, name in enumerate(listed)],
        )
        store.executemany(
            "INSERT INTO event_part VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (event.id, i, p.role, p.start, p.end, p.text, p.called, p.chance)
                for i, p in enumerate(event.parts)
            ],
        )
    for claim in (unlike(store, "claim", row) for row in coded.claims):
        store.execute(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                claim.id,
                claim.story,
                *_quote_columns(claim.quote),
                claim.holder,
                "\n".join(claim.about),
                claim.kind,
                claim.certainty,
                "\n".join(claim.because),
            ),
        )
        _save_figures(store, story, claim.id, claim.figures)
    for tie in (unlike(store, "tie", row) for row in coded.ties):
        store.execute(
            "INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                tie.id,
                tie.story,
                *_quote_columns(tie.quote),
                tie.a,
                tie.b,
                tie.relation,
                tie.sign,
                int(tie.directed),
                *days(tie.when),
                "\n".join(tie.because),
            ),
        )
    _save_figures(store, story, None, coded.figures)
    store.executemany(
        f"INSERT INTO place VALUES ({', '.join('?' * PLACE_COLUMNS)})",
        [
            (story, i, *_quote_columns(named.quote), *_place_columns(named.place), named.because)
            for i, named in enumerate(coded.places)
        ],
    )


def _place_columns(place: Place | None) -> tuple[Any, ...]:
    return (place.name, place.country, place.lat, place.lon, place.precision) if place else (None,) * 5


def _quote_columns(quote: Quote) -> tuple[str, int, int, str]:
    return quote.document, quote.start, quote.end, quote.text


def _event_columns(event: Event) -> tuple[Any, ...]:
    return (
        event.id,
        event.story,
        *_quote_columns(event.quote),
        event.type,
        event.mode,
        event.status,
        event.source,
        *days(event.date),
        *_place_columns(event.place),
        *_count_columns(event.killed),
        *_count_columns(event.injured),
        *_count_columns(event.abducted),
        *((event.amount.value, event.amount.unit) if event.amount else (None, None)),
        event.confidence,
        event.review,
        "\n".join(event.because),
        int(event.summary),
    )


def _save_figures(
    store: sqlite3.Connection, story: str, claim: str | None, figures: Sequence[Figure]
) -> None:
    store.executemany(
        f"INSERT INTO figure VALUES ({', '.join('?' * FIGURE_COLUMNS)})",
        [
            (
                story,
                claim,
                i,
                f.start,
                f.end,
                f.text,
                f.value,
                f.low,
                f.high,
                f.unit,
                f.of,
                f.qualifier,
                f.role,
                *days(f.when),
                f.part_of,
                f.joins,
            )
            for i, f in enumerate(figures)
        ],
    )


def load_event(row: Row, names: Iterable[Row], parts: Iterable[Row] = ()) -> Event:
    listed = list(names)
    place = None
    if row["place_name"] is not None:
        place = Place(
            row["place_name"],
            row["place_country"],
            row["place_lat"],
            row["place_lon"],
            row["place_precision"],
        )
    amount = Amount(row["amount_value"], row["amount_unit"]) if row["amount_value"] is not None else None
    return Event(
        id=row["id"],
        story=row["story"],
        quote=_quote(row),
        type=row["type"],
        mode=row["mode"],
        actors=tuple(n["name"] for n in listed if n["role"] == "actor"),
        recipients=tuple(n["name"] for n in listed if n["role"] == "recipient"),
        date=interval(row),
        place=place,
        status=row["status"],
        source=row["source"],
        killed=_count(row, "killed"),
        injured=_count(row, "injured"),
        abducted=_count(row, "abducted"),
        amount=amount,
        confidence=row["confidence"],
        because=lines(row["because"]),
        review=row["review"],
        summary=bool(row["summary"]),
        parts=tuple(
            Part(
                role=p["role"],
                start=p["start"],
                end=p["end"],
                text=p["text"],
                called=p["called"],
                chance=p["chance"],
            )
            for p in parts
        ),
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
