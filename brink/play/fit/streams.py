"""Posteriors that need no filter: rivals' deaths and rates, fighting between the states."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.play.fit.attack_filter import Seen, filtered
from brink.play.fit.importance import Evaluated, resampled, sample
from brink.play.fit.priors import Belief, Normal, Space, before_the_counts, picked, space
from brink.play.model.history import Counts, History
from brink.play.model.mechanisms.rivals import RIVAL_CLUSTER
from brink.play.model.priors import column

Floats = NDArray[np.float64]
RIVAL_MONTHS = 36
"""Three years: a rival's dyad enters UCDP only when it passes 25 deaths in a year, so early zeros mislead."""
GROWTH = "second_rival.growth"
SIZES = ("second_rival.deaths", "second_rival.deaths_shape")
OF_THE_SECOND = {
    "second_rival.dispersion": "attacks.dispersion",
    "second_rival.drift": "attacks.drift",
    GROWTH: GROWTH,
}
OF_THE_FIRST = ("first_rival.attacks", "first_rival.deaths")
FIGHTING = ("interstate.base", "interstate.slope")
FIGHT_SIZES = ("interstate.deaths_scale", "interstate.deaths_exponent")

USED = (*OF_THE_SECOND, *SIZES, *OF_THE_FIRST, *FIGHTING, *FIGHT_SIZES, "interstate.reference")
"""Parameters whose beliefs these fits start from."""


def second_rival(definition: Definition, counts: Counts, *, draws: int, seed: int) -> dict[str, Floats]:
    """Columns of the other rivals: their level, growth, drift and deaths, as `draws` equally likely rows."""
    recent = Counts(counts.events[-RIVAL_MONTHS:], counts.deaths[-RIVAL_MONTHS:])
    known = before_the_counts(definition)
    level = Normal(math.log(max(float(recent.events.mean()), 0.2)), 1.0)
    beliefs: dict[str, Belief] = {"level_then": level, **picked(known, [*OF_THE_SECOND])}
    of = space(beliefs)
    rng = np.random.default_rng([seed, 21])
    seen = _alone(recent)

    def evaluate(z: Floats) -> Evaluated:
        return filtered(_as_attacks(of.values(z)), seen, particles=96, rng=rng)

    weighted = sample(evaluate, len(of.names), points=1024, rounds=3, seed=seed + 1)
    rows = resampled(weighted, draws, seed=seed)
    values = of.values(weighted.z[rows])
    columns = {column(name): values[name] for name in OF_THE_SECOND}
    columns["second_rival_attacks"] = weighted.evaluated.ends["attacks_level"][rows]
    sizes = exact(
        definition, SIZES, lambda v: _size_likelihood(recent, v[SIZES[0]], v[SIZES[1]]), draws, seed + 2
    )
    return columns | sizes


def first_rival(definition: Definition, counts: Counts, *, draws: int, seed: int) -> dict[str, Floats]:
    """Columns of the first rival: its rate and the deaths of its events."""
    recent = Counts(counts.events[-RIVAL_MONTHS:], counts.deaths[-RIVAL_MONTHS:])
    shape = before_the_counts(definition)["second_rival.deaths_shape", None].at(0.5)

    def likelihood(values: Mapping[str, Floats]) -> Floats:
        rate = log_negative_binomial(
            recent.events[None, :], values["first_rival.attacks"][:, None], np.array(RIVAL_CLUSTER)
        )
        mean = np.maximum(values["first_rival.deaths"] - 1.0, 0.05)
        happened = recent.events > 0
        extra = np.maximum(recent.deaths - recent.events, 0.0)[happened]
        size = recent.events[happened]
        sized = log_negative_binomial(extra[None, :], size * mean[:, None], shape * size)
        return np.concatenate([rate, sized], axis=1)

    return exact(definition, OF_THE_FIRST, likelihood, draws, seed + 3)


