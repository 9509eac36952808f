"""Quantiles: one uniform in, the exact number out, rising with the uniform.

Each is the inverse of a distribution function, so a draw that is a little higher, or a mean that is a little
higher, never gives a lower number, and two options that differ little give futures that differ little. Counts
come back as whole floats. A mean, size or probability out of range gives NaN, which stops a run by name.
"""

from __future__ import annotations

import math

from brink.play.engine.densities import LEAST_STIRLING, log_binomial, log_poisson
from brink.play.engine.normal import normal

__all__ = ["binomial", "negative_binomial", "normal", "poisson", "power_law_tail"]

ENOUGH = 16.0
"""Variance from which the expansion in the normal quantile leaves one whole number nearly always."""
FAR = 9.0
"""Standard deviations below the mean where a window starts; less than 1e-17 lies below."""
DEEPEST = 600.0
"""Greatest x for which exp(-x) is still an ordinary float, also when divided by some counts."""
RECIPROCALS = tuple(1.0 / (n + 1.0) for n in range(2048))
"""1, 1/2, 1/3, ..: a term of a sum over whole numbers then costs no division."""
TURNS = len(RECIPROCALS) // 4
"""Fours of terms that the reciprocals serve."""
POISSON_TURNS = 256
"""Pairs of terms that are more than enough for a Poisson sum from zero."""
NEARLY_ONE = 1.0 - 1e-12
"""A rounded sum might never come above this, so sums from zero look no further up; draws end at 1 - 1e-10."""
SMALL = 500.0
"""Dispersion up to which the chance of none at one trial may be rounded before its logarithm."""


def poisson(u: float, mean: float) -> float:
    """Smallest whole number whose Poisson distribution function reaches u.

    Below a mean of 16 by summing from zero. Above it by the expansion Q_N2 of Giles (2016), "Algorithm 955",
    ACM TOMS 42(1) 7, wherever its error leaves one whole number; elsewhere by summing a window.
    """
    if not mean >= 0.0:
        return math.nan
    if mean < ENOUGH:
        return _poisson_from_zero(u, mean, math.exp(-mean))
    n = _expanded(normal(u), mean, mean, 1.0, 1.0)
    if n >= 0.0:
        return n
    low = math.floor(mean - FAR * math.sqrt(mean))
    if low < LEAST_STIRLING:
        return _poisson_from_zero(u, mean, math.exp(-mean))
    return _poisson_up(u, mean, float(low), math.exp(log_poisson(float(low), mean)))


def _expanded(w: float, mean: float, variance: float, third: float, fourth: float) -> float:
    """The quantile at the normal quantile w, or -1 where the expansion leaves two whole numbers.

    `third` and `fourth` are cumulants as shares of the variance. Cornish and Fisher (1938) to the order of
    1 / sd, with Sheppard's correction for whole numbers; for the Poisson this is Giles's Q_N2. The error
    allowed is four times his bound (0.025 + w^2 / 80 + w^4 / 160) / variance.
    """
    w2 = w * w
    sd = math.sqrt(variance)
    inner = fourth * (w2 - 3.0) / 24.0 - third * third * (2.0 * w2 - 5.0) / 36.0 - 1.0 / 24.0
    x = mean + 0.5 + sd * w + third * (w2 - 1.0) / 6.0 + w * inner / sd
    error = (0.1 + w2 * (0.05 + w2 * 0.025)) / variance
    n = math.floor(x)
    return float(n) if x > 10.0 and error < x - n < 1.0 - error else -1.0


def _poisson_from_zero(u: float, mean: float, p: float) -> float:
    """First whole number at which the sum from zero on, whose probability is p, reaches u.

    Two terms at a time, as in `_negative_binomial_from_zero`; for means up to 120.
    """
    u = min(u, NEARLY_ONE)
    total = p
    one = p
    last = 1.0
    for turn in range(POISSON_TURNS):
        if not total < u:
            break
        n = 2 * turn
        p *= mean * RECIPROCALS[n]
        one = total + p
        p *= mean * RECIPROCALS[n + 1]
        total = one + p
        last = n + 2.0
    return last - (1.0 if one >= u else 0.0)


def _poisson_up(u: float, mean: float, n: float, p: float) -> float:
    """First whole number from n on, whose probability is p, at which the sum reaches u."""
    total = p
    while total < u:
        n += 1.0
        p *= mean / n
        if total + p == total:
            break
        total += p
    return n


def negative_binomial(u: float, mean: float, dispersion: float) -> float:
    """Smallest whole number whose negative binomial distribution function reaches u.

    The variance is mean + mean^2 / dispersion. Summed from zero, so the time grows with the number drawn;
    where the chance of zero is too small to hold, from a window below the mean.
    """
    if not (mean >= 0.0 and dispersion > 0.0):
        return math.nan
    each = 1.0 / (dispersion + mean)
    share = mean * each
    # The plain logarithm takes half the time; its rounding, times a small dispersion, is still nothing.
    none = dispersion * each
    depth = -dispersion * math.log(none) if dispersion < SMALL else dispersion * math.log1p(mean / dispersion)
    if depth <= DEEPEST:
        return _negative_binomial_from_zero(u, share, dispersion, math.exp(-depth))
    sd = math.sqrt(mean + mean * mean / dispersion)
    low = float(math.floor(max(LEAST_STIRLING, mean - FAR * sd)))
    size = low + dispersion
    p = dispersion / size * math.exp(log_binomial(low, size, share))
    return _negative_binomial_up(u, share, dispersion, low, p, p)


