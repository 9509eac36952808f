"""The words that make a clause a claim, loaded once from `cues.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from brink.shipped import shipped_words

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words of one kind of claim, by how they are used; unused ways are empty."""

    modals: Words = frozenset()
    verbs: Words = frozenset()
    verbs_to: Words = frozenset()
    verbs_with: Words = frozenset()
    predicates: Words = frozenset()
    nouns: Words = frozenset()
    adjectives: Words = frozenset()
    phrases: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    trends: Words = frozenset()
    cues: Words = frozenset()
    units: Words = frozenset()
    words: Words = frozenset()
    fractions: Words = frozenset()
    possession: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """All claim cues, by kind."""

    recommendation: Cues
    forecast: Cues
    motive: Cues
    cause: Cues
    assessment: Cues
    fact: Cues
    unknown: Words


@lru_cache(maxsize=1)
def claim_words() -> ClaimWords:
    """The shipped claim cues."""
    raw = shipped_words("brink.code.claims", "cues.yaml")
    kinds = {kind: _cues(group) for kind, group in raw.items() if kind != "unknown"}
    return ClaimWords(**kinds, unknown=frozenset(raw["unknown"]))


def _cues(group: Mapping[str, Any]) -> Cues:
    shaped: dict[str, Any] = {}
    for use, words in group.items():
        shaped[use] = tuple(words) if use in {"phrases", "openers"} else frozenset(words)
    return Cues(**shaped)
