"""The continuous ranked probability score of a sample, plain, weighted, in logs and above a threshold."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from brink.errors import BadForecast
from brink.forecast.scores.arrays import Floats, paired


def crps_draws(draws: ArrayLike, observed: ArrayLike) -> Floats:
    """CRPS of equally likely draws, in the unit of the count; lower is better.

    mean|X - y| - 1/2 mean|X - X'| over all M² pairs, by sorted draws:
    mean|x - y| - sum_i (2i - M - 1) x_(i) / M². This is the estimator of the VIEWS
    challenge; the "fair" one (M(M-1) pairs) is lower for small M and must not be mixed with it.

    Parameters
    ----------
    draws
        Shape (..., M).
    observed
        Shape (...).

    References
    ----------
    Gneiting & Raftery (2007), JASA 102, eq. 21; Jordan, Krüger & Lerch (2019), JSS 90(12), eq. 12.
    """
    forecast, seen = paired(draws, observed)
    count = forecast.shape[-1]
    ranks = 2.0 * np.arange(1, count + 1) - count - 1
    distance = np.abs(forecast - seen[..., None]).mean(axis=-1)
    spread: Floats = np.sort(forecast, axis=-1) @ ranks / count**2
    return np.asarray(distance - spread, dtype=np.float64)


def crps_weighted(draws: ArrayLike, weights: ArrayLike, observed: ArrayLike) -> Floats:
    """CRPS of draws with weights, which need not sum to one.

    sum_k w_k|x_k - y| - sum_k F_k (1 - F_k)(x_(k+1) - x_(k)), F the cumulative weight.

    Parameters
    ----------
    draws, weights
        Shape (..., M) both.
    observed
        Shape (...).

    References
    ----------
    Gneiting & Raftery (2007), JASA 102, eq. 20, for a step distribution.
    """
    forecast, seen = paired(draws, observed)
    weight = np.broadcast_to(np.asarray(weights, dtype=np.float64), forecast.shape)
    total = weight.sum(axis=-1, keepdims=True)
    if (weight < 0).any() or not (total > 0).all():
        raise BadForecast("weights must not be negative, and some weight of each forecast must be positive")
    share = weight / total
    order = np.argsort(forecast, axis=-1, kind="stable")
    value = np.take_along_axis(forecast, order, axis=-1)
    cumulative = np.cumsum(np.take_along_axis(share, order, axis=-1), axis=-1)[..., :-1]
    distance = (share * np.abs(forecast - seen[..., None])).sum(axis=-1)
    spread = (cumulative * (1 - cumulative) * np.diff(value, axis=-1)).sum(axis=-1)
    return np.asarray(distance - spread, dtype=np.float64)


def log_crps(draws: ArrayLike, observed: ArrayLike) -> Floats:
    """CRPS of log(1 + count): errors count by factor, so that one great war does not decide all.

    References
    ----------
    Bosse et al. (2023), PLoS Computational Biology 19(8), section 2.2.
    """
    forecast, seen = paired(draws, observed)
    return crps_draws(np.log1p(forecast), np.log1p(seen))


def crps_above(draws: ArrayLike, observed: ArrayLike, *, threshold: float) -> Floats:
    """Threshold-weighted CRPS: what happens below `threshold` is not scored.

    The CRPS of max(x, threshold) against max(y, threshold).

    References
    ----------
    Gneiting & Ranjan (2011), JBES 29(3); chaining function of Allen, Ginsbourger & Ziegel (2023).
    """
    forecast, seen = paired(draws, observed)
    return crps_draws(np.maximum(forecast, threshold), np.maximum(seen, threshold))
