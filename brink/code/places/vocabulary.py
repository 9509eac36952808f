"""The words around names, read once from `data/words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from brink.code.rows import PlacePrecision
from brink.shipped import shipped_yaml


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of small-letter words, as `words.yaml` names and explains them."""

    types: dict[str, PlacePrecision]
    at_towns: frozenset[str]
    of_towns: frozenset[str]
    sure_types: frozenset[str]
    between: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    taking: frozenset[str]
    of_nouns: frozenset[str]
    directions: frozenset[str]
    openers: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]
    apart: frozenset[str]
    doubtful: frozenset[str]
    unit_first: frozenset[str]
    waters: frozenset[str]
    not_before: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped word lists."""
    read = shipped_yaml("brink.code.places", "data/words.yaml")
    sets = {
        name: frozenset(str(word) for word in read[name]) for name in Vocabulary.__slots__ if name in _SETS
    }
    return Vocabulary(
        types={word: precision for precision, words in reversed(read["types"].items()) for word in words},
        not_before={name: frozenset(words) for name, words in read["not_before"].items()},
        **sets,
    )


_SETS = frozenset(name for name in Vocabulary.__slots__ if name not in ("types", "not_before"))
