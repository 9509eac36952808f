"""Countries that the towns and provinces named in a story lie in, which tell whose a shared acronym is."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final

from brink.code.capitals.english import is_english, is_noun_alone
from brink.code.places.atlas import load_atlas
from brink.code.places.spelling import fold
from brink.code.places.vocabulary import vocabulary

_FEWEST_PEOPLE: Final = 50_000
_SHORTEST: Final = 4


@lru_cache(maxsize=16)
def countries_of(words: frozenset[str]) -> Counter[str]:
    """How many of a story's words, each once, name a place that only one country has.

    >>> countries_of(frozenset({"Manipur", "Peshawar", "attacked"})).most_common()
    [('IN', 1), ('PK', 1)]
    """
    found: Counter[str] = Counter()
    for word in sorted(words):
        if len(word) >= _SHORTEST and word[0].isupper() and (country := _country(word)) is not None:
            found[country] += 1
    return found


@lru_cache(maxsize=20_000)
def _country(word: str) -> str | None:
    key = fold(word)
    small = word.lower()
    if key in vocabulary().doubtful or (is_english(small) and not is_noun_alone(small)):
        return None
    there = {
        known.country
        for known in load_atlas().find(key)
        if known.kind == "province" or known.listed or known.population >= _FEWEST_PEOPLE
    }
    return there.pop() if len(there) == 1 else None
