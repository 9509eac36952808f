"""A unit's own recent months as a distribution: later ones count more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.forecast.draws import levels, weighted_draws

Floats = NDArray[np.float64]

REMEMBERED = 120
"""Months; older ones would weigh next to nothing."""
SPREAD_NOW, SPREAD_A_STEP = 0.3, 0.15
"""Standard deviation of the log of a drawn count: at once, and of each further month (as a random walk)."""


def recent_draws(history: Floats, *, half_life: float, draws: int) -> Floats:
    """Draws of shape (n_targets, draws) from own months, whose weight halves every `half_life` months."""
    kept = history[:, -REMEMBERED:]
    weights = 0.5 ** (np.arange(kept.shape[1])[::-1] / half_life)
    return weighted_draws(kept, np.broadcast_to(weights, kept.shape), draws)


def spread_draws(history: Floats, *, half_life: float, steps: Sequence[int], draws: int) -> Floats:
    """Recent draws spread by a factor that grows with the months ahead: shape (n_targets, n_steps, draws).

    Zeros stay zeros; other counts are multiplied by log-normal factors of median 1, so that a month
    unlike any seen, above or between, has its chance.
    """
    from scipy.special import ndtri

    drawn = recent_draws(history, half_life=half_life, draws=draws)[:, None, :]
    # A fixed shuffle pairs factors and counts, which must be independent, without adding chance.
    factors = np.random.Generator(np.random.Philox(0)).permutation(ndtri(levels(draws)))
    spread = np.sqrt(SPREAD_NOW**2 + SPREAD_A_STEP**2 * np.asarray(steps, dtype=np.float64))
    moved = (drawn + 1) * np.exp(spread[None, :, None] * factors) - 1
    return np.where(drawn > 0, np.rint(np.maximum(moved, 0)), 0.0)
