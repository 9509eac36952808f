"""How many die: an ordinary body whose mean drifts, and a heavy tail that sets off tripwires."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism
from brink.play.engine.samplers import normal, poisson, power_law_tail
from brink.play.model.mechanisms.counts import many
from brink.play.model.mechanisms.truce import power


def mean_of_power_law(exponent: float, least: float, most: float) -> float:
    """Mean of a continuous power law of density exponent a between `least` and `most`."""
    if abs(exponent - 2.0) < 1e-6:
        return math.log(most / least) / (1.0 / least - 1.0 / most)
    low, high = power(least, 1.0 - exponent), power(most, 1.0 - exponent)
    return (1.0 - exponent) / (2.0 - exponent) * (high * most - low * least) / (high - low)


def people_die(
    attacks: float,
    severity: float,
    deaths_drift: float,
    deaths_shape: float,
    deaths_tail_share: float,
    deaths_tail_exponent: float,
    deaths_tail_start: float,
    deaths_cap: float,
    deaths_state_share: float,
    deaths_civilian_share: float,
    u_severity: float,
    u_deaths: float,
    u_tail: float,
    u_largest: float,
) -> tuple[float, float, float, float, float, float]:
    """Log mean deaths, deaths, the largest single event, and deaths of state, civilians and the group.

    D = NegBin(N e^v, s N) + tail, v' = v + sigma z. M ~ Poisson(q N) events are of the tail: the largest is
    the M-th root quantile of a power law from x_min to the cap, the others have its mean below it. UCDP's
    best estimate is 0 for some events, so there may be fewer deaths than events.
    """
    drifted = min(3.5, max(-1.0, severity + deaths_drift * normal(u_severity)))
    if attacks <= 0.0:
        return drifted, 0.0, 0.0, 0.0, 0.0, 0.0
    tail = min(attacks, poisson(u_tail, deaths_tail_share * attacks))
    body = attacks - tail
    killed, worst = 0.0, 0.0
    if body > 0.0:
        killed = many(u_deaths, body * math.exp(drifted), deaths_shape * body)
        # Deaths are shared so unevenly that the worst of n ordinary events takes about one part in root n.
        worst = min(killed, deaths_tail_start - 1.0, math.floor(killed / math.sqrt(body) + 0.5))
    mass = 0.0
    if tail > 0.0:
        worst = power_law_tail(
            power(u_largest, 1.0 / tail), deaths_tail_exponent, deaths_tail_start, deaths_cap
        )
        mass = worst
        if tail > 1.0:
            others = mean_of_power_law(deaths_tail_exponent, deaths_tail_start, worst + 1.0)
            mass += math.floor((tail - 1.0) * others + 0.5)
    total = killed + mass
    state = deaths_state_share * killed + 0.5 * mass
    civilian = deaths_civilian_share * killed + 0.5 * mass
    return drifted, total, min(worst, total), state, civilian, max(0.0, total - state - civilian)


DEATHS = Mechanism(
    id="deaths",
    step=people_die,
    writes=(
        "severity", "deaths", "largest_attack", "state_deaths", "target_civilian_deaths", "group_deaths",
    ),
    neutral={
        "deaths": 0.0, "largest_attack": 0.0, "state_deaths": 0.0, "target_civilian_deaths": 0.0,
        "group_deaths": 0.0,
    },
    sentence="Ordinary events kill a few, whose mean drifts; rare ones kill many, with a power-law tail.",
    equation=(
        "D = NegBin(N·e^v, s·N) + sum of M power-law events, M ~ Poisson(qN), "
        "Pr(X >= x) = (x/x_min)^(1-alpha) up to a cap; v(t+1) = v(t) + sigma·z"
    ),
    paper="Clauset, Young, Gleditsch 2007, arXiv physics/0606007; Clauset, Woodard 2013, arXiv 1209.0089",
    sign={"attacks": "+", "severity": "+"},
)  # fmt: skip
