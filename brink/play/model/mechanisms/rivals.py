"""Two rival streams of violence that share the state's capacity: one takes in splinters, one grows."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism
from brink.play.engine.samplers import normal
from brink.play.model.mechanisms.counts import many

RIVAL_CLUSTER = 3.0
"""Dispersion of the first rival's small monthly counts; UCDP GED 26.1, dyad 14319, 2018-22."""
PER_SHARE_GONE = 5.0
"""How many times its own rate the first rival gains when the whole group goes over; an assumption."""


def lomax(u: float, scale: float, exponent: float) -> float:
    """Whole number below a Lomax (Pareto II) quantile: floor(scale ((1 - u)^(-1/a) - 1))."""
    return float(math.floor(scale * math.expm1(-math.log1p(-u) / exponent)))


def rivals_attack(
    rival_level: float,
    rival_trend: float,
    rival_growth: float,
    splintered: float,
    lever_rivals: float,
    first_rival_attacks: float,
    first_rival_deaths: float,
    second_rival_attacks: float,
    second_rival_dispersion: float,
    second_rival_drift: float,
    second_rival_deaths: float,
    second_rival_deaths_shape: float,
    rival_growth_keep: float,
    rivals_help: float,
    u_rival_level: float,
    u_first_rival: float,
    u_first_rival_deaths: float,
    u_second_rival: float,
    u_second_rival_deaths: float,
) -> tuple[float, float, float, float, float, float]:
    """Rivals' log level, trend and growth; attacks of both; deaths by the first and by the second.

    R1 ~ NegBin(r1 (1 + 5·gone) (1 - h·help), 3); R2 ~ NegBin(r2 e^(x2 + trend), k2); deaths of a month are
    N + NegBin(N (m - 1), s N).
    """
    level = rival_level + second_rival_drift * normal(u_rival_level)
    trend = rival_trend + rival_growth
    mean = first_rival_attacks * (1.0 + PER_SHARE_GONE * splintered) * (1.0 - rivals_help * lever_rivals)
    first = many(u_first_rival, mean, RIVAL_CLUSTER)
    mean = second_rival_attacks * math.exp(min(8.0, level + trend))
    second = many(u_second_rival, mean, second_rival_dispersion)
    first_killed = first
    if first > 0.0:
        first_killed += many(
            u_first_rival_deaths, first * (first_rival_deaths - 1.0), second_rival_deaths_shape * first
        )
    second_killed = 0.0
    if second > 0.0:
        # UCDP's best estimate is 0 for some events, so deaths are not at least one an event.
        second_killed = many(
            u_second_rival_deaths, second * second_rival_deaths, second_rival_deaths_shape * second
        )
    return level, trend, rival_growth * rival_growth_keep, first + second, first_killed, second_killed


RIVALS = Mechanism(
    id="rivals",
    step=rivals_attack,
    writes=(
        "rival_level", "rival_trend", "rival_growth", "rival_attacks", "first_rival_deaths_now",
        "second_rival_deaths_now",
    ),
    neutral={"rival_attacks": 0.0, "first_rival_deaths_now": 0.0, "second_rival_deaths_now": 0.0},
    sentence="Rival groups attack in their own streams and tie down the state's forces.",
    equation="R1 ~ NegBin(r1(1+5·gone)(1-h·help), 3); R2 ~ NegBin(r2·e^(x2+trend2), k2); x2' = x2 + sigma·z",
    paper="no interaction but capacity, for lack of evidence of any; local level model (Harvey 1989, ch. 2)",
    sign={"splintered": "+", "lever_rivals": "-"},
)  # fmt: skip
