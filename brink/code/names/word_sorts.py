"""What single words mostly name, learned from how they are used: the list `word_sorts.txt.gz`."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

UNKNOWN = "?"


@lru_cache(maxsize=1)
def _sorts() -> Mapping[str, str]:
    packed = (resources.files(__package__) / "word_sorts.txt.gz").read_bytes()
    sorts: dict[str, str] = {}
    for line in gzip.decompress(packed).decode("utf-8").split("\n"):
        sort, *words = line.split(" ")
        sorts.update(dict.fromkeys(words, sort))
    return sorts


def word_sort(word: str) -> str:
    """The sort of what a word names and how sure that is, 1 to 3; `?` for a word without one.

    >>> word_sort("Gazprom"), word_sort("Fallujah"), word_sort("brigade"), word_sort("Qwzx")
    ('organisation3', 'place3', 'common2', '?')
    """
    found = _sorts().get(word.lower())
    return UNKNOWN if found is None else found[:-1]


def capital_share(word: str) -> str:
    """How often a word is written with a capital, in fifths from 0 to 4; `n` where nothing tells."""
    return _sorts().get(word.lower(), "n")[-1]
