"""Exponentially weighted means of monthly counts: the level of a conflict at every month."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def weighted_level(counts: Floats, *, half_life: float) -> Floats:
    """Mean of the counts up to each month, a month's weight halving every `half_life` months.

    `counts` and the result have shape (n_units, n_months). Before the first month is peace.
    """
    share = 1 - 0.5 ** (1 / half_life)
    level = np.empty_like(counts)
    current = np.zeros(counts.shape[0])
    for month in range(counts.shape[1]):
        current = current + share * (counts[:, month] - current)
        level[:, month] = current
    return level
