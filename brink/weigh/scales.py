"""The words in which evidence is weighed, and the numbers they stand for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast, get_args

from brink.case.parts.evidence import Band, Chance
from brink.errors import BadJudgement, nearest
from brink.shipped import shipped_yaml
from brink.words.probability import scale_table

BANDS = get_args(Band)
"""From strongly against to strongly for."""


@dataclass(frozen=True, slots=True)
class Range:
    """A word with the numbers it stands for; `because` says what it means."""

    word: str
    low: float
    high: float
    because: str = ""

    @property
    def middle(self) -> float:
        """Geometric mean of the ends."""
        return math.sqrt(self.low * self.high)


@cache
def _scales() -> Mapping[str, Any]:
    return cast(Mapping[str, Any], shipped_yaml("brink.weigh", "scales.yaml"))


@cache
def bands() -> Mapping[str, Range]:
    """Likelihood ratios by band, from strongly against to strongly for."""
    rows = _scales()["bands"]
    return {row["band"]: Range(row["band"], row["low"], row["high"], row["because"]) for row in rows}


@cache
def chances() -> Mapping[str, Range]:
    """Probabilities by word of ICD 203."""
    return {band.words: Range(band.words, band.low / 100, band.high / 100) for band in scale_table("icd-203")}


def chance_of(word: Chance | float) -> float:
    """The probability that a word of chance stands for, the middle of its range; numbers stay."""
    if isinstance(word, str):
        found = chances()[word]
        return (found.low + found.high) / 2
    return float(word)


def band_of(ratio: float) -> Band:
    """The band whose range holds a likelihood ratio; beyond the ends, the last one."""
    for word, found in bands().items():
        if ratio < found.high:
            return cast(Band, word)
    return cast(Band, BANDS[-1])


def known_band(word: str) -> Band:
    """A band as typed, in any case, with spaces or hyphens.

    Raises
    ------
    BadJudgement
        When there is no such band.
    """
    typed = "-".join(word.casefold().replace("-", " ").split())
    if typed not in BANDS:
        raise BadJudgement(f"{word!r} is not a band{nearest(typed, BANDS)} (bands: {', '.join(BANDS)})")
    return cast(Band, typed)


def default_discount() -> float:
    """The power to which further evidence of one origin is raised unless an analyst sets another."""
    return float(_scales()["discount"]["value"])


def assumed_chance(key: str, *, own: bool) -> Chance:
    """The chance assumed for a tell under `if_true` or `if_false` that gives none."""
    return cast(Chance, _scales()["assumed"][key]["own" if own else "others"])


def suggested_band(*, doubted: bool) -> Band:
    """What is proposed for a claim that states an answer, or doubts it."""
    return cast(Band, _scales()["suggested"]["doubted" if doubted else "stated"])
