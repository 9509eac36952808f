"""Lists of English words that rules ask of, by what the words have in common."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from brink.shipped import shipped_words


@cache
def word_lists(package: str, name: str = "words.yaml") -> Mapping[str, frozenset[str]]:
    """The lists of a YAML file of a package, by their heading."""
    return {heading: frozenset(words) for heading, words in shipped_words(package, name).items()}
