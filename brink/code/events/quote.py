"""The words that hold an event: the shortest run of its clause with everybody who stands in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from brink.code.events.scope import scope_of
from brink.code.events.trigger import Trigger
from brink.code.grammar import subjects
from brink.code.grammar.free_relative import is_called
from brink.code.parsed import Token

_EDGE: Final = frozenset({"punct", "cc", "mark", "discourse"})
_SPOKEN: Final = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT", "AGREE", "SUPPORT"})
_CONTENT: Final = 25
"""Words of what is said that are quoted with the verb that says it."""
_NEAR: Final = 15
"""Words between a subject and its verb over which a quote still reaches back."""
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
    verb = _told_by(trigger)
    if verb is not None:
        first, last = _with_content(trigger, verb, first, last)
        first = _with_subject(verb, first)
    while first < last and (doc[first].dep_ in _EDGE or _opens(doc[first]) or _ties(doc[first], trigger)):
        first += 1
    while last > first and doc[last].is_punct:
        last -= 1
    return tuple(doc[first : last + 1])


def _told_by(trigger: Trigger) -> Token | None:
    """The verb that tells the event, of a noun the one that carries it or tells what it did."""
    if not trigger.nominal or trigger.carrier is not None:
        return trigger.carrier or trigger.token
    return next((effect.token for effect in trigger.effects if not effect.nominal), None)


def _with_content(trigger: Trigger, verb: Token, first: int, last: int) -> tuple[int, int]:
    """The range with what is said, asked or threatened, without which a speech act means nothing."""
    if trigger.expressions[0].frame.type not in _SPOKEN:
        return first, last
    asked = [below for child in verb.children if child.dep_ in {"obj", "obl"} for below in child.children]
    for child in [*verb.children, *asked]:
        spoken = child.dep_ in {"ccomp", "xcomp"} or (child.dep_ in {"advcl", "acl"} and child.tag_ == "VB")
        if spoken and child.i > verb.i:
            end = _end_of_content(child)
            last = max(last, end) if end - verb.i <= _CONTENT else last
    return first, last


def _end_of_content(said: Token) -> int:
    """The last word of what is said, before a clause that goes on with a subject of its own."""
    waiting, last = [said], int(said.i)
    for _ in range(4 * _CONTENT):
        if not waiting:
            break
        token = waiting.pop()
        last = max(last, int(token.i))
        waiting.extend(c for c in token.children if not (c.dep_ == "conj" and _has_subject(c)))
    return last


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _with_subject(verb: Token, first: int) -> int:
    """Where the words start when the subject stands shortly before them ("visited …, and WARNED")."""
    heads = [head for head in subjects(verb) if head.sent.start == verb.sent.start]
    if not heads or verb.dep_ == "acl":
        return first
    start = heads[0].left_edge.i
    return start if start < first and first - start <= _NEAR else first


def _opens(token: Token) -> bool:
    """ "When" and "after", which hang the event's clause on another."""
    hanging = {"when", "after", "as", "while", "where", "of"}
    return token.lower_ in hanging and token.dep_ in {"advmod", "mark", "case"}


def _ties(token: Token, trigger: Trigger) -> bool:
    """Whether it is the preposition that hangs the event noun on its sentence."""
    return bool(token.dep_ == "case" and trigger.nominal and token.head == trigger.token)


def _reaches(trigger: Trigger, party: Token) -> bool:
    """A shared subject is quoted when it governs by control ("offered to help"), else only cited."""
    if abs(party.i - trigger.token.i) > _FAR:
        return False
    if is_called(party):
        return True
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
