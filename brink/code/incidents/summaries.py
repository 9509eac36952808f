"""Rows that sum up many happenings ("terrorist attacks in Pakistan") and tell of no single one."""

from __future__ import annotations

import re
from typing import Final

from brink.code.rows import Event

MANY: Final = "a summary of many events"
"""How the coder says so in `review`, where the grammar of the sentence shows it."""
_KINDS: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_SPOTS: Final = frozenset({"point", "town", "district"})
_TRIGGER: Final = re.compile(r"“([^”]+)”")
_NOUN: Final = re.compile(r"is a noun of this type")
_POINTING: Final = re.compile(
    r"\b(?:the|those|these|both|latest|two|three|four|five|several|a series of)$", re.I
)
_AGAIN: Final = re.compile(
    r"\b(?:regularly|repeatedly|routinely|constantly|mostly"
    r"|over the years|over the (?:last|past) (?:\w+ )?years"
    r"|in recent (?:years|months|decades)|for (?:years|decades)|(?:day|week|month|year) after \w+"
    r"|of all (?:types|kinds|sorts)|more and more)\b",
    re.I,
)
_PERFECT: Final = re.compile(r"\b(?:have|has)\b", re.I)
_LONG_DAYS: Final = 60
"""Days from which on a time is no day of one happening."""


def sums_up(event: Event) -> bool:
    """Whether the words are about many happenings at large, so that no one of them is told.

    The coder's own finding, or: no day, no toll and no town; and either a plural without a number or
    an article that points at some told before ("attacks by the group"), or words of habit
    ("week after week").
    """
    if event.review is not None and MANY in event.review:
        return True
    if event.type not in _KINDS or event.status not in ("happened", "ongoing") or _is_placed(event):
        return False
    return _AGAIN.search(event.quote.text) is not None or _is_bare_plural(event)


def _is_placed(event: Event) -> bool:
    """Whether a day, a toll or a town ties the words to one happening."""
    day = event.date is not None and event.date.days < _LONG_DAYS
    spot = event.place is not None and event.place.precision in _SPOTS
    return day or spot or any((event.killed, event.injured, event.abducted))


def _is_bare_plural(event: Event) -> bool:
    why = event.because[0] if event.because else ""
    found = _TRIGGER.search(why)
    if found is None or _NOUN.search(why) is None:
        return False
    noun, quote = found.group(1), event.quote.text
    if f"“{noun}” with “" in why and _PERFECT.search(quote) is None:
        # "By conducting air strikes", "launched raids": done once, as far as the words go.
        return False
    at = quote.find(noun)
    if at < 0 or not noun.endswith("s") or noun.endswith("ss"):
        return False
    before = quote[:at].rstrip()
    words = before.split()
    return _POINTING.search(before) is None and not any(_points(word) for word in words[-3:])


def _points(word: str) -> bool:
    return word.lower() in {"the", "those", "these", "two", "three", "four", "five"} or word[:1].isdigit()
