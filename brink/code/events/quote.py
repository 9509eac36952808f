"""The words that hold an event: the shortest run of its clause with everybody who stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from spacy.tokens import Token

from brink.code.events.circumstances import scope_of
from brink.code.events.trigger import Trigger

_EDGE: Final = frozenset({"punct", "cc", "mark", "discourse"})
_FAR: Final = 30
"""Words between an event and a party beyond which the party is cited, not quoted."""


def quoted(trigger: Trigger, parties: Iterable[Token]) -> tuple[Token, ...]:
    """Tokens of the quote, in order and without gaps."""
    scope = scope_of(trigger)
    first, last = scope[0].i, scope[-1].i
    for token in sorted(parties, key=lambda token: abs(token.i - trigger.token.i)):
        if _reaches(trigger, token) and token.sent.start == trigger.token.sent.start:
            first, last = min(first, token.left_edge.i if token.i < first else first), max(last, token.i)
    doc = trigger.token.doc
    while first < last and (doc[first].dep_ in _EDGE or _ties(doc[first], trigger)):
        first += 1
    while last > first and doc[last].is_punct:
        last -= 1
    return tuple(doc[first : last + 1])


def _ties(token: Token, trigger: Trigger) -> bool:
    """Whether it is the preposition that hangs the event noun on its sentence."""
    return bool(token.dep_ == "case" and trigger.nominal and token.head == trigger.token)


def _reaches(trigger: Trigger, party: Token) -> bool:
    """A shared subject is quoted when it governs by control ("offered to help"), else only cited."""
    if abs(party.i - trigger.token.i) > _FAR:
        return False
    step = trigger.carrier or trigger.token
    if bool(party.head.dep_ in {"ccomp", "xcomp"} and party.head.head == step):
        return True
    for _ in range(6):
        if step.dep_ in {"xcomp", "acl", "ccomp", "obj", "obl", "nmod", "nsubj"} and step.head != step:
            step = step.head
            if party.head == step or party.head.head == step:
                return True
        else:
            return bool(party.head == step or party.head.head == step)
    return False
