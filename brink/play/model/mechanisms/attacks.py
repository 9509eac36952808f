"""How many attacks a month brings, under three structures that the counts alone cannot tell apart."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism
from brink.play.engine.samplers import normal
from brink.play.model.mechanisms.counts import many
from brink.play.model.mechanisms.harm import saturated

COSINE = (
    1.0, 0.8660254037844387, 0.5, 0.0, -0.5, -0.8660254037844387,
    -1.0, -0.8660254037844387, -0.5, 0.0, 0.5, 0.8660254037844387,
)  # fmt: skip
"""cos(2 pi m / 12) of the months after the season's peak."""
PEAK = 4
"""April, when talk of spring offensives would put it."""
MOST = 5000.0
"""Attacks a month beyond which an intensity is not followed: six times the worst month of any dyad."""
LEAST_FACTOR = 0.1
"""Acts that leave less than a tenth of attacks count as leaving a tenth, where attacks are freed of them."""


def background(
    attacks_level: float,
    level: float,
    trend: float,
    fighters_inside: float,
    fighters_inside_start: float,
    stock_exponent: float,
) -> float:
    """Attacks a month that do not follow from earlier ones: a exp(x + trend) (P / P0)^g."""
    log_stock = 0.0
    if stock_exponent > 0.0:
        log_stock = stock_exponent * math.log(max(fighters_inside, 1.0) / fighters_inside_start)
    return attacks_level * math.exp(min(20.0, level + trend + log_stock))


def intensity(base: float, excitation: float, feedback: float) -> float:
    """Expected attacks: (1 - n) base + n E, whose long-run mean is the base.

    White, Porter and Mazerolle 2013, doi 10.1007/s10940-012-9181-y; Hawkes 1971, Biometrika 58,
    in monthly steps.
    """
    return (1.0 - feedback) * base + feedback * excitation


def by_part(factor: float, part: float) -> float:
    """A factor that holds in part: 1 at 0, the factor at 1, straight between."""
    return 1.0 + (factor - 1.0) * part


def season_factor(month: float, calendar_month: float, attacks_season: float) -> float:
    """Season's factor, `attacks_season` in April and its mirror in October."""
    since_peak = calendar_month + month + (24.0 - PEAK)
    return by_part(attacks_season, COSINE[int(since_peak - 12.0 * math.floor(since_peak / 12.0))])


def level_wanders(
    level: float, trend: float, growth: float, attacks_drift: float, growth_keep: float, u_level: float
) -> tuple[float, float, float]:
    """Log level, log trend and its monthly growth: x' = x + sigma z; trend' = trend + g; g' = phi g."""
    return level + attacks_drift * normal(u_level), trend + growth, growth * growth_keep


LEVEL = Mechanism(
    id="level",
    step=level_wanders,
    writes=("level", "trend", "growth"),
    sentence="The level of violence wanders, as it does in every insurgency; under S3 it also grows.",
    equation="x(t+1) = x(t) + sigma·z; trend(t+1) = trend(t) + g(t); g(t+1) = phi·g(t)",
    paper="local level model (Harvey 1989, ch. 2); spread and persistence from the world's dyads before 2023",
    sign={"growth": "+"},
)


def attacks_happen(
    fighters_inside: float,
    leadership: float,
    excitation: float,
    level: float,
    trend: float,
    truce: float,
    drone_fear: float,
    strike_shock: float,
    cooperation: float,
    harm_due: float,
    host_rung: float,
    host_support: float,
    lever_sanctions: float,
    month: float,
    calendar_month: float,
    attacks_level: float,
    attacks_season: float,
    attacks_dispersion: float,
    fighters_inside_start: float,
    stock_exponent: float,
    feedback: float,
    memory: float,
    truce_factor: float,
    drone_factor: float,
    strike_factor: float,
    leader_attacks: float,
    cooperation_retaliation: float,
    cooperation_start: float,
    host_help: float,
    host_support_start: float,
    attacks_sanctuary: float,
    harm_revenge: float,
    harm_saturation: float,
    strike_civilians: float,
    u_attacks: float,
) -> tuple[float, float]:
    """Lethal events of the month, and the excitation they leave.

    N ~ NegBin(lambda, k), lambda = f [(1 - n) a e^(x + trend) (P/P0)^g + n E] + revenge, f the factors;
    E' = b E + (1 - b) N / f. S1 has g > 0 and n of fast clustering, S2 slow n and b, S3 neither.

    What is remembered is freed of the factors: they were measured on whole series of attacks, with what
    attacks stir up in them. Left in, each would work again on its own effect, and n f above 1 explode.
    """
    base = background(attacks_level, level, trend, fighters_inside, fighters_inside_start, stock_exponent)
    factor = by_part(truce_factor, truce) * season_factor(month, calendar_month, attacks_season)
    factor *= by_part(leader_attacks, 1.0 - leadership) * by_part(drone_factor, drone_fear)
    factor *= by_part(strike_factor, strike_shock)
    in_sight = max(cooperation - cooperation_start, lever_sanctions, 0.0)
    factor *= by_part(cooperation_retaliation, in_sight)
    factor *= 1.0 - attacks_sanctuary * (1.0 - host_support / host_support_start)
    if host_rung >= 3.0:
        factor *= host_help
    expected = factor * intensity(base, excitation, feedback)
    if harm_due > 0.0:
        expected += 0.5 * harm_revenge * saturated(harm_due, harm_saturation) / strike_civilians
    happened = many(u_attacks, min(expected, MOST), attacks_dispersion)
    return happened, memory * excitation + (1.0 - memory) * happened / max(factor, LEAST_FACTOR)


ATTACKS = Mechanism(
    id="attacks",
    step=attacks_happen,
    writes=("attacks", "excitation"),
    neutral={"attacks": 0.0},
    sentence="Attacks follow fighters inside, recent attacks or a trend, held down or stirred up by acts.",
    equation=(
        "N ~ NegBin(lambda, k); lambda = f·[(1-n)·a·exp(x+trend)·(P/P0)^g + n·E] + rho·due/2C, f = truce · "
        "leader · drones · strikes · retaliation · season · [1 - w(1 - s/s0)]; E' = b·E + (1-b)·N/f"
    ),
    paper=(
        "White, Porter and Mazerolle 2013, doi 10.1007/s10940-012-9181-y (S2); Kaplan and others 2005, "
        "doi 10.1080/10576100590928115 (S1); log-linear trend (S3)"
    ),
    sign={
        "fighters_inside": "+",
        "excitation": "+",
        "truce": "-",
        "drone_fear": "-",
        "leadership": "-",
        "harm_due": "+",
        "host_rung": "+",
        "cooperation": "+",
        "host_support": "+",
    },
)
