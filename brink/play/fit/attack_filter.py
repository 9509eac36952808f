"""The likelihood of monthly attacks under one structure, by a particle filter over the hidden level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.play.fit.importance import Evaluated
from brink.play.model.mechanisms.attacks import COSINE, LEAST_FACTOR, PEAK

Floats = NDArray[np.float64]
FEWEST_INSIDE = 20.0
"""Below so few fighters the stock is not followed down."""
LOG_MOST = 9.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the filter is told: counts and acts month by month, shape (months,) each."""

    attacks: Floats
    deaths: Floats
    truce: Floats
    shock: Floats
    leaderless: Floats
    after_takeover: Floats
    released: Floats
    calendar_month: int
    """Calendar month of the first."""

    @property
    def months(self) -> int:
        """Number of months."""
        return len(self.attacks)


@dataclass(frozen=True, slots=True)
class Stocks:
    """Fighters in sanctuary and inside, month by month, shape (months + 1, points)."""

    sanctuary: Floats
    inside: Floats


def stocks(values: Mapping[str, Floats], seen: Seen) -> Stocks:
    """The two stocks under the expected flows of the fighters mechanism, and the deaths that were counted."""
    sanctuary, inside = [values["sanctuary_then"]], [values["inside_then"]]
    group_share = 1.0 - values["deaths.state_share"] - values["deaths.civilian_share"]
    for month in range(seen.months):
        f, p = sanctuary[-1], inside[-1]
        crossed = values["fighters.infiltration"] * f
        freed = 0.5 * values["fighters.prison_release"] * seen.released[month]
        killed = group_share * (seen.deaths[month - 1] if month else 0.0)
        sanctuary.append(np.maximum(f + values["fighters.recruits"] + freed - crossed, FEWEST_INSIDE))
        inside.append(
            np.maximum(p + crossed + freed - values["fighters.arrests"] * p - killed, FEWEST_INSIDE)
        )
    return Stocks(np.array(sanctuary), np.array(inside))


def known_part(values: Mapping[str, Floats], seen: Seen) -> Floats:
    """Factors on attacks from truce, leaders, strikes and season, shape (months, points)."""
    months = np.arange(seen.months)
    wave = np.array(COSINE)[(seen.calendar_month - 1 + months - PEAK + 1) % 12][:, None]
    out: Floats = 1.0 + (values["truce.attacks"] - 1.0) * seen.truce[:, None]
    out *= 1.0 + (values["leader.attacks"] - 1.0) * seen.leaderless[:, None]
    out *= 1.0 + (np.exp(values["strike.effect"]) - 1.0) * seen.shock[:, None]
    out *= 1.0 + (values["attacks.season"] - 1.0) * wave
    return out


def filtered(
    values: Mapping[str, Floats], seen: Seen, *, particles: int, rng: np.random.Generator
) -> Evaluated:
    """Log likelihood by month and the state at the end, for every point.

    N_t ~ NegBin(lambda_t, k), lambda_t = [(1 - n) exp(x_t + s a_t + g t) (P_t / P_0)^e + n E_t] f_t,
    x_t = x_(t-1) + sigma z, E_t = b E_(t-1) + (1 - b) N_(t-1) / f_(t-1), as in the mechanisms `level` and
    `attacks`.

    References
    ----------
    Gordon, Salmond and Smith (1993), bootstrap filter; its likelihood is unbiased (Del Moral 2004).
    """
    points = len(values["level_then"])
    factor = known_part(values, seen)
    fixed = log_base(values, seen)
    n, b, k = (values[name][:, None] for name in ("feedback", "memory", "attacks.dispersion"))
    sigma = values["attacks.drift"][:, None]
    x = np.repeat(values["level_then"][:, None], particles, axis=1)
    excitation = np.exp(values["level_then"])
    monthly, replicates = np.zeros((points, seen.months)), np.zeros((points, seen.months))
    rows = np.arange(points)
    for month in range(seen.months):
        if month:
            x = x + sigma * rng.standard_normal(x.shape)
        base = np.exp(np.minimum(x + fixed[month][:, None], LOG_MOST))
        expected = ((1.0 - n) * base + n * excitation[:, None]) * factor[month][:, None]
        chosen = expected[rows, rng.integers(particles, size=points)]
        replicates[:, month] = _negative_binomial(chosen, k[:, 0], rng)
        log_p = _log_negative_binomial(seen.attacks[month], expected, k)
        top = log_p.max(axis=1, keepdims=True)
        weight = np.exp(log_p - top)
        monthly[:, month] = np.log(weight.mean(axis=1)) + top[:, 0]
        x = x[rows[:, None], _systematic(weight, rng)]
        freed = seen.attacks[month] / np.maximum(factor[month], LEAST_FACTOR)
        excitation = b[:, 0] * excitation + (1.0 - b[:, 0]) * freed
    end = x[rows, rng.integers(particles, size=points)]
    level = np.exp(np.minimum(end + fixed[-1], LOG_MOST))
    return Evaluated(monthly, {"attacks_level": level, "start_excitation": excitation}, replicates)


def log_base(values: Mapping[str, Floats], seen: Seen) -> Floats:
    """Log of the background but for the hidden level, shape (months, points)."""
    months = np.arange(seen.months)[:, None]
    out: Floats = values["attacks.takeover_step"] * seen.after_takeover[:, None] + values["growth"] * months
    if "inside_then" in values:
        inside = stocks(values, seen).inside[1:]
        out = out + values["attacks.stock_exponent"] * np.log(inside / values["inside_then"])
    return out


def _log_negative_binomial(count: float, mean: Floats, dispersion: Floats) -> Floats:
    """Log probability of one count, for means of shape (points, particles) and dispersions (points, 1)."""
    from scipy.special import gammaln

    fixed = (
        gammaln(count + dispersion)
        - gammaln(dispersion)
        - gammaln(count + 1.0)
        + dispersion * np.log(dispersion)
    )
    mean = np.maximum(mean, 1e-6)
    out: Floats = fixed + count * np.log(mean) - (count + dispersion) * np.log(mean + dispersion)
    return out


def _negative_binomial(mean: Floats, dispersion: Floats, rng: np.random.Generator) -> Floats:
    return rng.poisson(np.minimum(rng.gamma(dispersion) * mean / dispersion, 1e6)).astype(np.float64)


def _systematic(weight: Floats, rng: np.random.Generator) -> NDArray[np.int64]:
    """Indices of a systematic resample of each row, shape of `weight`."""
    rows, particles = weight.shape
    cumulative = np.cumsum(weight, axis=1)
    cumulative /= cumulative[:, -1:]
    at = (np.arange(particles) + rng.random((rows, 1))) / particles
    # Rows are laid end to end, so that one search serves them all.
    offset = np.arange(rows)[:, None]
    found = np.searchsorted((cumulative + offset).ravel(), (at + offset).ravel()).reshape(rows, particles)
    chosen: NDArray[np.int64] = np.clip(found - offset * particles, 0, particles - 1)
    return chosen
