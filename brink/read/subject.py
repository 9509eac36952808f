"""What a stretch of a page speaks of, to tell a new section from a new story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from brink.read.lines import Piece

NAMES_APART, NAMES_TOGETHER = 0.12, 0.4
"""Shares of names in common up to which two stretches tell of different matters, and from which of one."""
TERMS_APART, TERMS_TOGETHER = 0.06, 0.16
"""The same for words of four letters and more, which sections of one story share by chance too."""
STEM_LETTERS = 7

_TERM = re.compile(r"[^\W\d_]{4,}")
_COMMON_WORDS = """
that this with from have been were they their which when would after about into over more than also only
some other what will there them then said says could since under between during before where while because
through against without first last year years week month people three four five most many such both each
still even very much like just back down told does
"""
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Subject:
    """The names and the words of substance in a stretch of text, folded."""

    names: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Subject:
        """The subject of the body among the pieces."""
        body = [piece for piece in pieces if piece.kind == "body"]
        names = frozenset().union(*(piece.names for piece in body))
        return cls(names, frozenset(term for piece in body for term in _terms(piece.text)))

    @classmethod
    def all_of(cls, subjects: Iterable[Subject]) -> Subject:
        """Several stretches taken as one."""
        held = list(subjects)
        return cls(frozenset().union(*(s.names for s in held)), frozenset().union(*(s.terms for s in held)))


def _terms(text: str) -> Iterable[str]:
    return (term[:STEM_LETTERS] for word in _TERM.findall(text) if (term := word.lower()) not in _COMMON)


def apart(before: Subject, after: Subject) -> list[tuple[float, str]]:
    """Points, with reasons, for and against two stretches telling of different matters."""
    found: list[tuple[float, str]] = []
    if (share := _share(before.names, after.names, fewest=3)) is not None:
        if share <= NAMES_APART:
            found.append((1.75, "names people and places that the story before it does not"))
        elif share >= NAMES_TOGETHER:
            found.append((-1.5, "names what the story before it names"))
    if (share := _share(before.terms, after.terms, fewest=12)) is not None:
        if share <= TERMS_APART:
            found.append((1.25, "hardly a word in common with the story before it"))
        elif share >= TERMS_TOGETHER:
            found.append((-1, "many words in common with the story before it"))
    return found


def _share(a: frozenset[str], b: frozenset[str], *, fewest: int) -> float | None:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller >= fewest else None
