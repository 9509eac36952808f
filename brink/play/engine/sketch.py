"""Histograms of fixed size whose bins widen with the value, so that memory does not grow with futures.

A value v of grain g falls into a bin by y = |v| / g + 1: every doubling of y is parted into 64 bins of
equal width. A quantile is read as the middle of its bin, so it is off by at most (|v| + g) / 128, under 1 %
once |v| passes a few grains, and not at all for whole numbers up to 126 with a grain of 1. Values of more
than about a million grains share the last bin. Negative values have their own bins below.
"""

from __future__ import annotations

import numpy as np
from numpy import float64, int64
from numpy.typing import NDArray

SPLIT = 6
"""Two to this power is the number of bins that a doubling is parted into."""
MANTISSA = 52 - SPLIT
OCTAVES = 20
HALF = OCTAVES << SPLIT
"""Bins on one side of zero."""
BINS = 2 * HALF
ONE = 1023 << SPLIT
"""The first bits of 1.0, from which bins are counted."""


def bin_of(value: float, grain: float) -> int:
    """The bin of a value: HALF and up from zero on, below HALF for negative ones."""
    place = int(float64(abs(value) / grain + 1.0).view(int64) >> MANTISSA) - ONE
    if place >= HALF:
        place = HALF - 1
    return HALF + place if value >= 0.0 else HALF - 1 - place


def bin_edges(grain: float) -> NDArray[np.float64]:
    """Lower edges of the bins from zero up, and the upper edge of the last, shape (HALF + 1,)."""
    places = (np.arange(HALF + 1, dtype=np.int64) + ONE) << MANTISSA
    return np.asarray((places.view(np.float64) - 1.0) * grain)


def bin_values(grain: float, *, whole: bool) -> NDArray[np.float64]:
    """The value that stands for each bin, shape (BINS,): its middle, or the first whole number in it."""
    edges = bin_edges(grain)
    middles = (edges[:-1] + edges[1:]) / 2
    if whole:
        first = np.ceil(edges[:-1])
        middles = np.where(first < edges[1:], np.floor((first + np.ceil(edges[1:]) - 1) / 2), middles)
    return np.concatenate([-middles[::-1], middles])


def quantile(
    counts: NDArray[np.int64], levels: NDArray[np.float64], *, grain: float, whole: bool
) -> NDArray[np.float64]:
    """Least value at or below which a share of at least each level lies.

    `counts` has shape (..., BINS); the result has shape (levels, ...). NaN where nothing was counted.
    """
    values = bin_values(grain, whole=whole)
    below = np.cumsum(counts, axis=-1)
    total = below[..., -1]
    found = [np.sum(below < np.maximum(level * total, 1)[..., None], axis=-1) for level in levels]
    return np.array([np.where(total > 0, values[np.minimum(place, BINS - 1)], np.nan) for place in found])
