"""CRPS of a forecast given as a few quantiles, as people give them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from brink.errors import BadForecast
from brink.forecast.scores.arrays import Floats


def quantile_at(quantiles: Mapping[float, float], level: float) -> float:
    """The quantile function at a level: straight between those given, and held flat beyond the outermost."""
    levels, values = _ordered(quantiles)
    return float(np.interp(level, levels, values))


def crps_quantiles(quantiles: Mapping[float, float], observed: float) -> float:
    """CRPS of the distribution whose quantile function runs straight between the given quantiles.

    2 ∫ (1{y < Q(u)} - u)(Q(u) - y) du over u in (0, 1). Beyond the outermost level Q stays at
    its value, so that a tail that was not stated is neither invented nor spread out. The
    integrand is a polynomial of second degree between the given levels and the level at which
    Q passes y; Simpson's rule is exact on each piece.

    References
    ----------
    Laio & Tamea (2007), Hydrology and Earth System Sciences 11, eq. 10; Gneiting & Ranjan
    (2011), JBES 29(3), eq. 5.
    """
    levels, values = _ordered(quantiles)
    u = np.concatenate(([0.0], levels, [1.0]))
    q = np.concatenate((values[:1], values, values[-1:]))
    rises = np.flatnonzero((q[:-1] < observed) & (observed < q[1:]))
    if rises.size:
        i = int(rises[0])
        crossing = u[i] + (u[i + 1] - u[i]) * (observed - q[i]) / (q[i + 1] - q[i])
        u, q = np.insert(u, i + 1, crossing), np.insert(q, i + 1, observed)
    middle = (u[:-1] + u[1:]) / 2, (q[:-1] + q[1:]) / 2
    over = middle[1] > observed
    pieces = _loss(u[:-1], q[:-1], observed, over) + _loss(u[1:], q[1:], observed, over)
    pieces += 4 * _loss(*middle, observed, over)
    return float((np.diff(u) / 6 * pieces).sum())


def log_crps_quantiles(quantiles: Mapping[float, float], observed: float) -> float:
    """The same of log(1 + count): errors count by factor.

    References
    ----------
    Bosse et al. (2023), PLoS Computational Biology 19(8), section 2.2.
    """
    if observed < 0 or min(quantiles.values()) < 0:
        raise BadForecast("a count is not negative; its logarithm cannot be scored")
    return crps_quantiles({u: float(np.log1p(q)) for u, q in quantiles.items()}, float(np.log1p(observed)))


def _loss(u: Floats, q: Floats, y: float, over: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Floats:
    """Twice the quantile loss at levels u of a piece on one side of y."""
    return np.where(over, 2 * (1 - u) * (q - y), 2 * u * (y - q))


def _ordered(quantiles: Mapping[float, float]) -> tuple[Floats, Floats]:
    levels = np.array(sorted(quantiles), dtype=np.float64)
    values = np.array([quantiles[level] for level in sorted(quantiles)], dtype=np.float64)
    if levels.size == 0 or levels[0] <= 0 or levels[-1] >= 1:
        raise BadForecast("quantiles need at least one level, each between 0 and 1")
    if not np.isfinite(values).all() or (np.diff(values) < 0).any():
        raise BadForecast("quantiles must be numbers that do not fall as their level rises")
    return levels, values
