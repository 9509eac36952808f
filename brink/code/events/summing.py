"""Whether the words of a row tell of one happening or sum up many ("terrorist attacks in Pakistan")."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.scope import scope_of
from brink.code.events.summary import MANY
from brink.code.grammar import is_passive, patients
from brink.code.parsed import Token
from brink.code.rows import Event

_KINDS: Final = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
_SPOTS: Final = frozenset({"point", "town", "district"})
_MOST: Final = 120
"""Words of a clause that are looked through."""
_LONG_DAYS: Final = 60
"""Days from which on a time is no day of one happening."""
_POINTING: Final = frozenset(
    {"the", "those", "these", "this", "that", "both", "latest", "two", "three", "four", "five", "several"}
)
"""Words beside a plural that point at some told before or set off a few."""
_FEW: Final = frozenset({"series", "couple", "pair", "string", "one", "some"})
_AGAIN: Final = re.compile(
    r"\b(?:regularly|repeatedly|routinely|constantly|mostly"
    r"|over the years|over the (?:last|past) (?:\w+ )?years"
    r"|in recent (?:years|months|decades)|for (?:years|decades)|(?:day|week|month|year) after \w+"
    r"|of all (?:types|kinds|sorts)|more and more)\b",
    re.I,
)
_EVERYWHERE: Final = re.compile(
    r"\b(?:in (?:several|many|various|different|most) (?:of the )?(?:parts|places|areas|districts|provinces"
    r"|regions|states|towns|cities|villages)|across (?:the|much of the) (?:country|region|north|south|east"
    r"|west|province|state)|throughout the (?:country|region))\b",
    re.I,
)


def told_as_many(event: Event, made: Draft) -> Event:
    """The row, marked where its words are about many happenings at large and no one of them is told.

    What the grammar of the sentence shows (`is_history`), or: no day, no toll and no town, with either
    a plural that nothing counts or points out ("attacks by the group", "soldiers were killed"), or words
    of habit or of many places ("week after week", "in several districts").
    """
    if MANY in made.doubts:
        return replace(event, summary=True)
    if event.type not in _KINDS or event.status not in ("happened", "ongoing") or _is_tied(event):
        return event
    why = _habit(made) or _plural(made, long=event.date is not None)
    return event if why is None else replace(event, summary=True, because=(*event.because, f"{MANY}: {why}"))


def _is_tied(event: Event) -> bool:
    """Whether a day, a toll or a town ties the words to one happening."""
    day = event.date is not None and event.date.days < _LONG_DAYS
    spot = event.place is not None and event.place.precision in _SPOTS
    return day or spot or any((event.killed, event.injured, event.abducted))


def _habit(made: Draft) -> str | None:
    # A clause longer than any sentence costs the square of its length, as each of its acts reads it.
    words = "".join(token.text_with_ws for token in scope_of(made.trigger)[:_MOST])
    found = _AGAIN.search(words) or _EVERYWHERE.search(words)
    return None if found is None else f"“{found.group()}”"


def _plural(made: Draft, *, long: bool) -> str | None:
    """Why a plural tells of no single happening; `long`: over months, as "THE ATTACKS in 2020" are."""
    trigger = made.trigger
    noun = trigger.token
    if not trigger.nominal:
        return _sufferers(made)
    if not _is_plural(noun) or (_is_pointed_out(noun) and not long):
        return None
    if trigger.carrier is not None and not _is_perfect(trigger.carrier):
        # "By conducting air strikes", "launched raids": done once, as far as the words go.
        return None
    return f"“{noun.text}” without a number, a day or a town"


def _sufferers(made: Draft) -> str | None:
    """ "COMMANDERS were killed in Afghanistan": by nobody that is told, and no telling which."""
    hurt = patients(made.trigger.token)
    if made.actors or not hurt or not is_passive(made.trigger.token):
        return None
    if any(not _is_plural(noun) or _is_pointed_out(noun) for noun in hurt):
        return None
    return f"“{hurt[0].text}” without a number, a day or a town"


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


def _is_pointed_out(noun: Token) -> bool:
    """ "THE attacks", "THESE raids", "TWO strikes", "a SERIES of attacks"."""
    before = [child for child in noun.children if child.i < noun.i]
    if any(child.lower_ in _POINTING or child.dep_ == "nummod" for child in before):
        return True
    return noun.dep_ == "nmod" and str(noun.head.lemma_).lower() in _FEW


def _is_perfect(verb: Token) -> bool:
    return any(child.dep_.startswith("aux") and child.lemma_ == "have" for child in verb.children)
