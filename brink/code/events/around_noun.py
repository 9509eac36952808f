"""Where the parties of a frame stand around a noun: "the army's ATTACK on Goma"."""

from __future__ import annotations

from typing import Final

from brink.code.events.carrying import carrying, only_brings
from brink.code.events.lexicon import Lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    clause,
    conjuncts,
    governor,
    noun_complements,
    objects,
    obliques,
    preposition,
)
from brink.code.grammar.labels import NAMED_OR_NOUN
from brink.code.parsed import Token

_BEFORE: Final = frozenset({"compound", "amod"})
_NEXT: Final = frozenset({"against", "between", "with", "by", "on"})


def within_noun(noun: Token, place: str) -> tuple[Token, ...]:
    """Phrases on a noun or on what it is of: "a package of aid FOR Ukraine"."""
    complements = noun_complements(noun)
    found = complements.get(place, ())
    if place == "between" and not found:
        return _between_below(complements)
    for inner in complements.get("of", ()) if not found and place != "of" else ():
        found = found or noun_complements(inner).get(place, ())
    return found


def around_noun(trigger: Trigger, place: str, lexicon: Lexicon) -> tuple[Token, ...]:
    noun, carrier = trigger.token, None if only_brings(trigger) else trigger.carrier
    if place == "light":
        return carrying(trigger, lexicon)
    complements = noun_complements(noun)
    found = tuple(t for t in complements.get(place, ()) if place in _BEFORE or not _is_own(t, trigger))
    if place in {"compound", "amod"}:
        return _before_noun(trigger, found)
    if place == "anti":
        before = (*complements.get("compound", ()), *complements.get("amod", ()))
        return tuple(token for token in before if is_opposed(token))
    if place == "between":
        found = found or complements.get("among", ()) or _between_below(complements)
        if not found and carrier is not None:
            found = obliques(carrier, "between") or _between_where(carrier)
        return _both(found)
    if place == "by" and not found:
        found = _by_below(noun, lexicon)
    if not found and carrier is not None and place not in {"poss", "of"}:
        found = tuple(token for token in obliques(carrier, place) if token != noun)
    if not found and place == "with" and carrier is not None:
        found = _drawn_in(trigger, carrier)
    return found or (_just_after(noun, place) if place in _NEXT else ())


def _drawn_in(trigger: Trigger, carrier: Token) -> tuple[Token, ...]:
    """The other side in "engaged PEACEKEEPERS in a firefight", "joined CHAD in exercises"."""
    noun = trigger.token
    sides = trigger.expressions[0].frame.sides and noun.dep_ == "obl" and preposition(noun) == "in"
    return objects(carrier) if sides and carrier.lemma_ in {"engage", "join"} else ()


def _is_own(token: Token, trigger: Trigger) -> bool:
    """ "Force" in "a show of force", which is a word of the expression."""
    return bool(trigger.first <= token.i < trigger.last)


def _between_where(carrier: Token) -> tuple[Token, ...]:
    """ "Fighting broke out near the airport BETWEEN the army and rebels", hung on the place."""
    for where in obliques(carrier, "in", "near", "at", "on", "around", "along", "over"):
        found = noun_complements(where).get("between", ())
        if found:
            return found
    return ()


def _both(sides: tuple[Token, ...]) -> tuple[Token, ...]:
    """The second side where the parser joined it to a name inside the first: "troops loyal to A and B"."""
    if len(sides) != 1:
        return sides
    inside = [
        t for t in sides[0].subtree if t.dep_ == "conj" and t.head != sides[0] and t.pos_ in NAMED_OR_NOUN
    ]
    apart = [t for t in inside if any(child.dep_ == "cc" and child.lower_ == "and" for child in t.children)]
    return (sides[0], apart[0]) if len(apart) == 1 else sides


def _between_below(complements: dict[str, tuple[Token, ...]]) -> tuple[Token, ...]:
    """The sides that the parser hung on the matter: "talks on the border BETWEEN Chad and Sudan"."""
    for tie in ("of", "on", "over", "about", "for"):
        for matter in complements.get(tie, ()):
            found = noun_complements(matter).get("between", ())
            if found:
                return found
    return ()


def _by_below(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The doer that the parser hung on whom it was done to: "the murder of a priest BY GUNMEN".

    Not below another act: in "condemnation of the raid by the rebels" the rebels raided.
    """
    step = noun
    for _ in range(_DEEP):
        complements = noun_complements(step)
        below = next((complements[tie] for tie in _DONE_TO if tie in complements), ())
        if not below or any(inner.lemma_.lower() in lexicon.nouns for inner in below):
            return ()
        for inner in below:
            found = noun_complements(inner).get("by", ())
            if found:
                return found
        step = below[-1]
    return ()


def _just_after(noun: Token, place: str) -> tuple[Token, ...]:
    """A phrase right after the noun that the parser hung on the verb ("faces protests AGAINST him")."""
    if place == "on" and governor(noun).lemma_ in _BLAMING:
        return ()
    near = [
        c for c in governor(noun).children if c.dep_ == "obl" and c.i > noun.i and preposition(c) == place
    ]
    if not near:
        return ()
    end = max(token.i for token in clause(noun)) + 1
    return tuple(head for child in near if child.left_edge.i == end for head in conjuncts(child))


def _before_noun(trigger: Trigger, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Attributes of the noun, and of its own parts: "US" in "US drone strike"."""
    outside = [
        token for token in found if not trigger.first <= token.i < trigger.last or token.pos_ == "PROPN"
    ]
    for token in found:
        if trigger.first <= token.i < trigger.last:
            outside.extend(
                c for c in token.children if c.dep_ in {"compound", "amod", "nmod:poss"} and c not in found
            )
    return tuple(token for token in outside if not is_opposed(token))


_BLAMING: Final = frozenset({"blame", "pin"})
"""Verbs whose "on" tells who is said to have done it."""
_DONE_TO: Final = ("of", "on", "against", "at", "in", "to")
_DEEP: Final = 3


def is_opposed(token: Token) -> bool:
    """Whether "anti-" stands before the word, so that it is what an act is against."""
    doc = token.doc
    return bool(token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ == "anti")
