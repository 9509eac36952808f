"""How far the host backs the group: bargaining, blowback and success under five motives."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism
from brink.play.model.mechanisms.harm import saturated
from brink.play.model.mechanisms.ladder import logistic

RETURNS = 0.05
"""Share of the way back to its usual level that support goes each month; an assumption."""
TALKS_REWARD = 0.5
"""Talks give the host half of what a full reward would; an assumption."""


def restraint(stake: float, attachment: float, precision: float) -> float:
    """Share of the host's commanders who restrain the group, as a part of that at full stake.

    Quantal response: x(g) = 1 / (1 + exp(-precision (g - attachment))), and the value is x(g) / x(1) less
    what it is at no stake, so that 0 gives 0 and 1 gives 1.

    McKelvey and Palfrey 1995, Games and Economic Behavior 10, eq. for two actions.
    """
    none = logistic(-precision * attachment)
    return (logistic(precision * (stake - attachment)) - none) / (
        logistic(precision * (1.0 - attachment)) - none
    )


def host_decides(
    host_support: float,
    pressure: float,
    truce: float,
    attacks: float,
    harm_due: float,
    host_yields: float,
    month: float,
    lever_reward: float,
    lever_rivals: float,
    host_support_start: float,
    host_pressure: float,
    host_reward: float,
    host_capacity_help: float,
    host_success: float,
    host_blowback: float,
    host_attachment: float,
    host_precision: float,
    harm_host_support: float,
    harm_saturation: float,
    compellence_success: float,
    attacks_level: float,
    u_compelled: float,
) -> tuple[float, float]:
    """Host support, 0 to 1, and whether this host can be made to yield at all (drawn once).

    s' = s + 0.05 (s0 - s) - y e_p x(p) - e_r x(max(reward, talks / 2)) - e_c·help + e_s log(N / N0)
    + e_b h·due / 10; e by motive: H1 leverage, H2 like-minded, H3 lack of capacity, H4 ruse, H0 mixture.
    """
    yields = host_yields
    if month == 0.0:
        yields = 1.0 if u_compelled < compellence_success else 0.0
    gain = max(lever_reward, TALKS_REWARD * truce)
    change = RETURNS * (host_support_start - host_support)
    if pressure > 0.0 and yields > 0.0:
        change -= host_pressure * restraint(pressure, host_attachment, host_precision)
    if gain > 0.0:
        change -= host_reward * restraint(gain, host_attachment, host_precision)
    change -= host_capacity_help * lever_rivals
    change += host_success * math.log((1.0 + attacks) / (1.0 + attacks_level))
    change += host_blowback * harm_host_support * saturated(harm_due, harm_saturation) / 10.0
    return min(1.0, max(0.0, host_support + change)), yields


HOST = Mechanism(
    id="host",
    step=host_decides,
    writes=("host_support", "host_yields"),
    sentence="The host weighs pressure and reward against its motive; killed civilians harden it.",
    equation=(
        "s' = s + 0.05(s0 - s) - y·e_p·x(p) - e_r·x(max(reward, talks/2)) - e_c·help + e_s·log(N/N0) "
        "+ e_b·h·due/10; x: quantal response with precision and attachment of the motive"
    ),
    paper=(
        "Bapat 2006, doi 10.1111/j.1468-2478.2006.00399.x; quantal response: McKelvey and Palfrey 1995; "
        "Sechser 2011, doi 10.1177/0738894211413066, for how often hosts yield"
    ),
    sign={
        "pressure": "-",
        "harm_due": "+",
        "lever_reward": "-",
        "truce": "-",
        "attacks": "+",
        "lever_rivals": "-",
    },
)
