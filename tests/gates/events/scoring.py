"""Score coded events against sentences with their expected rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml

from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.rows import Count, Event
from brink.dates import DateInterval

HERE = Path(__file__).parent
_ROW = re.compile(r"(?P<optional>\??)(?P<type>[A-Z/]+) (?P<status>[a-z/~]+):(?P<who>[^;]*)(?P<rest>.*)")


@dataclass(frozen=True)
class Expected:
    """A row a careful reader would code; empty alternatives mean nobody, None means unjudged."""

    types: tuple[str, ...]
    statuses: tuple[str, ...] | None
    actors: tuple[tuple[str, ...], ...] | None
    recipients: tuple[tuple[str, ...], ...] | None
    fields: dict[str, str]
    optional: bool


@dataclass(frozen=True)
class Sentence:
    text: str
    rows: tuple[Expected, ...]
    date: DateInterval


@dataclass
class Score:
    expected: int = 0
    matched: int = 0
    spurious: int = 0
    who: int = 0
    fields: dict[str, list[bool]] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def detection_f1(self) -> float:
        return 2 * self.matched / max(1, self.expected + self.matched + self.spurious)

    @property
    def who_did_what_f1(self) -> float:
        return 2 * self.who / max(1, self.expected + self.matched + self.spurious)

    def share(self, name: str) -> float:
        seen = self.fields.get(name, [])
        return sum(seen) / max(1, len(seen))


def sentences(name: str) -> list[Sentence]:
    raw = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    date = DateInterval.parse(str(raw["date"]))
    return [
        Sentence(item["text"], tuple(_row(row) for row in item["rows"]), date) for item in raw["sentences"]
    ]


def _row(written: str) -> Expected:
    match = _ROW.fullmatch(written)
    if match is None:
        raise ValueError(f"not a row: {written!r}")
    actors, _, recipients = match["who"].partition(">")
    fields = dict(part.strip().split("=", 1) for part in match["rest"].split(";") if part.strip())
    return Expected(
        types=tuple(match["type"].split("/")),
        statuses=None if match["status"] == "~" else tuple(match["status"].split("/")),
        actors=_side(actors),
        recipients=_side(recipients),
        fields=fields,
        optional=bool(match["optional"]),
    )


def _side(written: str) -> tuple[tuple[str, ...], ...] | None:
    written = written.strip()
    if written == "~":
        return None
    return tuple(
        tuple(name.strip() for name in part.split("|")) for part in written.split(",") if part.strip()
    )


def score(items: Sequence[Sentence], code: Callable[[Sentence], list[Event]]) -> Score:
    total = Score()
    for item in items:
        _compare(item, code(item), total)
    return total


def _compare(item: Sentence, events: list[Event], total: Score) -> None:
    left = list(events)
    for row in sorted(item.rows, key=lambda row: row.optional):
        found = max((e for e in left if e.type in row.types), key=lambda e: _agreement(row, e), default=None)
        if found is not None:
            left.remove(found)
        if row.optional:
            continue
        total.expected += 1
        if found is None:
            total.lines.append(f"missed   {'/'.join(row.types)}: {item.text}")
            continue
        total.matched += 1
        _judge(item, row, found, total)
    total.spurious += len(left)
    for event in left:
        total.lines.append(
            f"spurious {event.type} {event.actors}>{event.recipients} {event.status}: {item.text}"
        )


def _agreement(row: Expected, event: Event) -> int:
    return (
        2 * _names(row.actors, event.actors)
        + 2 * _names(row.recipients, event.recipients)
        + (row.statuses is None or event.status in row.statuses)
    )


def _judge(item: Sentence, row: Expected, event: Event, total: Score) -> None:
    who = _names(row.actors, event.actors) and _names(row.recipients, event.recipients)
    total.who += who
    if not who:
        total.lines.append(f"who      {event.type} {event.actors}>{event.recipients}: {item.text}")
    verdicts = {"status": row.statuses is None or event.status in row.statuses}
    for name, value in row.fields.items():
        verdicts[name] = _field(name, value, event)
    for name in ("killed", "injured"):
        if name not in row.fields:
            verdicts[name] = getattr(event, name) is None or (
                name == "killed" and event.killed == Count(1, 1)
            )
    for name, right in verdicts.items():
        total.fields.setdefault(name, []).append(bool(right))
        if not right:
            got = event.place.name if name == "place" and event.place else getattr(event, name, None)
            total.lines.append(f"{name:8} {event.type} got {got}, want {row.fields.get(name)}: {item.text}")


def _names(wanted: tuple[tuple[str, ...], ...] | None, got: tuple[str, ...]) -> bool:
    """One named side right is enough, as in the usual scorers; an empty side must be empty."""
    if wanted is None:
        return True
    if not wanted:
        return not got
    return any(_same(alternative, name) for part in wanted for alternative in part for name in got) or (
        not got and any("" in part for part in wanted)
    )


def _same(wanted: str, got: str) -> bool:
    """The same words, a part of one another, or an organ of the state that is wanted."""
    if not wanted:
        return False
    a, b = wanted.casefold(), got.casefold()
    if a == b or re.search(rf"\b{re.escape(a)}\b", b) or re.search(rf"\b{re.escape(b)}\b", a):
        return True
    known, state = _entry(got), _entry(wanted)
    if known is None or state is None:
        return False
    return known.name == state.name or (state.kind == "state" and known.country == state.country)


@lru_cache(maxsize=512)
def _entry(name: str) -> ActorEntry | None:
    return Gazetteer.load().entry(name)


def _field(name: str, value: str, event: Event) -> bool:
    if value == "~":
        return True
    if name in {"killed", "injured", "abducted"}:
        return bool(getattr(event, name) == _count(value))
    if name == "date":
        return event.date is not None and event.date.overlaps(DateInterval.parse(value))
    if name == "place":
        return event.place is not None and any(_same(one, event.place.name) for one in value.split("|"))
    if name == "mode":
        return event.mode in value.split("/")
    if name == "amount":
        return event.amount is not None and event.amount.value == float(value)
    return event.source is not None and any(_same(one, event.source) for one in value.split("|"))


def _count(written: str) -> Count:
    if written.endswith("+"):
        return Count(int(written[:-1]), None)
    low, _, high = written.partition("-")
    return Count(int(low), int(high or low))
