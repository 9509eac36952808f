"""Words that the capitals of a text are told by, from `words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml


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
    raw = yaml.safe_load(files("brink.code.capitals").joinpath("words.yaml").read_text(encoding="utf-8"))
    return Words(
        small=frozenset(raw["small"]),
        abbreviated=frozenset(raw["abbreviated"]),
        dated=tuple(raw["dated"]),
        common=frozenset(raw["common"]),
    )
