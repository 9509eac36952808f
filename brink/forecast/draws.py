"""Draws that stand for a distribution without chance: quantiles at evenly spread levels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
DRAWS = 1000
"""Draws a month of every forecast, as in the VIEWS challenge."""


def levels(count: int) -> Floats:
    """`count` levels in the middle of equal parts of [0, 1]."""
    return (np.arange(count) + 0.5) / count


def equal_draws(values: Floats, count: int) -> Floats:
    """`count` draws of equally likely values (last axis), by quantile, without interpolation."""
    size = values.shape[-1]
    picked = np.minimum((levels(count) * size).astype(np.int64), size - 1)
    return np.sort(values, axis=-1)[..., picked]


def shares(weights: tuple[float, ...], count: int = DRAWS) -> tuple[int, ...]:
    """How many of `count` draws each member of a pool gives: its weight, rounded so that all sum up."""
    ends = np.rint(np.cumsum(weights) / np.sum(weights) * count).astype(int)
    return tuple(int(n) for n in np.diff(ends, prepend=0))
