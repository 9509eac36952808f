"""The posterior of deaths per event: a drifting mean with a heavy tail, given counts of events and deaths."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.play.fit.attack_filter import _systematic
from brink.play.fit.importance import Evaluated, Weighted, sample
from brink.play.fit.priors import Belief, Normal, Space, before_the_counts, picked, space
from brink.play.model.history import Counts
from brink.play.model.priors import Known, column

Floats = NDArray[np.float64]
FITTED = ("deaths.drift", "deaths.shape", "deaths.tail_share", "deaths.tail_exponent")
SEVERITY_THEN = Normal(math.log(3.0), 0.7)
"""Log mean deaths of an ordinary event where the months begin: insurgencies run from one to ten."""
MOST_MASS_CASUALTY = 4
"""Mass-casualty attacks in one month beyond which none is followed."""


@dataclass(frozen=True, slots=True)
class DeathFit:
    """Weighted points of the severity of attacks."""

    space: Space
    weighted: Weighted
    values: Mapping[str, Floats]


def death_space(definition: Definition) -> Space:
    """What is believed of severity before the counts."""
    beliefs: dict[str, Belief] = {"severity_then": SEVERITY_THEN}
    beliefs |= picked(before_the_counts(definition), FITTED)
    return space(beliefs)


def fit_deaths(
    definition: Definition,
    counts: Counts,
    *,
    points: int = 2048,
    rounds: int = 3,
    particles: int = 128,
    seed: int = 1,
) -> DeathFit:
    """The posterior of severity, as weighted points with the log mean deaths that each ends in."""
    known = before_the_counts(definition)
    of = death_space(definition)
    tail = (known["deaths.tail_start", None], known["deaths.cap", None])
    rng = np.random.default_rng([seed, 11])

    def evaluate(z: Floats) -> Evaluated:
        return filtered_deaths(of.values(z), counts, tail, particles=particles, rng=rng)

    weighted = sample(evaluate, len(of.names), points=points, rounds=rounds, seed=seed)
    return DeathFit(of, weighted, of.values(weighted.z))


def filtered_deaths(
    values: Mapping[str, Floats],
    counts: Counts,
    tail: tuple[Known, Known],
    *,
    particles: int,
    rng: np.random.Generator,
) -> Evaluated:
    """Log likelihood of deaths given events, by month.

    D_t = NegBin(N_t e^(v_t), s N_t) + the sum of M_t power-law deaths, M_t ~ Poisson(q N_t),
    v_t = v_(t-1) + sigma z, as in the mechanism `deaths`; particles carry v_t, M_t and the sum.
    """
    points, months = len(values["severity_then"]), len(counts.events)
    least, most = tail[0].at(0.5), tail[1].at(0.5)
    shape, sigma, share, exponent = (
        values[name][:, None]
        for name in ("deaths.shape", "deaths.drift", "deaths.tail_share", "deaths.tail_exponent")
    )
    v = np.repeat(values["severity_then"][:, None], particles, axis=1)
    monthly, replicates = np.zeros((points, months)), np.zeros((points, months))
    rows = np.arange(points)
    for month in range(months):
        v = np.clip(v + sigma * rng.standard_normal(v.shape), -1.0, 3.5)
        events, deaths = counts.events[month], counts.deaths[month]
        if events <= 0.0:
            continue
        mass = _mass_casualties(rng.poisson(share * events, size=v.shape), exponent, least, most, rng)
        mean = events * np.exp(v)
        pick = rng.integers(particles, size=points)
        ordinary = rng.gamma(shape[:, 0] * events) * mean[rows, pick] / (shape[:, 0] * events)
        replicates[:, month] = rng.poisson(np.minimum(ordinary, 1e6)) + mass[rows, pick]
        log_p = _log_negative_binomial(deaths - mass, mean, shape * events)
        top = np.maximum(log_p.max(axis=1, keepdims=True), -500.0)
        weight = np.exp(log_p - top) + 1e-300
        monthly[:, month] = np.log(weight.mean(axis=1)) + top[:, 0]
        v = v[rows[:, None], _systematic(weight, rng)]
    return Evaluated(monthly, {"start_severity": v[rows, rng.integers(particles, size=points)]}, replicates)


def _mass_casualties(
    many: NDArray[np.int64], exponent: Floats, least: float, most: float, rng: np.random.Generator
) -> Floats:
    """Sum of the deaths of `many` power-law attacks, cut off at `most`."""
    out = np.zeros(many.shape)
    steep = exponent - 1.0
    beyond = (least / (most + 1.0)) ** steep
    for place in range(min(MOST_MASS_CASUALTY, int(many.max(initial=0)))):
        above = beyond + rng.random(many.shape) * (1.0 - beyond)
        size = np.minimum(np.ceil(least * above ** (-1.0 / steep)) - 1.0, most)
        out += np.where(many > place, np.maximum(size, least), 0.0)
    return out


def _log_negative_binomial(count: Floats, mean: Floats, size: Floats) -> Floats:
    from scipy.special import gammaln

    seen = np.maximum(count, 0.0)
    out: Floats = (
        gammaln(seen + size)
        - gammaln(size)
        - gammaln(seen + 1.0)
        + size * np.log(size / (size + mean))
        + seen * np.log(mean / (size + mean))
    )
    return np.where(count < 0.0, -700.0, out)


def death_columns(fit: DeathFit, rows: NDArray[np.int64]) -> dict[str, Floats]:
    """Columns of the model's table at some rows of the fit."""
    out = {name: values[rows] for name, values in fit.weighted.evaluated.ends.items()}
    return out | {column(name): fit.values[name][rows] for name in FITTED}
