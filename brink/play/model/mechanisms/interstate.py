"""Fighting between target and host, and how many it kills."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism
from brink.play.model.mechanisms.ladder import logistic
from brink.play.model.mechanisms.rivals import lomax

LOW_RUNG = 1.0
"""Host's rung at which `interstate.base` holds: that of most months it is fitted to."""
FIRE_ADDS = 1.0
"""What a policy of border fire adds to the log odds; an assumption."""

MOST_SHORT_OF_WAR = 1000.0
MOST_IN_WAR = 30000.0
"""Deaths a month beyond which none are drawn: UCDP's interstate months before 2023 reach 843 short of full
war, and 27,000 to 48,000 in it."""
OPEN_WAR = 7.0


def log_odds_of_fighting(
    attacks_before: float,
    host_rung: float,
    interstate_base: float,
    interstate_slope: float,
    interstate_rung: float,
    interstate_reference: float,
) -> float:
    """base + slope log((1 + N(t-1)) / (1 + N_ref)) + h (host's rung - 1)."""
    pull = interstate_slope * math.log((1.0 + attacks_before) / (1.0 + interstate_reference))
    return interstate_base + pull + interstate_rung * (host_rung - LOW_RUNG)


def states_fight(
    attacks_last: float,
    attacks: float,
    host_rung: float,
    replied: float,
    target_rung: float,
    lever_rung_1: float,
    interstate_base: float,
    interstate_slope: float,
    interstate_rung: float,
    interstate_reference: float,
    interstate_deaths_scale: float,
    interstate_deaths_exponent: float,
    interstate_escalation: float,
    u_fight: float,
    u_fight_deaths: float,
) -> tuple[float, float, float]:
    """Whether the states fight, how many die, and the month's attacks kept for the next.

    logit P = base + slope log((1 + N(t-1)) / (1 + N_ref)) + h (host's rung - 1), certain after a reply in
    kind; deaths are Lomax with scale x e^(number of heights reached: strike on the capital, ground, assault).
    """
    odds = log_odds_of_fighting(
        attacks_last, host_rung, interstate_base, interstate_slope, interstate_rung, interstate_reference
    )
    chance = logistic(odds + FIRE_ADDS * lever_rung_1)
    if replied < 0.5 and target_rung < 6.0 and u_fight >= chance:
        return 0.0, 0.0, attacks
    scale = interstate_deaths_scale
    if target_rung >= 5.0:
        scale *= interstate_escalation
    if target_rung >= 6.0 or host_rung >= 4.0:
        scale *= interstate_escalation
    most = MOST_IN_WAR if target_rung >= OPEN_WAR else MOST_SHORT_OF_WAR
    return 1.0, min(most, lomax(u_fight_deaths, scale, interstate_deaths_exponent)), attacks


INTERSTATE = Mechanism(
    id="interstate",
    step=states_fight,
    writes=("interstate_fighting", "interstate_deaths", "attacks_last"),
    neutral={"interstate_fighting": 0.0, "interstate_deaths": 0.0},
    sentence="The more attacks, and the higher the ladders, the likelier the two states fight.",
    equation=(
        "logit P = a + b·log[(1 + N(t-1))/(1 + N_ref)] + h(host rung - 1), P = 1 after a reply in kind; "
        "deaths ~ Lomax(scale·e^heights, alpha)"
    ),
    paper="logistic regression on dyad 12291; tail from interstate dyads of the world before 2023",
    sign={"attacks_last": "+", "replied": "+", "host_rung": "+"},
)
