"""Chances of passing a count: read off the draws, scored, and laid beside what happened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from brink.errors import BadForecast
from brink.forecast.scores.arrays import Floats

BINS = (0.0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)
"""Probabilities that reliability is told between; finer below, where most country-months are."""


def chance_of_at_least(draws: ArrayLike, threshold: float) -> Floats:
    """Share of draws that reach `threshold`; draws along the last axis."""
    return np.asarray((np.asarray(draws) >= threshold).mean(axis=-1), dtype=np.float64)


def brier(probability: ArrayLike, occurred: ArrayLike) -> Floats:
    """(p - o)² for each forecast of an event; 0 is best, .25 is what "even chance" earns.

    References
    ----------
    Brier (1950), Monthly Weather Review 78(1), for one of two outcomes.
    """
    chance = np.asarray(probability, dtype=np.float64)
    if ((chance < 0) | (chance > 1)).any():
        raise BadForecast("a probability lies between 0 and 1")
    return np.asarray((chance - np.asarray(occurred, dtype=np.float64)) ** 2, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Forecasts whose probability lay in [low, high): how many, what they said, what happened."""

    low: float
    high: float
    count: int
    mean_probability: float
    share_occurred: float


def reliability(
    probability: ArrayLike, occurred: ArrayLike, *, edges: tuple[float, ...] = BINS
) -> tuple[ReliabilityBin, ...]:
    """What happened where the forecast said so much; the last bin includes 1. Empty bins are left out."""
    chance = np.asarray(probability, dtype=np.float64).ravel()
    event = np.asarray(occurred, dtype=np.float64).ravel()
    place = np.clip(np.searchsorted(edges, chance, side="right") - 1, 0, len(edges) - 2)
    return tuple(
        ReliabilityBin(
            edges[k],
            edges[k + 1],
            int(inside.sum()),
            float(chance[inside].mean()),
            float(event[inside].mean()),
        )
        for k in range(len(edges) - 1)
        if (inside := place == k).any()
    )
