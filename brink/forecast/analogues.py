"""What followed, anywhere in the world, where a conflict stood as this one stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadForecast
from brink.forecast.draws import levels
from brink.forecast.smoothing import weighted_level

Floats = NDArray[np.float64]
Cells = NDArray[np.int64]
Chosen = NDArray[np.bool_]

LEVEL_HALF_LIFE, FAST_HALF_LIFE, SLOW_HALF_LIFE = 4.0, 1.5, 9.0
"""Months, of the level and of the two means whose ratio is the trend."""
LEVEL_EDGES = (0.02, 0.3, 1.0, 3.0, 8.0, 20.0, 50.0, 120.0, 300.0, 800.0)
"""Deaths or events a month."""
TREND_EDGES = (-0.25, 0.25)
"""Of log((fast + 2) / (slow + 2)): falling, steady, rising."""
OFFSET = 2.0
"""Added to counts before ratios are taken, so that a step from 0 to 1 is no explosion."""
FEWEST = 300
"""A cell with fewer past months borrows: first all trends of its level, then levels next to it."""
WARM_UP = 36
"""First months of a panel that serve as history only, not as analogues."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where every unit stood at every month: shape (n_units, n_months) each."""

    level: Floats
    level_bin: Cells
    trend_bin: Cells


def standing(counts: Floats) -> Standing:
    """Level and trend of counts of shape (n_units, n_months), from the months up to each."""
    level = weighted_level(counts, half_life=LEVEL_HALF_LIFE)
    fast = weighted_level(counts, half_life=FAST_HALF_LIFE)
    slow = weighted_level(counts, half_life=SLOW_HALF_LIFE)
    trend = np.log((fast + OFFSET) / (slow + OFFSET))
    return Standing(
        level,
        np.searchsorted(LEVEL_EDGES, level, side="right"),
        np.searchsorted(TREND_EDGES, trend, side="right"),
    )


def analogue_draws(panel: Floats, history: Floats, *, steps: Sequence[int], draws: int) -> Floats:
    """Draws of shape (n_targets, n_steps, draws) from what followed the same standing in `panel`.

    The ratio of the count `step` months later to the level is taken from every past month in the
    same cell of level and trend; its quantiles times the target's level are the draws.

    Parameters
    ----------
    panel
        Counts of the world, shape (n_units, n_months), up to the last month known.
    history
        Counts of the targets, shape (n_targets, n_months of their own), up to the same month.
    steps
        Months after the last one known.

    Raises
    ------
    BadForecast
        When the panel is too short to hold a single analogue.
    """
    if panel.shape[1] < WARM_UP + max(steps) + 1:
        raise BadForecast(
            f"the panel has {panel.shape[1]} months; analogues for {max(steps)} months ahead need at least "
            f"{WARM_UP + max(steps) + 1}"
        )
    past, now = standing(panel), standing(history)
    level, level_bin, trend_bin = now.level[:, -1], now.level_bin[:, -1], now.trend_bin[:, -1]
    out = np.zeros((history.shape[0], len(steps), draws))
    for at, step in enumerate(steps):
        months = slice(WARM_UP, panel.shape[1] - step)
        ratio = np.log((panel[:, WARM_UP + step :] + OFFSET) / (past.level[:, months] + OFFSET))
        cells = _Cells(ratio.ravel(), past.level_bin[:, months].ravel(), past.trend_bin[:, months].ravel())
        for bins in set(zip(level_bin.tolist(), trend_bin.tolist(), strict=True)):
            here = (level_bin == bins[0]) & (trend_bin == bins[1])
            factor = np.exp(np.quantile(cells.ratios(*bins), levels(draws)))
            out[here, at] = np.maximum(factor * (level[here, None] + OFFSET) - OFFSET, 0)
    return np.rint(out)


@dataclass(frozen=True, slots=True)
class _Cells:
    ratio: Floats
    level_bin: Cells
    trend_bin: Cells

    def ratios(self, level_bin: int, trend_bin: int) -> Floats:
        """Log ratios of the cell, or of a wider one when it holds too few."""
        level: Chosen = self.level_bin == level_bin
        wider: list[Chosen] = [
            abs(self.level_bin - level_bin) <= reach for reach in range(1, len(LEVEL_EDGES))
        ]
        for chosen in (level & (self.trend_bin == trend_bin), level, *wider):
            if np.count_nonzero(chosen) >= FEWEST:
                return np.asarray(self.ratio[chosen], dtype=np.float64)
        return self.ratio
