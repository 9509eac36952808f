"""What an attack did to people: whom it befell, and tolls told in two halves."""

from __future__ import annotations

from typing import Final

from brink.code.events.lexicon import Lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import agents, patients, subjects
from brink.code.parsed import Token

_ELLIPTIC: Final = frozenset(
    {
        "other",
        "others",
        "more",
        "dozen",
        "dozens",
        "score",
        "scores",
        "hundred",
        "hundreds",
        "several",
        "many",
    }
)


def coordinate_toll(trigger: Trigger, at: dict[int, Trigger], lexicon: Lexicon) -> Trigger | None:
    """The first half of a toll told in two: "41 died AND 22 WERE HURT" is one event.

    The halves tell different outcomes, of the same people, of people left to be understood
    ("22", "dozens", "two others"), or of people who do not fight the others.
    """
    verb = trigger.token
    before = verb.head.head if verb.head.dep_ == "obj" else verb.head
    first = at.get(before.i) if verb.dep_ in {"conj", "parataxis"} else None
    if first is None or trigger.nominal or first.nominal or not is_effect_only(trigger):
        return None
    outcomes = _outcomes(first) | _outcomes(trigger)
    if not is_effect_only(first) or outcomes != {"killed", "injured"} or _outcomes(first) == outcomes:
        return None
    later, earlier = suffering(trigger), suffering(first)
    if any(token in earlier or is_elliptic(token) for token in later) or not later:
        return first
    armed = [_fighting(tokens, lexicon) for tokens in (earlier, later)]
    return None if armed[0] and armed[1] and armed[0] != armed[1] else first


def _outcomes(trigger: Trigger) -> set[str | None]:
    return {expression.frame.effect for expression in trigger.expressions}


def suffering(trigger: Trigger) -> tuple[Token, ...]:
    """Whom an outcome befell: the subject of "died" and "were hurt", the object of "wounded"."""
    dying = "agent" in trigger.expressions[0].frame.recipient
    return (agents(trigger.token) if dying else ()) or patients(trigger.token) or subjects(trigger.token)


def is_elliptic(noun: Token) -> bool:
    """Whether the word only counts people named before ("22", "dozens", "others")."""
    counted = noun.pos_ == "NUM" or noun.tag_ == "CD" or str(noun.lower_) in _ELLIPTIC
    return counted or str(noun.lemma_).lower() in _ELLIPTIC


def _fighting(people: tuple[Token, ...], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(str(noun.lemma_).lower() for noun in people) & lexicon.means.armed


def same_arms(killed: Token, raid: Token, lexicon: Lexicon) -> bool:
    """ "Two soldiers died when the army raided a camp": the dead are the raiders' own."""
    dead = {str(token.lemma_).lower() for token in (*subjects(killed), *patients(killed))}
    doers = agents(raid)
    before = [child for token in doers for child in token.children if child.dep_ == "compound"]
    doing = {str(token.lemma_).lower() for token in (*doers, *before)}
    return any(dead & arms and doing & arms for arms in (lexicon.means.regular, lexicon.means.irregular))


def is_effect_only(trigger: Trigger) -> bool:
    return all(expression.frame.effect for expression in trigger.expressions)
