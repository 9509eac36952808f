"""How far an option differs from the baseline in the same futures, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brink.play.answers.grid import Floats, Grid, weighted_quantile

LEVEL = 0.9
"""Probability inside every interval that is printed."""
_Z = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Difference:
    """An option minus the baseline, future by future, for one outcome.

    Three intervals answer three questions: `low` to `high` how exactly the mean is known
    with so many futures; `points_low` to `points_high` what the parameters leave open;
    `futures_low` to `futures_high` what parameters and chance together leave open.
    """

    option: str
    outcome: str
    mean: float
    low: float
    high: float
    points_low: float
    points_median: float
    points_high: float
    futures_low: float
    futures_median: float
    futures_high: float
    less: float
    """Share of futures in which the option has less of it than the baseline."""
    more: float
    chance_share: float
    """Share of the variance of the difference that is chance, not ignorance."""


@dataclass(frozen=True, slots=True)
class Level:
    """The mean of an outcome under one option, and how exactly it is known with so many points."""

    mean: float
    low: float
    high: float


def level(grid: Grid, option: str, outcome: str) -> Level:
    """The mean with its interval of 90 %."""
    by_point = grid.outcome(option, outcome).mean(axis=0)
    mean, half = float(grid.weights @ by_point), _Z * standard_error(by_point, grid.weights)
    return Level(mean, mean - half, mean + half)


def difference(grid: Grid, option: str, outcome: str) -> Difference:
    """The paired difference of one option and outcome, with its three intervals of 90 %."""
    change = grid.change(option, outcome)
    by_point = change.mean(axis=0)
    mean = float(grid.weights @ by_point)
    half = _Z * standard_error(by_point, grid.weights)
    weights = np.broadcast_to(grid.weights, change.shape).ravel()
    futures = change.ravel()
    tail = (1 - LEVEL) / 2
    return Difference(
        option=option,
        outcome=outcome,
        mean=mean,
        low=mean - half,
        high=mean + half,
        points_low=weighted_quantile(by_point, grid.weights, tail),
        points_median=weighted_quantile(by_point, grid.weights, 0.5),
        points_high=weighted_quantile(by_point, grid.weights, 1 - tail),
        futures_low=weighted_quantile(futures, weights, tail),
        futures_median=weighted_quantile(futures, weights, 0.5),
        futures_high=weighted_quantile(futures, weights, 1 - tail),
        less=float((change < 0).mean(axis=0) @ grid.weights),
        more=float((change > 0).mean(axis=0) @ grid.weights),
        chance_share=chance_share(change, grid.weights),
    )


def standard_error(by_point: Floats, weights: Floats) -> float:
    """Standard error of a weighted mean over points, shape [points] each.

    Points, not futures, are what was drawn independently: the repeats of a point share
    its parameters, so counting them as independent would feign precision. With even
    weights this is sd / sqrt(points); else the linearised ratio estimator (Owen 2013,
    Monte Carlo theory, methods and examples, eq. 9.9).
    """
    n = len(by_point)
    if n < 2:
        return float("inf")
    mean = float(weights @ by_point)
    return float(np.sqrt(np.sum(weights**2 * (by_point - mean) ** 2) * n / (n - 1)))


def chance_share(values: Floats, weights: Floats) -> float:
    """Share of the variance of values [repeats, points] that is chance.

    One-way random effects: the mean variance within points against that plus the variance
    between points, the latter freed of the noise that a mean of few repeats still holds
    (Searle, Casella and McCulloch 1992, section 3.6).
    """
    repeats = values.shape[0]
    if repeats < 2:
        return float("nan")
    within = float(weights @ values.var(axis=0, ddof=1))
    by_point = values.mean(axis=0)
    spread = float(weights @ (by_point - weights @ by_point) ** 2)
    between = max(spread - within / repeats, 0.0)
    return within / (within + between) if within + between > 0 else 0.0


def running_half_width(grid: Grid, option: str, outcome: str, *, steps: int = 12) -> list[tuple[int, float]]:
    """Half width of the mean's interval after more and more points: (futures, half width).

    The last pair is the whole ensemble. It shrinks with the square root of the number of
    points; where it is flat, further futures of the same points would not help.
    """
    by_point = grid.change(option, outcome).mean(axis=0)
    sizes = np.unique(np.geomspace(min(16, grid.n_points), grid.n_points, steps).astype(int))
    out = []
    for size in sizes:
        weights = grid.weights[:size] / grid.weights[:size].sum()
        out.append((int(size) * grid.n_repeats, _Z * standard_error(by_point[:size], weights)))
    return out


def futures_needed(grid: Grid, option: str, outcome: str) -> int | None:
    """Futures at which the interval of the mean would leave zero out, or None if that cannot be told.

    That is so where the mean is zero, or where one point alone was played.
    Smaller than what was played: enough were. Larger: the sign of the effect is open.
    """
    found = difference(grid, option, outcome)
    half = found.high - found.mean
    if found.mean == 0 or not np.isfinite(half):
        return None
    points = int(np.ceil(grid.n_points * (half / abs(found.mean)) ** 2))
    return points * grid.n_repeats
