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


def weighted_draws(values: Floats, weights: Floats, count: int) -> Floats:
    """`count` draws of values (last axis) in proportion to their weights, by quantile, sorted."""
    order = np.argsort(values, axis=-1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=-1)
    reached = np.cumsum(np.take_along_axis(weights, order, axis=-1), axis=-1)
    reached = reached / reached[..., -1:]
    at = levels(count)
    picked = np.stack([np.searchsorted(row, at) for row in reached.reshape(-1, values.shape[-1])])
    picked = np.minimum(picked, values.shape[-1] - 1).reshape(*values.shape[:-1], count)
    return np.take_along_axis(ordered, picked, axis=-1)


def shares(weights: tuple[float, ...], count: int = DRAWS) -> tuple[int, ...]:
    """How many of `count` draws each member of a pool gives: its weight, rounded so that all sum up."""
    ends = np.rint(np.cumsum(weights) / np.sum(weights) * count).astype(int)
    return tuple(int(n) for n in np.diff(ends, prepend=0))
