"""Whom a word of number, of state or of a thing stands for."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_passive, noun_complements, objects, obliques
from brink.code.parsed import Token

_NUMBERS: Final = frozenset({"dozen", "score", "hundred", "thousand", "number", "handful", "ten", "couple"})
_NESTED: Final = 2
"""Numbers of numbers: "tens of thousands of people"."""
_TAKEN: Final = frozenset({"hostage", "hostages", "captive", "captives"})
_HOLDING: Final = frozenset({"carry", "transport", "ferry", "house", "shelter", "host", "hold"})


def held(verb: Token) -> tuple[Token, ...]:
    """Who is in a thing or owns it, by the verb that says so of it ("a depot BELONGING to the army")."""
    if verb.lemma_ == "belong":
        return obliques(verb, "to")
    if verb.lemma_ not in _HOLDING or is_passive(verb):
        return ()
    # The object of "the bus that the rebels held" is the bus itself.
    return tuple(token for token in objects(verb) if token.i > verb.i)


def counted(token: Token) -> Token:
    """Whom a word of number or state stands for: "dozens of WORKERS", "took its CREW hostage"."""
    for _ in range(_NESTED):
        if token.lemma_.lower() in _NUMBERS or token.tag_ == "CD":
            token = next(iter(noun_complements(token).get("of", ())), token)
    if token.lower_ in _TAKEN:
        before = [
            c
            for c in token.children
            if c.dep_ in {"compound", "nmod", "nsubj"} and c.pos_ in {"NOUN", "PROPN"}
        ]
        return before[-1] if before else token
    return token
