"""From a probability to the word an intelligence scale has for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from brink.errors import BadForecast
from brink.shipped import shipped_yaml

Scale = Literal["icd-203", "phia"]
SCALES: tuple[Scale, ...] = ("icd-203", "phia")


@dataclass(frozen=True, slots=True)
class Band:
    """A word and the probabilities it stands for, in per cent, half-open."""

    words: str
    low: float
    high: float

    def distance(self, percent: float) -> float:
        """How far a number lies outside; 0 inside."""
        return max(self.low - percent, percent - self.high, 0.0)


def probability_words(probability: float, scale: Scale = "icd-203") -> str:
    """The word of a scale for a probability; in a gap of the scale, that of the nearest band.

    On an edge that two bands share the upper one holds: 20 % is "unlikely". Half-way in a gap
    it is the band nearer to even chance, which claims less.

    Raises
    ------
    BadForecast
        When the number is no probability.

    >>> probability_words(0.62), probability_words(0.2), probability_words(0.2, "phia")
    ('likely', 'unlikely', 'highly unlikely')
    """
    if not 0 <= probability <= 1:
        raise BadForecast(f"a probability lies between 0 and 1, not at {probability:g}")
    percent = round(100 * probability, 9)
    bands = _bands(scale)
    inside = [band for band in bands if band.low <= percent < band.high]
    if inside:
        return inside[-1].words
    return min(bands, key=lambda band: (band.distance(percent), abs((band.low + band.high) / 2 - 50))).words


def chance_said(probability: float, scale: Scale = "icd-203") -> str:
    """Word and number as every brief prints them.

    The word is that of the number printed: 4.9 % reads 5 %, and has the word of 5 %.

    >>> chance_said(0.62), chance_said(0.004)
    ('likely (62 %)', 'almost no chance (less than 1 %)')
    """
    printed = round(probability, 2) if 0.01 <= probability <= 0.99 else probability
    return f"{probability_words(printed, scale)} ({percent_said(probability)})"


def percent_said(probability: float) -> str:
    """A probability in whole per cent, never rounded to certainty."""
    if probability < 0.01:
        return "less than 1 %"
    if probability > 0.99:
        return "more than 99 %"
    return f"{100 * probability:.0f} %"


def scale_source(scale: Scale) -> str:
    """Name of a scale and where it is from."""
    entry = _scales()[scale]
    return f"{entry['name']} ({' '.join(str(entry['source']).split())})"


def scale_table(scale: Scale) -> tuple[Band, ...]:
    """The bands of a scale, from the least likely up."""
    return _bands(scale)


@cache
def _scales() -> dict[str, dict[str, object]]:
    read: dict[str, dict[str, object]] = shipped_yaml("brink.words", "scales.yaml")
    return read


@cache
def _bands(scale: Scale) -> tuple[Band, ...]:
    bands = _scales()[scale]["bands"]
    if not isinstance(bands, list):
        raise TypeError(f"scale {scale} has no bands")
    return tuple(Band(str(b["words"]), float(b["low"]), float(b["high"])) for b in bands)
