"""The word lists of figures, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from brink.shipped import shipped_yaml

Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]
"""What phrases come to, by their first word, the longest first."""


@cache
def vocabulary() -> dict[str, Any]:
    """The lists of vocabulary.yaml."""
    loaded: dict[str, Any] = shipped_yaml("brink.code.figures", "vocabulary.yaml")
    return loaded


@cache
def known(name: str) -> frozenset[str]:
    """One list as a set of words."""
    return frozenset(str(word) for word in vocabulary()[name])


@cache
def phrases(name: str) -> Phrases:
    """One table of phrases, ready to be matched word by word."""
    found: Phrases = {}
    for phrase, meaning in vocabulary()[name].items():
        words = tuple(str(phrase).replace("-", " - ").split())
        found.setdefault(words[0], []).append((words, meaning))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def phrase_at(name: str, words: list[str], place: int) -> tuple[int, Any] | None:
    """Length and meaning of the longest phrase of a table that begins at a word."""
    for phrase, meaning in phrases(name).get(words[place], ()) if place < len(words) else ():
        if tuple(words[place : place + len(phrase)]) == phrase:
            return len(phrase), meaning
    return None


def phrase_before(name: str, words: list[str], place: int) -> tuple[int, str, Any] | None:
    """Length, words and meaning of the longest phrase of a table that ends just before a word."""
    for length in range(min(4, place), 0, -1):
        phrase = " ".join(words[place - length : place])
        if phrase in vocabulary()[name]:
            return length, phrase, vocabulary()[name][phrase]
    return None
