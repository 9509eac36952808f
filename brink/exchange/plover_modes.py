"""What a row of Brink is in PLOVER: type, mode and contexts, by what the row says."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from brink.code.rows import Event, EventType
from brink.shipped import shipped_yaml

_TOLD = re.compile(
    r"“(?P<words>[^”]*)”(?: with “[^”]*”)? is a (?:verb|noun) of this type \(“(?P<written>[^”]*)”\)"
)
_HEAD = re.compile(r"\s*[=~].*")


@dataclass(frozen=True, slots=True)
class Sides:
    """Sectors of the actors, and whether the place is in the country of neither side."""

    sectors: Collection[str] = ()
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, mode (empty where PLOVER has none that fits) and contexts, in alphabetical order."""

    type: EventType
    mode: str = ""
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Rule:
    told: frozenset[str]
    words: re.Pattern[str] | None
    also: re.Pattern[str] | None
    doer: re.Pattern[str] | None
    whom: re.Pattern[str] | None
    by: frozenset[str]
    was: str | None
    toll: bool | None
    abroad: bool
    type: EventType | None
    mode: str
    contexts: frozenset[str]

    def fits(self, event: Event, sides: Sides, *, told: Collection[str], text: str) -> bool:
        """Whether all that the rule names is so."""
        return (
            (not self.told or not self.told.isdisjoint(told))
            and (self.words is None or self.words.search(text) is not None)
            and (self.also is None or self.also.search(event.quote.text) is not None)
            and (self.doer is None or any(self.doer.search(name) for name in event.actors))
            and (self.whom is None or any(self.whom.search(name) for name in event.recipients))
            and (not self.by or not self.by.isdisjoint(sides.sectors))
            and (self.was is None or self.was == _was(event))
            and (self.toll is None or self.toll == bool(event.killed or event.injured))
            and (not self.abroad or sides.abroad)
        )


def meaning(event: Event, sides: Sides) -> Meaning:
    """What the event is in PLOVER by the first rule of its type that fits."""
    told, after = _told(event)
    texts = [after, event.quote.text] if event.type in _knowledge()["after"] else [event.quote.text]
    for text in texts:
        for rule in _rules()[event.type]:
            if rule.fits(event, sides, told=told, text=text):
                contexts = tuple(sorted(rule.contexts | _contexts(event.quote.text)))
                return Meaning(rule.type or event.type, rule.mode, contexts)
    return Meaning(event.type, "", tuple(sorted(_contexts(event.quote.text))))


def threatened(act: Meaning) -> str:
    """The mode of a threat of that act; empty where PLOVER has none."""
    modes: Mapping[str, str] = _knowledge()["threatened"]
    return modes.get(f"{act.type} {act.mode}") or modes.get(act.type, "")


def _was(event: Event) -> str:
    return event.mode if event.mode not in (None, "other") else "none"


def _told(event: Event) -> tuple[tuple[str, ...], str]:
    """The expression that told the row, whole and without what it asks for, and the quote from there on."""
    for because in event.because:
        if because.startswith(f"{event.type}: ") and (found := _TOLD.search(because)):
            text, written = event.quote.text, found["written"]
            return (written, _HEAD.sub("", written)), text[max(text.find(found["words"]), 0) :]
    return (), event.quote.text


def _contexts(text: str) -> frozenset[str]:
    return frozenset(context for context, words in _context_words().items() if words.search(text))


@cache
def _knowledge() -> Mapping[str, Any]:
    return dict(shipped_yaml("brink.exchange", "plover_modes.yaml"))


@cache
def _rules() -> Mapping[str, Sequence[_Rule]]:
    return {type_: [_rule(row) for row in rows] for type_, rows in _knowledge()["types"].items()}


def _rule(row: Mapping[str, Any]) -> _Rule:
    return _Rule(
        told=frozenset(row.get("told", ())),
        words=_any_of(row.get("words")),
        also=_any_of(row.get("also")),
        doer=_any_of(row.get("doer")),
        whom=_any_of(row.get("whom")),
        by=frozenset(row.get("by", ())),
        was=row.get("was"),
        toll=row.get("toll"),
        abroad=bool(row.get("abroad")),
        type=row.get("type"),
        mode=row.get("mode", ""),
        contexts=frozenset(row.get("contexts", ())),
    )


@cache
def _context_words() -> Mapping[str, re.Pattern[str]]:
    return {context: _pattern(words) for context, words in _knowledge()["contexts"].items()}


def _any_of(words: Sequence[str] | None) -> re.Pattern[str] | None:
    return _pattern(words) if words else None


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?:e?s)?\b", re.I)
