"""Large counts at small cost: exact where few are expected, matched in mean and variance where many are."""

from __future__ import annotations

import math

from brink.play.engine.samplers import negative_binomial, normal

EXACT_UP_TO = 40.0
"""Mean up to which counts are drawn exactly; above it a sum from zero would take most of a run's time."""


def many(u: float, mean: float, dispersion: float) -> float:
    """Negative binomial quantile, above a mean of 40 by a gamma quantile of the same mean and variance.

    Wilson and Hilferty (1931), PNAS 17(12): shape a, scale b, quantile b a (1 - 1/(9a) + z/(3 sqrt a))^3.
    """
    if mean <= EXACT_UP_TO:
        return negative_binomial(u, mean, dispersion)
    scale = 1.0 + mean / dispersion
    shape = mean / scale
    root = 1.0 - 1.0 / (9.0 * shape) + normal(u) / (3.0 * math.sqrt(shape))
    return float(math.floor(mean * root * root * root + 0.5)) if root > 0.0 else 0.0


def about(u: float, mean: float, variance: float) -> float:
    """A stock's flow: normal quantile of that mean and variance, not below 0.

    For flows nobody counts one by one, such as recruits; an exact count would add time and no knowledge.
    """
    return max(0.0, mean + math.sqrt(variance) * normal(u))
