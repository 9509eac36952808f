"""Rows of the store as values, and values as rows: sources, stories and dates."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from sys import intern

from brink.dates import DateInterval
from brink.read.document import Document
from brink.read.story import Block, CopyLink, Story

Row = sqlite3.Row


def interval(row: Row, of: str = "date") -> DateInterval | None:
    """The row's `date_start` and `date_end`, or another pair of such columns, when both are known."""
    if row[f"{of}_start"] is None:
        return None
    return DateInterval(date.fromisoformat(row[f"{of}_start"]), date.fromisoformat(row[f"{of}_end"]))


def days(when: DateInterval | None) -> tuple[str | None, str | None]:
    return (when.start.isoformat(), when.end.isoformat()) if when else (None, None)


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text; a line that many rows have is held once."""
    return tuple(map(intern, text.split("\n"))) if text else ()


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
            *days(document.date),
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
        notes=lines(row["notes"]),
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
                *days(s.date),
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
