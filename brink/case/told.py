"""The events of a case in order of telling, read from its store as they are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, overload

from brink.case.as_of import counts, later_pages
from brink.case.coded_rows import load_event
from brink.case.folder import Case
from brink.case.overrides import overridden
from brink.case.rows import Row, days, interval, load_link, load_story
from brink.code.incidents import Telling
from brink.read.story import Story

if TYPE_CHECKING:
    from datetime import date

    from brink.case.judgements import Decisions
    from brink.code.rows import Event

AT_HAND = 8_000
"""Tellings kept in memory, the last asked for; those of some days are compared with each other."""
AT_ONCE = 500
RUN = 50
_TABLES = """
CREATE TEMP TABLE heard (
  story TEXT PRIMARY KEY, family TEXT NOT NULL, date_start TEXT, date_end TEXT
) WITHOUT ROWID;
CREATE TEMP TABLE refused (event TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE vouched (event TEXT PRIMARY KEY, story TEXT NOT NULL, start INTEGER NOT NULL) WITHOUT ROWID;
CREATE TEMP TABLE told (position INTEGER PRIMARY KEY, event TEXT NOT NULL, story TEXT NOT NULL);
"""
_BY_DATE = "coalesce(h.date_start, '9999-12-31'), h.story"
_COLUMNS = """
t.position, t.event, h.family, h.date_start AS written_start, h.date_end AS written_end,
e.id, e.story, e.document, e.start, e.end, e.quote, e.type, e.mode, e.status, e.source,
e.date_start, e.date_end, e.place_name, e.place_country, e.place_lat, e.place_lon, e.place_precision,
e.killed_min, e.killed_max, e.injured_min, e.injured_max, e.abducted_min, e.abducted_max,
e.amount_value, e.amount_unit, e.confidence, e.review, '' AS because, e.summary
"""
"""All but what joining does not ask: the reasons of a row and its parts."""


class Told(Sequence[Telling]):
    """Every event that counts, by date of its story and then as it stands there."""

    def __init__(
        self, store: sqlite3.Connection, decisions: Decisions, accepted: Mapping[str, Event]
    ) -> None:
        self._store, self._decisions, self._accepted = store, decisions, accepted
        self._size = int(store.execute("SELECT count(*) FROM told").fetchone()[0])
        self._at_hand: dict[int, Telling] = {}

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, position: int) -> Telling: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Telling]: ...
    def __getitem__(self, position: int | slice) -> Telling | Sequence[Telling]:
        if isinstance(position, slice):
            return [self[one] for one in range(*position.indices(self._size))]
        telling = self._at_hand.pop(position, None)
        if telling is None:
            if not 0 <= position < self._size:
                raise IndexError(f"there are {self._size} events, and none at {position}")
            telling = self._fetch(position)
        self._keep(position, telling)
        return telling

    def __iter__(self) -> Iterator[Telling]:
        for first in range(0, self._size, AT_ONCE):
            for position, telling in enumerate(self._load(first, first + AT_ONCE), first):
                self._keep(position, telling)
                yield telling

    def _fetch(self, position: int) -> Telling:
        """Read a telling, and those after it where the one before was just read."""
        run = RUN if position - 1 in self._at_hand else 1
        first, *others = self._load(position, position + run)
        for later, telling in enumerate(others, position + 1):
            self._keep(later, telling)
        return first

    def _keep(self, position: int, telling: Telling) -> None:
        self._at_hand[position] = telling
        if len(self._at_hand) > AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]

    def _load(self, first: int, end: int) -> list[Telling]:
        names: dict[str, list[Row]] = {}
        for row in self._store.execute(
            "SELECT a.* FROM told t JOIN event_actor a ON a.event = t.event WHERE t.position >= ? "
            "AND t.position < ? ORDER BY a.event, a.role, a.position",
            (first, end),
        ):
            names.setdefault(row["event"], []).append(row)
        rows = self._store.execute(
            f"SELECT {_COLUMNS} FROM told t JOIN heard h ON h.story = t.story "
            "LEFT JOIN event e ON e.id = t.event "
            "WHERE t.position >= ? AND t.position < ? ORDER BY t.position",
            (first, end),
        )
        return [self._telling(row, names.get(row["event"], ())) for row in rows]

    def _telling(self, row: Row, names: Iterable[Row]) -> Telling:
        vouched = self._accepted.get(row["event"])
        event = vouched or load_event(row, names)
        written = interval(row, "written")
        return Telling.of(self._decisions.event(event), family=row["family"], written=written)


@contextmanager
def told(case: Case, decisions: Decisions, as_of: date) -> Iterator[Told]:
    """The events that count as of a date, for as long as the block lasts.

    Their order lies in tables of the connection's own, on disk; of the case only stories with copies
    are held.
    """
    store = case.store
    _drop(store)
    store.executescript(_TABLES)
    store.execute("BEGIN")
    try:
        _hear(case, as_of)
        _name_families(store)
        yield Told(store, decisions, _order(store, decisions))
        store.execute("COMMIT")
    except BaseException:
        store.execute("ROLLBACK")
        raise
    finally:
        _drop(store)


def _drop(store: sqlite3.Connection) -> None:
    store.executescript(
        "".join(f"DROP TABLE IF EXISTS temp.{t};" for t in ("told", "vouched", "refused", "heard"))
    )


def _stories(case: Case) -> Iterator[Story]:
    """All stories with the dates the case gives them, without their blocks."""
    rows = case.store.execute("SELECT * FROM story ORDER BY id")
    return (overridden(load_story(row, ()), case.definition) for row in rows)


def _hear(case: Case, as_of: date) -> None:
    """Note the stories that count."""
    later = later_pages(_stories(case), as_of)
    case.store.executemany(
        "INSERT INTO heard VALUES (?, ?, ?, ?)",
        ((s.id, s.id, *days(s.date)) for s in _stories(case) if counts(s, as_of, later)),
    )


def _name_families(store: sqlite3.Connection) -> None:
    """Name the family of each story that has copies; a story alone is its own."""
    from brink.read.copies import families

    links = [
        load_link(row)
        for row in store.execute(
            "SELECT a, b, relation, score, '' AS because FROM copy_link l "
            "JOIN heard x ON x.story = l.a JOIN heard y ON y.story = l.b"
        )
    ]
    linked = {story for link in links for story in (link.a, link.b)}
    ordered = [
        row["story"]
        for row in store.execute(f"SELECT story FROM heard h ORDER BY {_BY_DATE}")
        if row["story"] in linked
    ]
    store.executemany(
        "UPDATE heard SET family = ? WHERE story = ?",
        ((family.id, story) for story, family in families(ordered, links).items()),
    )


def _order(store: sqlite3.Connection, decisions: Decisions) -> dict[str, Event]:
    """Put the events that count in their order; return those that an analyst accepted."""
    store.executemany("INSERT OR IGNORE INTO refused VALUES (?)", ((row,) for row in decisions.rejected))
    accepted = {event.id: event for event in decisions.accepted if _stands(store, event)}
    store.executemany(
        "INSERT INTO vouched VALUES (?, ?, ?)", ((e.id, e.story, e.quote.start) for e in accepted.values())
    )
    store.execute(
        "INSERT INTO told (event, story) SELECT e.id, h.story FROM "
        "(SELECT id, story, start FROM event UNION ALL SELECT event, story, start FROM vouched) e "
        "JOIN heard h ON h.story = e.story WHERE e.id NOT IN (SELECT event FROM refused) "
        f"ORDER BY {_BY_DATE}, e.start, e.id"
    )
    store.execute("UPDATE told SET position = position - 1")
    return accepted


def _stands(store: sqlite3.Connection, event: Event) -> bool:
    """Whether the words of an event's quote stand at their place, in the body of its story."""
    quote = event.quote
    inside = store.execute(
        "SELECT 1 FROM block WHERE story = ? AND document = ? AND kind = 'body' AND start <= ? AND end >= ?",
        (event.story, quote.document, quote.start, quote.end),
    ).fetchone()
    document = store.execute("SELECT text FROM document WHERE id = ?", (quote.document,)).fetchone()
    found = inside is not None and document is not None and quote.start < quote.end
    return found and document["text"][quote.start : quote.end] == quote.text
