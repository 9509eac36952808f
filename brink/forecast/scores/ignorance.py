"""The ignorance score of the VIEWS prediction challenge 2023/24."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from brink.forecast.scores.arrays import Floats, paired

BIN_EDGES = np.array([0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5])
"""Deaths a month: 0, 1-2, 3-5, 6-10, 11-25, 26-50, 51-100, 101-250, 251-500, 501-1000, more."""


def ignorance(draws: ArrayLike, observed: ArrayLike) -> Floats:
    """-log2 of the share of draws in the observed bin, one pseudo-draw added to each of the 11 bins.

    Depends on the number of draws: with 1,000 a sure and right forecast has .014. Compare only
    forecasts of equally many draws.

    Parameters
    ----------
    draws
        Shape (..., M).
    observed
        Shape (...).

    References
    ----------
    Hegre et al. (2025), Journal of Peace Research 62(6), on the score of Tödter & Ahrens (2012).
    """
    forecast, seen = paired(draws, observed)
    bin_of_draw = np.searchsorted(BIN_EDGES, forecast)
    bin_of_seen = np.searchsorted(BIN_EDGES, seen)
    hits = (bin_of_draw == bin_of_seen[..., None]).sum(axis=-1)
    return np.asarray(-np.log2((hits + 1) / (forecast.shape[-1] + len(BIN_EDGES) + 1)), dtype=np.float64)
