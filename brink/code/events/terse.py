"""Tolls told beside an act: "Ambush near Konna: 3 KIA", "the toll from the ambush has risen to 19"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.scope import scope_of
from brink.code.events.summary import LASTING
from brink.code.events.trigger import Trigger
from brink.code.parsed import Token
from brink.code.rows import Figure
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_STATES: Final = _LISTS["states"]
_COUNTS: Final = frozenset({"toll", "number", "count"})
_RISING: Final = _LISTS["rising"]
_LONG: Final = LASTING | {"campaign", "offensive", "conflict", "operation", "crackdown", "siege", "unrest"}
_BESIDE: Final = 3
"""Words between a number and the state of those it counts ("22 PEOPLE dead")."""


def take_tolls(triggers: Sequence[Trigger], figures: Sequence[tuple[Figure, Token]]) -> None:
    """Hand each bare toll to the act of force nearest in its sentence, else to the last one before it.

    Only numbers right before "dead", "KIA" and the like, of which no clause of a trigger tells, and for
    a sentence without an act only where it holds no verb ("2 KIA, 6 WIA.").
    """
    acts = [one for one in triggers if any(e.frame.type == "ASSAULT" for e in one.expressions)]
    taken = {token.i for one in triggers for token in scope_of(one)} if acts else set()
    for figure, token in figures:
        if figure.role not in {"killed", "injured"} or token.i in taken or not _is_bare(token):
            continue
        _hand(token, _nearest(token, acts))
    for act in acts:
        risen = _risen(act, [token for figure, token in figures if figure.role in {"killed", "injured"}])
        if risen is not None and risen.i not in taken:
            _hand(risen, act)


def _hand(number: Token, act: Trigger | None) -> None:
    if act is not None:
        act.scope = tuple(sorted({*scope_of(act), number}, key=lambda one: one.i))


def _risen(act: Trigger, numbers: Sequence[Token]) -> Token | None:
    """The 19 of "the death toll from Monday's AMBUSH rose to 19": what a toll told anew has come to."""
    if act.token.tag_ != "NN" or act.lemma in _LONG:
        # "The toll from drone strikes this year", "from the war", is of many happenings.
        return None
    above = [act.token.head, act.token.head.head, act.token.head.head.head]
    told = next((noun for noun in above if noun.lemma_.lower() in _COUNTS), None)
    if told is None or told.head.lemma_.lower() not in _RISING:
        return None
    verb = told.head
    return next((number for number in numbers if number.i > verb.i and verb in _two_up(number)), None)


def _two_up(token: Token) -> tuple[Token, Token]:
    return token.head, token.head.head


def _is_bare(number: Token) -> bool:
    doc = number.doc
    ahead = doc[number.i + 1 : number.i + 2 + _BESIDE]
    state = next((word for word in ahead if word.lower_ in _STATES), None)
    if state is None:
        return False
    between = doc[number.i + 1 : state.i]
    if any(word.pos_ in {"VERB", "AUX", "ADP", "PUNCT"} for word in between):
        return False
    return not any(child.dep_ in {"cop", "aux", "aux:pass", "obj"} for child in state.children)


def _nearest(number: Token, acts: Sequence[Trigger]) -> Trigger | None:
    here = [one for one in acts if one.token.sent.start == number.sent.start]
    if here:
        return min(here, key=lambda one: abs(one.token.i - number.i))
    if any(word.pos_ in {"VERB", "AUX"} and word.lower_ not in _STATES for word in number.sent):
        return None
    before = [one for one in acts if one.token.sent.end == number.sent.start]
    return before[-1] if before else None
