"""What a question, an answer and an outcome are, and how they are written into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from brink.case.parts.forecasts import State
from brink.errors import BadLedger, nearest

SCORED: tuple[State, ...] = ("yes", "no", "number")
STATES: tuple[State, ...] = get_args(State)
_OF_ENTRY = ("entry", "at")


@dataclass(frozen=True, slots=True)
class Reads:
    """Months [first, last] of a series, both included and written 2023-01, and what is taken of them."""

    series: str
    field: str | None
    take: str
    first: str
    last: str
    at_least: float | None
    at_most: float | None

    @property
    def asks_for_number(self) -> bool:
        return self.at_least is None and self.at_most is None


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the rule that settles it, fixed when it was asked."""

    id: str
    text: str
    asked: date
    opens: date
    closes: date
    source: str
    field: str
    rule: str
    vintage: str
    reading_date: date
    if_source_stops: str
    reads: Reads | None
    base_rate: float | None
    """Stated chance of a yes, where no series tells it."""
    base_rate_from: str
    """Where the stated chance comes from."""
    about: tuple[str, ...]
    grounds: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What somebody without an opinion would have said on the day of an answer.

    Either a probability or quantiles by level; neither, and then `because` says why.
    """

    probability: float | None
    quantiles: Mapping[float, float] | None
    because: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one author said on one day. `entry` is its number in the ledger."""

    entry: int
    at: str
    author: str
    made: date
    said: str
    probability: float | None
    quantiles: Mapping[float, float] | None
    basis: str
    quote: Mapping[str, Any] | None
    """Claim, document, start, end and text, where it was found in the reporting."""
    base_rate: Reference
    conflictology: Reference
    corrects: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a question came out."""

    entry: int
    at: str
    state: State
    value: float | None
    happened: date | None
    known: date
    because: str

    @property
    def scored(self) -> bool:
        return self.state in SCORED


def question_content(question: Question) -> dict[str, Any]:
    """The question as JSON can hold it."""
    content = {name: _plain(getattr(question, name)) for name in Question.__slots__ if name != "id"}
    reads = question.reads
    content["reads"] = {name: getattr(reads, name) for name in Reads.__slots__} if reads else None
    return content


def read_question(question_id: str, content: Mapping[str, Any]) -> Question:
    """The question that an entry holds."""
    fields = dict(content)
    for name in ("asked", "opens", "closes", "reading_date"):
        fields[name] = date.fromisoformat(fields[name])
    fields["reads"] = Reads(**fields["reads"]) if fields["reads"] else None
    fields["about"] = tuple(fields["about"])
    return Question(question_id, **fields)


def answer_content(answer: Answer) -> dict[str, Any]:
    """The answer as JSON can hold it, without what the entry itself says."""
    content = {name: _plain(getattr(answer, name)) for name in Answer.__slots__ if name not in _OF_ENTRY}
    for name in ("base_rate", "conflictology"):
        reference: Reference = getattr(answer, name)
        content[name] = {part: _plain(getattr(reference, part)) for part in Reference.__slots__}
    return content


def read_answer(entry: int, at: str, content: Mapping[str, Any]) -> Answer:
    """The answer that an entry holds."""
    fields = dict(content)
    fields["made"] = date.fromisoformat(fields["made"])
    fields["quantiles"] = _levels(fields["quantiles"])
    for name in ("base_rate", "conflictology"):
        reference = dict(fields[name])
        reference["quantiles"] = _levels(reference["quantiles"])
        fields[name] = Reference(**reference)
    return Answer(entry, at, **fields)


def outcome_content(outcome: Outcome) -> dict[str, Any]:
    """The outcome as JSON can hold it, without what the entry itself says."""
    return {name: _plain(getattr(outcome, name)) for name in Outcome.__slots__ if name not in _OF_ENTRY}


def read_outcome(entry: int, at: str, content: Mapping[str, Any]) -> Outcome:
    """The outcome that an entry holds."""
    fields = dict(content)
    if fields["state"] not in STATES:
        state = fields["state"]
        raise BadLedger(f"entry {entry} has an unknown state {state!r}{nearest(state, STATES)}")
    fields["known"] = date.fromisoformat(fields["known"])
    fields["happened"] = date.fromisoformat(fields["happened"]) if fields["happened"] else None
    return Outcome(entry, at, **fields)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): part for key, part in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _levels(quantiles: Mapping[str, float] | None) -> dict[float, float] | None:
    return {float(level): value for level, value in quantiles.items()} if quantiles else None
