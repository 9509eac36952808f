"""What people decided about coded rows: append-only, reversible, applied each time the case is viewed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args

from brink.case.accepted import read_event
from brink.case.store import transaction
from brink.code.rows import Claim, Count, Event, EventType, Mode, Status, Tie
from brink.dates import DateInterval
from brink.errors import BadJudgement, nearest

Verb = Literal["merge", "split", "reject", "amend", "join", "part", "note", "accept", "undo"]

AMENDABLE = (
    "type",
    "mode",
    "status",
    "actors",
    "recipients",
    "date",
    "source",
    "killed",
    "injured",
    "abducted",
    "summary",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, with who took it, when and why."""

    id: int
    at: str
    who: str
    verb: Verb
    arguments: Mapping[str, Any]
    because: str
    undoes: int | None


def add_judgement(
    store: sqlite3.Connection, verb: Verb, arguments: Mapping[str, Any], *, who: str, at: str, because: str
) -> int:
    """Append a judgement and return its number."""
    undoes = arguments["judgement"] if verb == "undo" else None
    if (
        undoes is not None
        and store.execute("SELECT 1 FROM judgement WHERE id = ?", (undoes,)).fetchone() is None
    ):
        raise BadJudgement(f"there is no judgement {undoes} to undo; `brink judge CASE list` shows them")
    with transaction(store):
        cursor = store.execute(
            "INSERT INTO judgement (at, who, verb, arguments, because, undoes) VALUES (?, ?, ?, ?, ?, ?)",
            (at, who, verb, json.dumps(arguments, sort_keys=True, ensure_ascii=False), because, undoes),
        )
    return int(cursor.lastrowid or 0)


