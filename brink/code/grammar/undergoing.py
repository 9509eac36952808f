"""Verbs whose subject does nothing and has something happen to it: "the ceasefire COLLAPSED"."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.object import objects
from brink.code.grammar.phrase import particle, preposition
from brink.code.parsed import Token, asked_once
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.grammar")


@asked_once
def only_undergoes(verb: Token) -> bool:
    """Whether the subject of an active verb is what the verb happens to: it has no object but an amount.

    The unaccusatives of Levin (1993), "English Verb Classes and Alternations", part II 45-48, whose only
    part PropBank has as Arg1. "Fall back" and "rise up" are acts.
    """
    if (
        verb.lemma_.lower() not in _LISTS["undergoing"]
        or particle(verb) is not None
        or any(map(_aims, verb.children))
    ):
        return False
    return all(
        token.pos_ in {"NUM", "SYM"} or token.lemma_.lower() in _LISTS["amounts"] for token in objects(verb)
    )


def _aims(child: Token) -> bool:
    """What makes it an act: "fell BACK", "rockets fell ON THE MARKET", "declined TO HELP"."""
    way = child.dep_ == "advmod" and child.lower_ in {"back", "up", "out", "apart", "in", "off", "by"}
    if way or child.dep_ in {"xcomp", "ccomp"}:
        return True
    falls = child.head.lemma_ == "fall" and child.dep_ == "obl" and not child.lower_.endswith("day")
    return falls and preposition(child) in {"on", "onto", "into", "near", "against"}