def _negative_binomial_from_zero(u: float, share: float, dispersion: float, p: float) -> float:
    """First whole number at which the sum from zero on, whose probability is p, reaches u.

    P(n + 1) / P(n) = share (n + dispersion) / (n + 1). Four terms at a time; how far the sum was after
    each of the first three says which of the four it was.
    """
    u = min(u, NEARLY_ONE)
    total = p
    rest = share * (dispersion - 1.0)
    one = p
    two = p
    three = p
    last = 3.0
    for turn in range(TURNS):
        if not total < u:
            break
        n = 4 * turn
        p *= share + rest * RECIPROCALS[n]
        one = total + p
        p *= share + rest * RECIPROCALS[n + 1]
        two = one + p
        p *= share + rest * RECIPROCALS[n + 2]
        three = two + p
        p *= share + rest * RECIPROCALS[n + 3]
        total = three + p
        last = n + 4.0
        if turn == TURNS - 1 and total < u:
            # Found from here on without the table, and not among the last four.
            one = u
            last = 3.0 + _negative_binomial_up(u, share, dispersion, last, p, total)
    return last - (3.0 if one >= u else 2.0 if two >= u else 1.0 if three >= u else 0.0)


def _negative_binomial_up(
    u: float, share: float, dispersion: float, n: float, p: float, total: float
) -> float:
    """First whole number from n on, whose probability is p, at which the sum, `total` up to there, reaches u.

    Two terms at a time: one division then serves both, and the next pair need not wait for it.
    """
    before = 0.0
    first = 0.0
    while total < u:
        before = total
        ratio = share * (n + dispersion)
        inverse = ratio / ((n + 1.0) * (n + 2.0))
        first = p * (inverse * (n + 2.0))
        p *= inverse * (ratio + share)
        total += first + p
        n += 2.0
        if total == before and n * (1.0 - share) > dispersion * share:
            break
    return n - 1.0 if before + first >= u else n


def binomial(u: float, size: float, probability: float) -> float:
    """Smallest whole number whose binomial distribution function reaches u; `size` is rounded down.

    Where the variance is at least 16 by the expansion that serves `poisson`, wherever its error leaves one
    whole number; elsewhere by summing from the nearer end, or from a window below the mean.
    """
    if not (size >= 0.0 and 0.0 <= probability <= 1.0):
        return math.nan
    n = float(math.floor(size))
    rest = 1.0 - probability
    if probability == 0.0 or n == 0.0:
        return 0.0
    if rest == 0.0:
        return n
    mean = n * probability
    variance = mean * rest
    odds = probability / rest
    if variance >= ENOUGH:
        x = _expanded(normal(u), mean, variance, rest - probability, 1.0 - 6.0 * probability * rest)
        if 0.0 <= x < n - 10.0:
            return x
    low = math.floor(mean - FAR * math.sqrt(variance))
    if low >= LEAST_STIRLING and n - mean >= LEAST_STIRLING:
        return _binomial_up(u, n, odds, float(low), math.exp(log_binomial(float(low), n, probability)))
    if probability <= 0.5:
        return _binomial_up(u, n, odds, 0.0, math.exp(n * math.log1p(-probability)))
    return _binomial_down(1.0 - u, n, 1.0 / odds, math.exp(n * math.log(probability)))


def _binomial_up(u: float, size: float, odds: float, n: float, p: float) -> float:
    total = p
    while total < u and n < size:
        p *= odds * (size - n) / (n + 1.0)
        n += 1.0
        if total + p == total and n > odds * (size - n):
            break
        total += p
    return n


def _binomial_down(v: float, size: float, odds: float, p: float) -> float:
    """Least whole number above which no more than v lies, counted down from the top."""
    above = 0.0
    n = size
    while above + p <= v and n > 0.0:
        above += p
        p *= odds * n / (size - n + 1.0)
        n -= 1.0
    return n


def power_law_tail(u: float, exponent: float, least: float, most: float) -> float:
    """Whole number with P(X >= x) as (x / least)^(1 - exponent), from `least` to `most`, cut off above.

    Discrete power law by its survival function, Clauset, Shalizi and Newman (2009), doi 10.1137/070710111,
    section 2, in the form whose survival is an exact power.
    """
    if not (exponent > 1.0 and 1.0 <= least <= most):
        return math.nan
    steep = exponent - 1.0
    beyond = math.exp(-steep * math.log((most + 1.0) / least))
    above = beyond + (1.0 - u) * (1.0 - beyond)
    x = math.ceil(least * math.exp(-math.log(above) / steep)) - 1.0
    return float(min(max(x, least), most))