def load_judgements(store: sqlite3.Connection) -> list[Judgement]:
    """All judgements in the order they were taken, those taken back included."""
    return [
        Judgement(
            row["id"],
            row["at"],
            row["who"],
            row["verb"],
            json.loads(row["arguments"]),
            row["because"],
            row["undoes"],
        )
        for row in store.execute("SELECT * FROM judgement ORDER BY id")
    ]


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that stand: an undo takes its judgement back, and an undone undo restores it."""
    listed = list(judgements)
    undone: set[int] = set()
    for judgement in reversed(listed):
        if judgement.verb == "undo" and judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return [j for j in listed if j.id not in undone and j.verb != "undo"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Judgements in force, in the form the view applies them."""

    renamed: Mapping[str, str] = field(default_factory=dict)
    split: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(row id, canonical name) to the name that row should carry instead."""
    rejected: frozenset[str] = frozenset()
    amended: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    accepted: tuple[Event, ...] = ()
    """Rows of the second coder that an analyst vouches for, as they stood when accepted."""

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Decisions:
        renamed: dict[str, str] = {}
        split: dict[tuple[str, str], str] = {}
        rejected: set[str] = set()
        amended: dict[str, dict[str, Any]] = {}
        together: list[tuple[str, str]] = []
        apart: list[tuple[str, str]] = []
        notes: dict[str, tuple[str, ...]] = {}
        accepted: dict[str, Event] = {}
        for j in in_force(judgements):
            match j.verb:
                case "merge":
                    renamed[j.arguments["name"]] = j.arguments["into"]
                case "split":
                    split.update(
                        {(row, j.arguments["name"]): j.arguments["into"] for row in j.arguments["rows"]}
                    )
                case "reject":
                    rejected.add(j.arguments["row"])
                case "amend":
                    amended.setdefault(j.arguments["row"], {})[j.arguments["field"]] = j.arguments["value"]
                case "join":
                    first, *others = j.arguments["events"]
                    together.extend((first, other) for other in others)
                case "part":
                    apart.extend((j.arguments["event"], other) for other in j.arguments["others"])
                case "note":
                    notes[j.arguments["row"]] = (*notes.get(j.arguments["row"], ()), j.arguments["text"])
                case "accept":
                    accepted[j.arguments["event"]["id"]] = _accepted(j)
                case "undo":
                    pass
        parted = {frozenset(pair) for pair in apart}
        kept = tuple(pair for pair in together if frozenset(pair) not in parted)
        vouched = tuple(accepted.values())
        return cls(renamed, split, frozenset(rejected), amended, kept, tuple(apart), notes, vouched)

    def name(self, row: str, name: str) -> str:
        """The name a row carries after splits and merges; chains of merges are followed."""
        name = self.split.get((row, name), name)
        seen = {name}
        while (into := self.renamed.get(name)) is not None and into not in seen:
            seen.add(into)
            name = into
        return name

    def event(self, event: Event) -> Event:
        event = replace(
            event,
            actors=self._names(event.id, event.actors),
            recipients=self._names(event.id, event.recipients),
            source=self.name(event.id, event.source) if event.source else None,
        )
        changes = self.amended.get(event.id)
        if not changes:
            return event
        read = {key: read_amendment(key, value) for key, value in changes.items()}
        said = ", ".join(f"{key} = {value!r}" for key, value in sorted(changes.items()))
        return replace(event, **read, because=(*event.because, f"amended by an analyst: {said}"))

    def claim(self, claim: Claim) -> Claim:
        return replace(
            claim, holder=self.name(claim.id, claim.holder), about=self._names(claim.id, claim.about)
        )

    def tie(self, tie: Tie) -> Tie:
        return replace(tie, a=self.name(tie.id, tie.a), b=self.name(tie.id, tie.b))

    def _names(self, row: str, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.name(row, name) for name in names))


VOUCHED = 1.0
"""Confidence of a row that a person read against its quote and accepted."""


def _accepted(judgement: Judgement) -> Event:
    event = read_event(judgement.arguments["event"], confidence=VOUCHED)
    model = judgement.arguments["model"]
    said = f"second coder, model {model}, accepted by {judgement.who}: {judgement.because}"
    return replace(event, because=(said, *event.because))


def read_amendment(key: str, value: str) -> Any:
    """The value an amended field takes, read from what the analyst typed.

    Raises
    ------
    BadJudgement
        When the field cannot be amended or the value is none it may take.
    """
    words = {"type": get_args(EventType), "mode": get_args(Mode), "status": get_args(Status)}
    if key in words:
        if value not in words[key] and not (key == "mode" and value == ""):
            allowed = ", ".join(words[key])
            raise BadJudgement(f"{key} cannot be {value!r}{nearest(value, words[key])} (allowed: {allowed})")
        return value or None
    if key in ("actors", "recipients"):
        return tuple(name.strip() for name in value.split(";") if name.strip())
    if key == "date":
        return _date(value)
    if key in ("killed", "injured", "abducted"):
        return _count(key, value)
    if key == "source":
        return value or None
    if key == "summary":
        return _flag(key, value)
    raise BadJudgement(f"{key!r} cannot be amended{nearest(key, AMENDABLE)} (fields: {', '.join(AMENDABLE)})")


def _flag(key: str, value: str) -> bool:
    if value not in ("yes", "no"):
        raise BadJudgement(f"{key} cannot be {value!r}: write yes or no")
    return value == "yes"


def _date(value: str) -> DateInterval | None:
    try:
        return DateInterval.parse(value) if value else None
    except ValueError as error:
        raise BadJudgement(
            f"date cannot be {value!r}: write 2022-04-16, 2022-04 or 2022-04-16/2022-04-18"
        ) from error


def _count(key: str, value: str) -> Count | None:
    if not value:
        return None
    low, dash, high = value.partition("-")
    try:
        least = int(low.removesuffix("+"))
        most = int(high) if dash else (None if low.endswith("+") else least)
    except ValueError as error:
        raise BadJudgement(f"{key} cannot be {value!r}: write 20, 20-25 or 20+ (at least 20)") from error
    if most is not None and most < least:
        raise BadJudgement(f"{key} cannot be {value!r}: the second number is smaller than the first")
    return Count(least, most)
