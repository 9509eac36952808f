"""Central intervals of a sample: where they lie, what they cost, how often they hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from brink.forecast.scores.arrays import Floats, paired


def central_interval(draws: ArrayLike, *, level: float) -> tuple[Floats, Floats]:
    """Lower and upper end of the interval that holds `level` of the draws, last axis gone.

    References
    ----------
    Hyndman & Fan (1996), definition 7, for quantiles of a finite sample.
    """
    tail = (1 - level) / 2
    lower, upper = np.quantile(np.asarray(draws, dtype=np.float64), [tail, 1 - tail], axis=-1)
    return lower, upper


def interval_score(lower: ArrayLike, upper: ArrayLike, observed: ArrayLike, *, level: float) -> Floats:
    """Width of the interval, plus 2/alpha times the miss on either side; alpha = 1 - level.

    References
    ----------
    Gneiting & Raftery (2007), JASA 102, eq. 43. Its mean at level .9 is the challenge's MIS.
    """
    low, high, seen = (np.asarray(part, dtype=np.float64) for part in (lower, upper, observed))
    miss = np.maximum(low - seen, 0) + np.maximum(seen - high, 0)
    return np.asarray(high - low + 2 / (1 - level) * miss, dtype=np.float64)


def interval_score_of_draws(draws: ArrayLike, observed: ArrayLike, *, level: float = 0.9) -> Floats:
    """The interval score of the central interval of a sample."""
    forecast, seen = paired(draws, observed)
    lower, upper = central_interval(forecast, level=level)
    return interval_score(lower, upper, seen, level=level)


def covered(
    draws: ArrayLike, observed: ArrayLike, *, level: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether each observation lies in its central interval, ends included."""
    forecast, seen = paired(draws, observed)
    lower, upper = central_interval(forecast, level=level)
    return np.asarray((lower <= seen) & (seen <= upper))
