"""Whose a thing is that is named beside its owner: "patients and THEIR companions"."""

from __future__ import annotations

from typing import Final

from brink.code.actors.words import Words

_OF_ONE: Final = frozenset({"his", "her", "its"})
_MANY: Final = frozenset({"people", "men", "women", "children", "police", "personnel"})


def owner_beside(words: Words, pronoun: int) -> int | None:
    """The noun joined by "and" to the one that a possessive stands before, when their numbers agree."""
    if words.deps[pronoun] != "nmod:poss":
        return None
    owned = words.heads[pronoun]
    partner = words.heads[owned]
    if words.deps[owned] != "conj" or not partner < pronoun or words.pos[partner] not in {"NOUN", "PROPN"}:
        return None
    many = words.lowered[partner] in _MANY or (
        words.pos[partner] == "NOUN" and words.lowered[partner] != words.lemmas[partner]
    )
    of_one = words.lowered[pronoun] in _OF_ONE
    agree = not many if of_one else words.lowered[pronoun] == "their"
    return partner if agree else None
