"""Probability integral transform of counts, without chance in it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from brink.forecast.scores.arrays import Floats, paired


def pit_histogram(draws: ArrayLike, observed: ArrayLike, *, bins: int = 10) -> Floats:
    """Share of cases in each of `bins` equal parts of [0, 1]; all near 1/bins when calibrated.

    F(u) of one case is 0 up to P(y - 1), 1 from P(y) on, and linear between; the histogram is
    the difference of its mean over cases. A count never drawn steps from 0 to 1 where it falls.

    Parameters
    ----------
    draws
        Integer counts, shape (..., M).
    observed
        Shape (...).

    References
    ----------
    Czado, Gneiting & Held (2009), Biometrics 65, eq. 2 and 3.
    """
    forecast, seen = paired(draws, observed)
    below = (forecast < seen[..., None]).mean(axis=-1).ravel()
    upto = (forecast <= seen[..., None]).mean(axis=-1).ravel()
    edges = np.linspace(0, 1, bins + 1)[:, None]
    width = np.maximum(upto - below, 1e-12)
    mean_f = np.clip((edges - below) / width, 0, 1).mean(axis=-1)
    mean_f[0], mean_f[-1] = 0, 1
    return np.asarray(np.diff(mean_f), dtype=np.float64)
