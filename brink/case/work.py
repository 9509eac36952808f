"""Stories to be coded, read from the store with their text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from brink.case.digests import text_digest
from brink.case.folder import Case
from brink.case.overrides import overridden
from brink.case.rows import load_story
from brink.read.story import Story

DOCUMENTS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Work:
    """A story to code, with everything needed to code it elsewhere."""

    story: Story
    text: str
    key: str

    @property
    def characters(self) -> int:
        return sum(block.end - block.start for block in self.story.body)


def note_stale(case: Case, basis: str) -> int:
    """Note the stories to be coded in a table of the connection's own, on disk; return how many there are."""
    case.store.executescript(
        "DROP TABLE IF EXISTS temp.stale;"
        "CREATE TEMP TABLE stale (document TEXT, id TEXT, PRIMARY KEY (document, id)) WITHOUT ROWID;"
    )
    todo = 0
    for work in stories(case, basis):
        if _stale(case.store, work):
            case.store.execute("INSERT INTO stale VALUES (?, ?)", (work.story.document, work.story.id))
            todo += 1
    return todo


def stories(case: Case, basis: str, *, stale: bool = False) -> Iterator[Work]:
    """Stories with their text, a document at a time; all of them or those noted as stale."""
    some = "AND id IN (SELECT id FROM temp.stale WHERE document = story.document) " if stale else ""
    for document in _documents(case.store, stale=stale):
        rows = case.store.execute(
            f"SELECT * FROM story WHERE document = ? {some}ORDER BY id", (document,)
        ).fetchall()
        if not rows:
            continue
        text = case.store.execute("SELECT text FROM document WHERE id = ?", (document,)).fetchone()["text"]
        for row in rows:
            blocks = case.store.execute("SELECT * FROM block WHERE story = ? ORDER BY start", (row["id"],))
            story = overridden(load_story(row, blocks), case.definition)
            body = [f"{block.start}-{text[block.start : block.end]}" for block in story.body]
            yield Work(story, text, text_digest(basis, story.id, str(story.date), story.title or "", *body))


def _documents(store: sqlite3.Connection, *, stale: bool) -> Iterator[str]:
    """Ids of documents in order, a few read at a time: no cursor stays open while stories are stored."""
    column, table = ("document", "temp.stale") if stale else ("id", "document")
    query = f"SELECT DISTINCT {column} FROM {table} WHERE {column} > ? ORDER BY 1 LIMIT {DOCUMENTS_AT_ONCE}"
    last = ""
    while found := [row[0] for row in store.execute(query, (last,))]:
        yield from found
        last = found[-1]


def _stale(store: sqlite3.Connection, work: Work) -> bool:
    row = store.execute("SELECT key FROM coding WHERE story = ?", (work.story.id,)).fetchone()
    return row is None or row["key"] != work.key
