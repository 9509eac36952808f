"""The words of the text for people it does not name."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import misread_verb
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_TIMES: Final = _LISTS["times"]
_RELATIVE: Final = _LISTS["which_or_how_many"]


def noun_phrase(head: Token) -> str:
    """The noun with its adjectives and compounds, without articles, numbers and what follows it.

    Times that a parser hung on it ("on TUESDAY gunmen") and verbs that it took for attributes
    are no part of it.
    """
    keep = [
        child
        for child in head.children
        if child.dep_ in {"amod", "compound", "nmod:desc", "flat"} and child.i < head.i and _describes(child)
    ]
    words = [head]
    for child in keep:
        words.extend([child, *(c for c in child.children if c.dep_ in {"compound", "amod", "punct", "flat"})])
    ordered = sorted([*words, *_hyphens_between(words)], key=lambda word: word.i)
    text = ""
    for word in ordered:
        text += word.text if word == ordered[-1] else word.text_with_ws
    return text.strip()


def _hyphens_between(words: list[Token]) -> list[Token]:
    """The hyphens of "British-OWNED tanker", which a parser hangs on a word that is left out."""
    doc, places = words[0].doc, {word.i for word in words}
    return [
        doc[i + 1]
        for i in places
        if i + 1 not in places and i + 2 in places and doc[i + 1].text in {"-", "‐", "‑"}
    ]


def is_no(word: Token) -> bool:
    """ "No" in "killed no civilians", but not in "no fewer than ten civilians"."""
    doc = word.doc
    amount = word.i + 1 < len(doc) and doc[word.i + 1].lower_ in {"fewer", "less", "more"}
    return bool(word.lower_ == "no" and word.dep_ == "det") and not amount


def _describes(attribute: Token) -> bool:
    if attribute.lower_ in _TIMES and attribute.i + 1 < len(attribute.doc):
        return False
    return attribute.lower_ not in _RELATIVE and not misread_verb(attribute)


def without_times(label: tuple[str, ...]) -> tuple[str, ...]:
    """Words of the text without a time that stands before them ("Tuesday terrorists")."""
    cleaned: list[str] = []
    for words in label:
        first, _, rest = words.partition(" ")
        timed = first.lower() in _TIMES | _RELATIVE or first.lower() == "year-old"
        cleaned.append(rest if rest and timed else words)
    return tuple(cleaned)
