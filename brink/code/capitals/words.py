"""Words that the capitals of a text are told by, from `words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from brink.shipped import shipped_yaml


@dataclass(frozen=True, slots=True)
class Words:
    """Words always small, abbreviations, and names of days and months."""

    small: frozenset[str]
    abbreviated: frozenset[str]
    dated: tuple[str, ...]
    common: frozenset[str]
    """Words that are also names or acronyms of actors, and usually are not."""


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The lists, read once a process."""
    raw = shipped_yaml("brink.code.capitals", "words.yaml")
    return Words(
        small=frozenset(raw["small"]),
        abbreviated=frozenset(raw["abbreviated"]),
        dated=tuple(raw["dated"]),
        common=frozenset(raw["common"]),
    )
