"""The coded rows of a story put into the store, in place of those it had."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from brink.case.row_ids import unlike
from brink.case.rows import days
from brink.code.rows import Claim, Coded, Count, Event, Figure, NamedPlace, Place, Quote, Tie

_TABLES = ("event", "claim", "tie", "figure", "place")


def save_coded(store: sqlite3.Connection, story: str, coded: Coded) -> None:
    """Replace a story's coded rows."""
    for table in _TABLES:
        store.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
    for event in coded.events:
        _save_event(store, unlike(store, "event", event))
    for claim in coded.claims:
        _save_claim(store, unlike(store, "claim", claim))
    for tie in coded.ties:
        _insert(store, "tie", [_tie_columns(unlike(store, "tie", tie))])
    _insert(store, "figure", _figure_rows(story, None, coded.figures))
    _insert(store, "place", [_named_place_columns(story, i, place) for i, place in enumerate(coded.places)])


def _insert(store: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows into a table, each with a value for every column, in the schema's order."""
    if rows:
        store.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def _save_event(store: sqlite3.Connection, event: Event) -> None:
    _insert(store, "event", [_event_columns(event)])
    names = (("actor", event.actors), ("recipient", event.recipients))
    named = [(event.id, role, i, name) for role, listed in names for i, name in enumerate(listed)]
    _insert(store, "event_actor", named)
    parts = [
        (event.id, i, p.role, p.start, p.end, p.text, p.called, p.chance) for i, p in enumerate(event.parts)
    ]
    _insert(store, "event_part", parts)


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


def _save_claim(store: sqlite3.Connection, claim: Claim) -> None:
    columns = (
        claim.id,
        claim.story,
        *_quote_columns(claim.quote),
        claim.holder,
        "\n".join(claim.about),
        claim.kind,
        claim.certainty,
        "\n".join(claim.because),
    )
    _insert(store, "claim", [columns])
    _insert(store, "figure", _figure_rows(claim.story, claim.id, claim.figures))


def _tie_columns(tie: Tie) -> tuple[Any, ...]:
    return (
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
    )


def _figure_rows(story: str, claim: str | None, figures: Sequence[Figure]) -> list[tuple[Any, ...]]:
    return [
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
    ]


def _named_place_columns(story: str, position: int, named: NamedPlace) -> tuple[Any, ...]:
    return (story, position, *_quote_columns(named.quote), *_place_columns(named.place), named.because)


def _quote_columns(quote: Quote) -> tuple[str, int, int, str]:
    return quote.document, quote.start, quote.end, quote.text


def _place_columns(place: Place | None) -> tuple[Any, ...]:
    return (place.name, place.country, place.lat, place.lon, place.precision) if place else (None,) * 5


def _count_columns(count: Count | None) -> tuple[int | None, int | None]:
    return (count.min, count.max) if count else (None, None)
