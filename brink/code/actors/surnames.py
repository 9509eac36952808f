"""Known names of one word that are part of somebody's name: "Jordan Peele", "Abdul-Malik al-Houthi"."""

from __future__ import annotations

from brink.code.actors.cues import Cues
from brink.code.actors.story import Hit
from brink.code.actors.words import Words


def belongs_to_person(words: Words, hit: Hit, cues: Cues) -> bool:
    """Whether a one-word name of a place is part of somebody's name ("Jordan Peele", "Vernon Jordan")."""
    if not could_be_surname(hit):
        return False
    i = hit.first
    if _ends_person(words, i):
        return True
    if (
        i > 0
        and words.folded[i - 1] in cues.given_names
        and words.is_capital(i - 1)
        and not words.opens_sentence(i)
    ):
        return True
    after, before = i + 1, i - 1
    if (
        after < words.n
        and words.deps[after] == "flat"
        and words.heads[after] == i
        and _plain_name(words, after, cues)
    ):
        return words.folded[i] in cues.given_names or words.pos[after] == "PROPN"
    return (
        words.deps[i] == "flat"
        and before >= 0
        and words.heads[i] <= before
        and _plain_name(words, before, cues)
    )


def _ends_person(words: Words, i: int) -> bool:
    """Whether the name is the last part of an Arabic one: "Abdul-Malik al-HOUTHI"."""
    joined = i > 3 and words.texts[i - 1] == "-" and not words.spaces[i - 1] and not words.spaces[i - 2]
    article = joined and words.texts[i - 2] in {"al", "el", "Al", "El"}
    return (
        article and words.is_capital(i - 3) and words.pos[i - 3] == "PROPN" and words.texts[i - 2].islower()
    )


def _plain_name(words: Words, i: int, cues: Cues) -> bool:
    return (
        words.pos[i] == "PROPN"
        and words.is_capital(i)
        and words.folded[i] not in cues.no_names | cues.thing_words | cues.city_nouns
    )


def could_be_surname(hit: Hit) -> bool:
    """Whether the one word of a known name may also be a personal name ("Jordan", "Wagner")."""
    return hit.last - hit.first == 1 and all(
        n.sort in {"name", "alias", "capital", "seat"} for n in hit.names
    )
