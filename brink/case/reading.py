"""From the files of a case to its stories: only what is new or changed is read."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from brink.case.digests import package_digest
from brink.case.folder import Case
from brink.case.progress import Progress, Silent
from brink.case.rows import forget_source, save_document, save_layout
from brink.case.store import transaction
from brink.read.copies import StoryText, find_links
from brink.read.document import Document, Problem
from brink.read.files import list_sources, read_source
from brink.read.layout import split


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one reading did."""

    read: int
    unchanged: int
    dropped: int
    documents: int
    stories: int
    problems: tuple[Problem, ...]


def read_case(case: Case, *, progress: Progress | None = None) -> ReadReport:
    """Bring the store in line with the files below `articles/`.

    A file is read again when its bytes or Brink's reading code changed; the rows of a file
    that is gone are dropped. Each file is one transaction, so a run that is killed loses at
    most the file it was in.
    """
    progress = progress or Silent()
    store, reader = case.store, package_digest("brink.read", "brink.dates")
    sources = dict(list_sources(case.articles))
    known = {row["path"]: (row["digest"], row["reader"]) for row in store.execute("SELECT * FROM source")}
    gone = sorted(set(known) - set(sources))
    for path in gone:
        with transaction(store):
            forget_source(store, path)
    read = 0
    progress.begin("reading", len(sources))
    for name, path in sorted(sources.items()):
        if _read_one(store, name, path, reader, known.get(name)):
            read += 1
        progress.advance()
    progress.end()
    _drop_unused_originals(store)
    _link_copies(store, progress)
    return ReadReport(read, len(sources) - read, len(gone), *_totals(store), _problems(store))


def _read_one(
    store: sqlite3.Connection, name: str, path: Path, reader: str, known: tuple[str, str] | None
) -> bool:
    content, digest = _bytes(path)
    if known == (digest, reader):
        return False
    with transaction(store):
        forget_source(store, name)
        store.execute("INSERT INTO source VALUES (?, ?, ?)", (name, digest, reader))
        if content is not None:
            store.execute(
                "INSERT OR IGNORE INTO original VALUES (?, ?, ?)",
                (digest, len(content), zlib.compress(content, 6)),
            )
        for found in read_source(name, path):
            _keep(store, found, name)
    return True


def _bytes(path: Path) -> tuple[bytes | None, str]:
    """A file's bytes and digest; of a file that cannot be opened, nothing and its name's digest."""
    try:
        content = path.read_bytes()
    except OSError:
        return None, hashlib.sha256(str(path).encode()).hexdigest()
    return content, hashlib.sha256(content).hexdigest()


def _keep(store: sqlite3.Connection, found: Document | Problem, source: str) -> None:
    if isinstance(found, Problem):
        store.execute("INSERT INTO problem VALUES (?, ?, ?)", (source, found.source, found.reason))
        return
    layout = split(found)
    save_document(store, found, source)
    save_layout(store, found, layout.blocks, layout.stories)


def _drop_unused_originals(store: sqlite3.Connection) -> None:
    with transaction(store):
        store.execute("DELETE FROM original WHERE digest NOT IN (SELECT digest FROM source)")


def _link_copies(store: sqlite3.Connection, progress: Progress) -> None:
    """Compare stories not yet compared with each other and with all others."""
    new = [
        row["id"] for row in store.execute("SELECT id FROM story WHERE id NOT IN (SELECT story FROM linked)")
    ]
    if not new:
        return
    progress.begin("finding copies", None)
    fresh = set(new)
    links = list(find_links(_texts(store, only=fresh), earlier=_texts(store, without=fresh)))
    with transaction(store):
        store.executemany(
            "INSERT OR REPLACE INTO copy_link VALUES (?, ?, ?, ?, ?)",
            [(link.a, link.b, link.relation, link.score, link.because) for link in links],
        )
        store.executemany("INSERT INTO linked VALUES (?)", [(story,) for story in sorted(new)])
    progress.end()


def _texts(
    store: sqlite3.Connection, *, only: set[str] | None = None, without: set[str] | None = None
) -> Iterator[StoryText]:
    """Stories with the text of their body, a document at a time."""
    for row in store.execute("SELECT id FROM document ORDER BY id").fetchall():
        document = store.execute("SELECT id, text FROM document WHERE id = ?", (row["id"],)).fetchone()
        bodies: dict[str, list[str]] = defaultdict(list)
        titles: dict[str, str | None] = {}
        rows = store.execute(
            "SELECT s.id, s.title, b.start, b.end FROM story s JOIN block b ON b.story = s.id "
            "WHERE s.document = ? AND b.kind = 'body' ORDER BY s.id, b.start",
            (document["id"],),
        )
        for row in rows:
            titles[row["id"]] = row["title"]
            bodies[row["id"]].append(document["text"][row["start"] : row["end"]])
        for story, paragraphs in bodies.items():
            if (only is None or story in only) and (without is None or story not in without):
                yield StoryText(story, titles[story], "\n\n".join(paragraphs))


def _totals(store: sqlite3.Connection) -> tuple[int, int]:
    documents = store.execute("SELECT count(*) FROM document").fetchone()[0]
    stories = store.execute("SELECT count(*) FROM story").fetchone()[0]
    return documents, stories


def _problems(store: sqlite3.Connection) -> tuple[Problem, ...]:
    rows = store.execute("SELECT part, reason FROM problem ORDER BY source, part, reason")
    return tuple(Problem(row["part"], row["reason"]) for row in rows)
