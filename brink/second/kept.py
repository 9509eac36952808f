"""The second coder's answers and rows in the case's store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from brink.case.accepted import event_json, read_event
from brink.case.store import transaction
from brink.code.rows import Event
from brink.errors import NotInCase, nearest
from brink.second.prompt import prompt_version

ANSWERED = "answered"
UNWEIGHED = 0.0
"""Confidence of a row whose chance of being right nobody has measured."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not kept as one, as it came."""

    story: str
    cause: str
    detail: str
    row: object


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one story: its outcome, and its rows."""

    outcome: str
    detail: str
    events: Sequence[Event] = ()
    rejected: Sequence[Rejected] = field(default=())


def answers(store: sqlite3.Connection, keys: Iterable[str]) -> dict[str, str]:
    """The kept answers to those questions."""
    found = {}
    for key in keys:
        row = store.execute("SELECT content FROM second_answer WHERE key = ?", (key,)).fetchone()
        if row is not None:
            found[key] = row["content"]
    return found


def keep_answer(store: sqlite3.Connection, key: str, content: str, *, model: str) -> None:
    with transaction(store):
        store.execute(
            "INSERT OR REPLACE INTO second_answer VALUES (?, ?, ?, ?, ?)",
            (key, model, prompt_version(), _now(), content),
        )


def coding_key(store: sqlite3.Connection, story: str, model: str) -> str | None:
    row = store.execute(
        "SELECT key FROM second_coding WHERE story = ? AND model = ?", (story, model)
    ).fetchone()
    return None if row is None else str(row["key"])


def keep_story(store: sqlite3.Connection, story: str, checked: Checked, *, model: str, key: str) -> None:
    """Replace what the second coder has on a story."""
    with transaction(store):
        for table in ("second_event", "second_rejected"):
            store.execute(f"DELETE FROM {table} WHERE story = ? AND model = ?", (story, model))
        store.execute(
            "INSERT OR REPLACE INTO second_coding VALUES (?, ?, ?, ?, ?, ?)",
            (story, model, key, _now(), checked.outcome, checked.detail),
        )
        store.executemany(
            "INSERT INTO second_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_columns(event, model) for event in checked.events],
        )
        store.executemany(
            "INSERT INTO second_rejected VALUES (?, ?, ?, ?, ?, ?)",
            [
                (story, model, i, one.cause, one.detail, json.dumps(one.row, ensure_ascii=False))
                for i, one in enumerate(checked.rejected)
            ],
        )


def _columns(event: Event, model: str) -> tuple[object, ...]:
    quote = event.quote
    row = json.dumps(event_json(event), ensure_ascii=False, sort_keys=True)
    place = (quote.document, quote.start, quote.end, quote.text)
    return (event.id, event.story, model, *place, event.type, event.status, row)


def second_events(store: sqlite3.Connection, model: str) -> list[Event]:
    """Its rows of all stories."""
    rows = store.execute("SELECT row FROM second_event WHERE model = ? ORDER BY story, start, id", (model,))
    return [read_event(json.loads(row["row"]), confidence=UNWEIGHED) for row in rows]


def second_event(store: sqlite3.Connection, row: str) -> tuple[Event, str]:
    """One of its rows, with the model that gave it.

    Raises
    ------
    NotInCase
        When the second coder has no row of that id.
    """
    found = store.execute("SELECT row, model FROM second_event WHERE id = ?", (row,)).fetchone()
    if found is None:
        ids = [each["id"] for each in store.execute("SELECT id FROM second_event")]
        raise NotInCase(
            f"the second coder has no row {row!r}{nearest(row, ids)}; `brink compare CASE` lists its rows"
        )
    return read_event(json.loads(found["row"]), confidence=UNWEIGHED), str(found["model"])


def rejected_rows(store: sqlite3.Connection, model: str) -> list[Rejected]:
    rows = store.execute("SELECT * FROM second_rejected WHERE model = ? ORDER BY story, position", (model,))
    return [Rejected(row["story"], row["cause"], row["detail"], json.loads(row["row"])) for row in rows]


def coded_stories(store: sqlite3.Connection, model: str) -> frozenset[str]:
    """Stories it answered about."""
    rows = store.execute("SELECT story FROM second_coding WHERE model = ? AND outcome = ?", (model, ANSWERED))
    return frozenset(row["story"] for row in rows)


def answering_models(store: sqlite3.Connection) -> list[str]:
    """Models whose answers are kept, whatever became of the stories."""
    return [row["model"] for row in store.execute("SELECT DISTINCT model FROM second_answer ORDER BY model")]


def models(store: sqlite3.Connection) -> list[str]:
    """Models that answered about stories of the case, the latest first."""
    rows = store.execute(
        "SELECT model, max(at) AS latest FROM second_coding WHERE outcome = ? GROUP BY model "
        "ORDER BY latest DESC, model",
        (ANSWERED,),
    )
    return [row["model"] for row in rows]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