def interstate(definition: Definition, history: History, *, draws: int, seed: int) -> dict[str, Floats]:
    """Columns of fighting between the states: log odds, slope on attacks, and the tail of deaths."""
    fights = history.interstate
    if fights is None:
        return {}
    known = before_the_counts(definition)
    reference = known["interstate.reference", None].at(0.5)
    pull = np.log((1.0 + history.attacks.events[:-1]) / (1.0 + reference))
    fought = fights.events[1:] > 0

    def odds(values: Mapping[str, Floats]) -> Floats:
        eta = values[FIGHTING[0]][:, None] + values[FIGHTING[1]][:, None] * pull
        out: Floats = np.where(fought, eta, 0.0) - np.logaddexp(0.0, eta)
        return out

    deaths = fights.deaths[fights.events > 0]

    def sizes(values: Mapping[str, Floats]) -> Floats:
        scale, exponent = values[FIGHT_SIZES[0]][:, None], values[FIGHT_SIZES[1]][:, None]
        return log_lomax(deaths[None, :], scale, exponent)

    columns = exact(definition, FIGHTING, odds, draws, seed + 4)
    return columns | (exact(definition, FIGHT_SIZES, sizes, draws, seed + 5) if len(deaths) else {})


def exact(
    definition: Definition,
    ids: tuple[str, ...],
    likelihood: Callable[[Mapping[str, Floats]], Floats],
    draws: int,
    seed: int,
) -> dict[str, Floats]:
    """Columns of some parameters from their priors and a likelihood that can be written down."""
    beliefs: dict[str, Belief] = {**picked(before_the_counts(definition), ids)}
    of: Space = space(beliefs)

    def evaluate(z: Floats) -> Evaluated:
        monthly = likelihood(of.values(z))
        return Evaluated(monthly, {}, np.zeros_like(monthly))

    weighted = sample(evaluate, len(ids), points=4096, rounds=2, seed=seed)
    values = of.values(weighted.z[resampled(weighted, draws, seed=seed)])
    return {column(name): values[name] for name in ids}


def log_lomax(deaths: Floats, scale: Floats, exponent: Floats) -> Floats:
    """Log probability of whole Lomax deaths: S(d) - S(d + 1), S(d) = (1 + d / scale)^(-exponent)."""
    upto = np.exp(-exponent * np.log1p(deaths / scale)) - np.exp(-exponent * np.log1p((deaths + 1.0) / scale))
    out: Floats = np.log(np.maximum(upto, 1e-300))
    return out


def log_negative_binomial(count: Floats, mean: Floats, size: Floats) -> Floats:
    """Log probability of counts with that mean and dispersion."""
    from scipy.special import gammaln

    mean = np.maximum(mean, 1e-6)
    out: Floats = (
        gammaln(count + size)
        - gammaln(size)
        - gammaln(count + 1.0)
        + size * np.log(size / (size + mean))
        + count * np.log(mean / (size + mean))
    )
    return out


def _size_likelihood(counts: Counts, deaths: Floats, shape: Floats) -> Floats:
    happened = counts.events > 0
    events = counts.events[happened]
    return log_negative_binomial(
        counts.deaths[happened][None, :], events * deaths[:, None], events * shape[:, None]
    )


def _alone(counts: Counts) -> Seen:
    """Counts of a stream that no truce, strike or change of government bears on."""
    nothing = np.zeros(len(counts.events))
    return Seen(counts.events, counts.deaths, nothing, nothing, nothing, nothing, nothing, 1)


def _as_attacks(values: Mapping[str, Floats]) -> dict[str, Floats]:
    nothing = np.zeros(len(values["level_then"]))
    out = {OF_THE_SECOND.get(name, name): column_ for name, column_ in values.items()}
    out |= {
        "feedback": nothing,
        "memory": nothing,
        "attacks.takeover_step": nothing,
        "strike.effect": nothing,
    }
    out |= {"truce.attacks": nothing + 1.0, "leader.attacks": nothing + 1.0, "attacks.season": nothing + 1.0}
    out["growth"] = np.log1p(values[GROWTH]) / 12.0
    return out
