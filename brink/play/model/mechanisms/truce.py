"""Truces begin when they are offered, and collapse at a hazard that leaders' deaths raise."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism


def power(base: float, exponent: float) -> float:
    """base^exponent for base >= 0, through logarithms, so that compiled and plain runs agree to the bit."""
    return math.exp(exponent * math.log(base)) if base > 0.0 else 0.0


def truce_begins_or_ends(
    truce: float,
    truce_age: float,
    level: float,
    leadership: float,
    cooperation: float,
    lever_truce: float,
    lever_reward: float,
    lever_standing: float,
    lever_as_given: float,
    truce_onset: float,
    truce_unasked: float,
    truce_collapse: float,
    truce_shape: float,
    truce_rebound: float,
    truce_reward: float,
    leader_truce_end: float,
    cooperation_moral_hazard: float,
    standing_mediation: float,
    u_truce: float,
) -> tuple[float, float, float]:
    """Truce (0 or 1), its age in months, and the log level of attacks.

    Onset: P = 1 - exp(-h o), o = max(lever, share unasked) (1 - m u) (1 - d D), where m u is the partner's
    moral hazard and d D what a diplomatic downgrade takes from the host's mediation. Collapse: Weibull
    hazard h_c [(a+1)^k - a^k], times 1 + (l - 1)(1 - L) after a leader's death, less what rewards hold
    together. Under like-minded hosts attacks return stronger by the rebound.
    """
    if truce < 0.5:
        unasked = 0.0 if lever_as_given >= 0.5 else truce_unasked
        offered = max(lever_truce, unasked) * (1.0 - cooperation_moral_hazard * cooperation)
        offered *= 1.0 - standing_mediation * lever_standing
        if u_truce < 1.0 - math.exp(-truce_onset * offered):
            return 1.0, 0.0, level
        return 0.0, 0.0, level
    aged = power(truce_age + 1.0, truce_shape) - power(truce_age, truce_shape)
    shaken = 1.0 + (leader_truce_end - 1.0) * (1.0 - leadership)
    hazard = truce_collapse * aged * shaken * (1.0 - truce_reward * lever_reward)
    if u_truce < 1.0 - math.exp(-hazard):
        return 0.0, 0.0, level + truce_rebound
    return 1.0, truce_age + 1.0, level


TRUCE = Mechanism(
    id="truce",
    step=truce_begins_or_ends,
    writes=("truce", "truce_age", "level"),
    sentence="Truces come when offered and mediated, and collapse within months, sooner when a leader dies.",
    equation=(
        "P(onset) = 1 - exp(-h_on max(lever, unasked) (1 - m u)(1 - d·downgrade)); "
        "P(end) = 1 - exp(-h_end [(a+1)^k - a^k] [1 + (l-1)(1-L)] (1 - w·reward))"
    ),
    paper="Clayton and others 2022, doi 10.1177/00220027221129195; Weibull form of survival analysis",
    sign={
        "lever_truce": "+",
        "leadership": "+",
        "cooperation": "-",
        "lever_reward": "+",
        "lever_standing": "-",
    },
)
