"""Entries of the ledger: appended, never changed, each sealed over the one before."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from brink.case.store import transaction
from brink.errors import TamperedLedger

Kind = Literal["question", "answer", "outcome", "withdrawal"]
START = "0" * 64
"""What the first entry is sealed over."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    `at` is when it was written, by this machine's clock; the days it speaks of stand in
    `content`. `seal` is SHA-256 over everything else in it, `former` the seal of the entry before.
    """

    number: int
    at: str
    who: str
    kind: Kind
    question: str
    content: Mapping[str, Any]
    former: str
    seal: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be entered; the ledger gives it number, time and seal."""

    kind: Kind
    question: str
    content: Mapping[str, Any]


def append(
    store: sqlite3.Connection, drafts: Sequence[Draft], *, who: str, at: str | None = None
) -> list[Entry]:
    """Seal and keep entries, all or none."""
    if not drafts:
        return []
    when = at or datetime.now(UTC).isoformat(timespec="seconds")
    with transaction(store):
        last = store.execute("SELECT number, seal FROM ledger_entry ORDER BY number DESC LIMIT 1").fetchone()
        number, former = (last["number"], last["seal"]) if last else (0, START)
        kept = []
        for draft in drafts:
            number += 1
            entry = _sealed(number, when, who, draft, former)
            store.execute(
                "INSERT INTO ledger_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, when, who, draft.kind, draft.question, _json(draft.content), former, entry.seal),
            )
            kept.append(entry)
            former = entry.seal
    return kept


def load_entries(store: sqlite3.Connection) -> list[Entry]:
    """All entries in the order they were made."""
    rows = store.execute("SELECT * FROM ledger_entry ORDER BY number")
    return [
        Entry(
            row["number"],
            row["at"],
            row["who"],
            row["kind"],
            row["question"],
            json.loads(row["content"]),
            row["former"],
            row["seal"],
        )
        for row in rows
    ]


def verify(entries: Sequence[Entry], *, head: str | None = None) -> str:
    """The seal of the last entry, after every seal has been worked out again.

    `head` is a seal noted down earlier, whole or its beginning: it must still be in the chain,
    which shows that nothing up to it was replaced, and that the end was not cut off before it.

    Raises
    ------
    TamperedLedger
        When an entry was changed, removed or put in, naming the first that does not fit.
    """
    former = START
    for place, entry in enumerate(entries, start=1):
        again = _sealed(
            entry.number, entry.at, entry.who, Draft(entry.kind, entry.question, entry.content), former
        )
        if entry.number != place or entry.former != former or entry.seal != again.seal:
            raise TamperedLedger(
                f"the ledger was changed at entry {entry.number} ({entry.kind} of {entry.question!r}): its "
                "seal does not fit what it says and what stood before it; go back to a copy that verifies"
            )
        former = entry.seal
    if head is not None and not any(entry.seal.startswith(head.lower()) for entry in entries):
        raise TamperedLedger(
            f"no entry has the seal {head!r}: the ledger was cut off or written anew since that was noted"
        )
    return former


def as_row(entry: Entry) -> dict[str, Any]:
    """The entry as a row of an export; enough to verify the chain elsewhere."""
    return asdict(entry)


def _sealed(number: int, at: str, who: str, draft: Draft, former: str) -> Entry:
    sealed = _json([number, at, who, draft.kind, draft.question, draft.content, former])
    seal = hashlib.sha256(sealed.encode()).hexdigest()
    return Entry(number, at, who, draft.kind, draft.question, draft.content, former, seal)


def _json(value: Any) -> str:
    """Canonical JSON: keys sorted, no spaces, so that equal content has one seal."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
