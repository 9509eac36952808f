"""Log probabilities of counts, good to the last digit where factorials are long out of reach."""

from __future__ import annotations

import math

LEAST_STIRLING = 16.0
"""From here on Stirling's series in `_stirling_error` is good to the last digit."""
TWO_PI = 2.0 * math.pi


def log_poisson(n: float, mean: float) -> float:
    """Log probability of n > 15: Loader (2000), "Fast and accurate computation of binomial probabilities"."""
    return -_deviance(n, mean) - _stirling_error(n) - 0.5 * math.log(TWO_PI * n)


def log_binomial(n: float, size: float, probability: float) -> float:
    """Log probability of n, with n and size - n above 15; size need not be whole. Loader (2000)."""
    rest = size - n
    return (
        _stirling_error(size)
        - _stirling_error(n)
        - _stirling_error(rest)
        - _deviance(n, size * probability)
        - _deviance(rest, size * (1.0 - probability))
        + 0.5 * math.log(size / (TWO_PI * n * rest))
    )


def _deviance(n: float, mean: float) -> float:
    # The brackets keep the small difference from being rounded as the two large numbers are.
    return n * math.log1p((n - mean) / mean) + (mean - n)


def _stirling_error(n: float) -> float:
    """log n! less Stirling's formula, for n > 15: Abramowitz and Stegun 6.1.41."""
    r = 1.0 / (n * n)
    return (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - (1.0 / 1680.0 - r / 1188.0) * r) * r) * r) / n
