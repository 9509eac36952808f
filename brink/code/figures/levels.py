"""What a number without a noun of its own counts: the subject of a verb of rising, falling or standing."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import noun_complements, preposition, subjects
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.figures")
_MOVING: Final = _LISTS["moving"]
_REACHING: Final = frozenset({"reach", "hit", "total", "number", "exceed", "top", "pass"})
_NUMBERS: Final = frozenset({"number", "total", "count", "toll", "level", "amount", "figure"})
_TO: Final = frozenset({"to", "at", "above", "below", "from", "by", "over", "under"})
_OF: Final = _LISTS["measured_by_of"]


def level_of(number: Token) -> Token | None:
    """The noun whose level a number states: "DEATHS rose to 1,200", "job CUTS of 10,000"; else None.

    `number` must stand alone: it modifies no noun.
    """
    if number.dep_ in {"nummod", "compound", "flat"} or any(
        child.dep_ == "nmod" for child in number.children
    ):
        return None
    governor, tie = number.head, preposition(number)
    counted = governor.tag_ == "NNS" and governor.pos_ == "NOUN" and number.i == governor.i + 2
    if number.dep_ == "nmod" and tie == "of" and (governor.lemma_.lower() in _OF or counted):
        return _owner(governor)
    finished = tie == "on" and governor.lemma_ in {"close", "finish", "end"}
    if number.dep_.startswith("obl") and (tie in _TO or finished) and governor.lemma_ in _MOVING:
        return _subject(governor)
    if number.dep_ == "obj" and governor.lemma_ in _REACHING:
        return _subject(governor)
    return None


def _subject(verb: Token) -> Token | None:
    nouns = [token for token in subjects(verb) if token.pos_ in {"NOUN", "PROPN"}]
    if not nouns and verb.dep_ in {"xcomp", "advcl", "conj"} and verb.head.pos_ == "VERB":
        # "Prices fell, to close at 7,162"
        nouns = [token for token in subjects(verb.head) if token.pos_ in {"NOUN", "PROPN"}]
    if not nouns:
        return None
    inner = noun_complements(nouns[0]).get("of", ()) if nouns[0].lemma_.lower() in _NUMBERS else ()
    return inner[0] if inner else nouns[0]


def _owner(noun: Token) -> Token | None:
    """What rises in "a rise of 300": the noun of "a rise in deaths of 300", else the rise itself."""
    inner = [child for child in noun.children if child.dep_ == "nmod" and preposition(child) == "in"]
    return inner[0] if inner else noun
