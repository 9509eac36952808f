"""Words that tell an act told beside them again, or only what belongs to it."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.grammar import patients
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_WAYS: Final = _LISTS["ways"]


_WORDS: Final = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})


def told_again(inner: Draft, at: dict[int, Draft]) -> Draft | None:
    """The act that words joined to it tell again: "SUMMONED the envoy and condemned the firing".

    Also an event noun in apposition to another ("a spring offensive, the worst ONSLAUGHT in years"), and a
    participle that repeats the demand ("asked them to stop, DEMANDING a crackdown").
    """
    token = inner.trigger.token
    outer = at.get(token.head.i) if token.dep_ in {"conj", "appos"} else _asked_above(inner, at)
    if outer is None or outer is inner or outer.type != inner.type or outer.trigger.token.i > token.i:
        return None
    if token.dep_ == "appos":
        return outer if inner.trigger.nominal and outer.trigger.nominal else None
    if inner.type not in _WORDS or inner.recipients or not (outer.recipients and outer.actors):
        return None
    other = any(part.pos_ == "PROPN" for noun in patients(token) for part in noun.subtree)
    return outer if token.dep_ != "conj" or (inner.names <= outer.names and not other) else None


def _asked_above(inner: Draft, at: dict[int, Draft]) -> Draft | None:
    """The demand above a participle that demands."""
    verb = inner.trigger.token
    if inner.type != "REQUEST" or verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    step = verb.head
    for _ in range(3):
        if step.i in at or step.head == step:
            break
        step = step.head
    return at.get(step.i)


def is_way(inner: Draft, at: dict[int, Draft]) -> bool:
    """ "Took power IN A COUP": the noun tells by what the same act was done."""
    noun = inner.trigger.token
    outer = at.get(noun.head.i)
    told = inner.trigger.nominal and inner.trigger.lemma in _WAYS and noun.dep_ == "obl"
    return told and outer is not None and outer.type == inner.type and not outer.trigger.nominal


def is_left_behind(inner: Draft) -> bool:
    """ "Quit the town, LEAVING stocks of fuel": what is left there is no retreat of its own."""
    verb = inner.trigger.token
    leaving = inner.trigger.lemma == "leave" and verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return inner.type == "RETREAT" and leaving


def is_slogan(inner: Draft, at: dict[int, Draft]) -> bool:
    """What a protest is for: "marched on Sunday, demanding a ceasefire"."""
    verb = inner.trigger.token
    outer = at.get(verb.head.i) if inner.type == "REQUEST" and verb.tag_ == "VBG" else None
    return outer is not None and outer.type == "PROTEST" and verb.dep_ == "advcl"
