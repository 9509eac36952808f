"""Rows of the store as values, and values as rows: the one place that knows both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from brink.code.rows import Amount, Claim, Coded, Count, Event, Figure, Part, Place, Quote, Tie
from brink.dates import DateInterval
from brink.read.document import Document
from brink.read.story import Block, CopyLink, Story

EVENT_COLUMNS = 28
FIGURE_COLUMNS = 17
Row = sqlite3.Row


def interval(row: Row) -> DateInterval | None:
    """The row's `date_start` and `date_end`, when both are known."""
    if row["date_start"] is None:
        return None
    return DateInterval(date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"]))


def _days(when: DateInterval | None) -> tuple[str | None, str | None]:
    return (when.start.isoformat(), when.end.isoformat()) if when else (None, None)


def _count(row: Row, what: str) -> Count | None:
    least = row[f"{what}_min"]
    return None if least is None else Count(least, row[f"{what}_max"])


def _count_columns(count: Count | None) -> tuple[int | None, int | None]:
    return (count.min, count.max) if count else (None, None)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def save_document(store: sqlite3.Connection, document: Document, source: str) -> None:
    store.execute(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id,
            source,
            document.text,
            document.digest,
            document.format,
            document.title,
            document.outlet,
            document.url,
            *_days(document.date),
            document.date_because,
            document.language,
            "\n".join(document.notes),
        ),
    )


def load_document(row: Row) -> Document:
    return Document(
        id=row["id"],
        text=row["text"],
        digest=row["digest"],
        format=row["format"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        date=interval(row),
        date_because=row["date_because"],
        language=row["language"],
        notes=_lines(row["notes"]),
    )


def save_layout(
    store: sqlite3.Connection, document: Document, blocks: Sequence[Block], stories: Sequence[Story]
) -> None:
    """Store a document's stories, blocks and search text; a block is its story's when the story lists it."""
    owner = {block.start: story.id for story in stories for block in story.blocks}
    for s in stories:
        body = "\n\n".join(document.text[block.start : block.end] for block in s.body)
        cursor = store.execute("INSERT INTO story_text VALUES (?, ?, ?)", (s.id, s.title or "", body))
        store.execute(
            "INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                s.id,
                s.document,
                s.start,
                s.end,
                s.kind,
                s.title,
                s.outlet,
                *_days(s.date),
                s.date_because,
                cursor.lastrowid,
            ),
        )
    store.executemany(
        "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)",
        [(document.id, b.start, b.end, owner.get(b.start), b.kind, b.because) for b in blocks],
    )


def forget_source(store: sqlite3.Connection, path: str) -> None:
    """Drop a file's documents, stories and everything coded from them."""
    store.execute(
        "DELETE FROM story_text WHERE rowid IN (SELECT s.search_row FROM story s "
        "JOIN document d ON d.id = s.document WHERE d.source = ?)",
        (path,),
    )
    store.execute("DELETE FROM source WHERE path = ?", (path,))


def load_story(row: Row, blocks: Iterable[Row]) -> Story:
    return Story(
        id=row["id"],
        document=row["document"],
        start=row["start"],
        end=row["end"],
        kind=row["kind"],
        title=row["title"],
        outlet=row["outlet"],
        date=interval(row),
        date_because=row["date_because"],
        blocks=tuple(Block(b["start"], b["end"], b["kind"], b["because"]) for b in blocks),
    )


def load_link(row: Row) -> CopyLink:
    return CopyLink(row["a"], row["b"], row["relation"], row["score"], row["because"])


def save_coded(store: sqlite3.Connection, story: str, coded: Coded) -> None:
    """Replace a story's coded rows."""
    for table in ("event", "claim", "tie", "figure"):
        store.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
    marks = ", ".join("?" * EVENT_COLUMNS)
    for event in coded.events:
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
    for claim in coded.claims:
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
    for tie in coded.ties:
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
                *_days(tie.when),
                "\n".join(tie.because),
            ),
        )
    _save_figures(store, story, None, coded.figures)


def _quote_columns(quote: Quote) -> tuple[str, int, int, str]:
    return quote.document, quote.start, quote.end, quote.text


def _event_columns(event: Event) -> tuple[Any, ...]:
    place = event.place
    return (
        event.id,
        event.story,
        *_quote_columns(event.quote),
        event.type,
        event.mode,
        event.status,
        event.source,
        *_days(event.date),
        *((place.name, place.country, place.lat, place.lon, place.precision) if place else (None,) * 5),
        *_count_columns(event.killed),
        *_count_columns(event.injured),
        *_count_columns(event.abducted),
        *((event.amount.value, event.amount.unit) if event.amount else (None, None)),
        event.confidence,
        event.review,
        "\n".join(event.because),
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
                *_days(f.when),
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
        because=_lines(row["because"]),
        review=row["review"],
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
        about=_lines(row["about"]),
        kind=row["kind"],
        certainty=row["certainty"],
        figures=tuple(load_figure(f) for f in figures),
        because=_lines(row["because"]),
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
        because=_lines(row["because"]),
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


def _quote(row: Row) -> Quote:
    return Quote(row["document"], row["start"], row["end"], row["quote"])
