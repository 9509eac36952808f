"""The target's ladder: a month's choice to go up, stay or come down, and what it can pay for."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism

GROUND = 6.0
"""Rung from which on a campaign has to be paid for."""
BELOW_GROUND = 5.0
MASS_CASUALTY = 20.0
"""Killed in one attack from which on it counts as a provocation, as in the tripwires."""
OUTRAGE = 50.0
MONTHS_PAID_AHEAD = 3.0


def logistic(x: float) -> float:
    """1 / (1 + exp(-x))."""
    return 1.0 / (1.0 + math.exp(-x))


def leaps(u: float, chance: float) -> float:
    """Further rungs at once, each with the same chance: the geometric quantile at 1 - u, at most 6."""
    if chance <= 0.0:
        return 0.0
    return min(6.0, float(math.floor(math.log(u) / math.log(min(chance, 0.99)))))


def affordable(
    rung: float, money: float, sponsor: float, money_floor: float, cost_ground: float, cost_war: float
) -> bool:
    """Whether three months of a rung leave the reserves above their floor, or a sponsor pays."""
    if rung < GROUND or sponsor > 0.0:
        return True
    cost = cost_ground if rung == GROUND else cost_war
    return money - MONTHS_PAID_AHEAD * cost >= money_floor


def target_moves(
    own_rung: float,
    attacks: float,
    largest_attack: float,
    truce: float,
    money: float,
    sponsor: float,
    cooperation: float,
    lever_rung_1: float,
    lever_rung_2: float,
    lever_rung_3: float,
    lever_rung_4: float,
    lever_rung_5: float,
    lever_rung_6: float,
    lever_rung_7: float,
    lever_as_given: float,
    attacks_level: float,
    ladder_up: float,
    ladder_leap: float,
    ladder_down: float,
    ladder_attacks: float,
    ladder_mass_casualty: float,
    ladder_height: float,
    ladder_truce: float,
    ladder_partner: float,
    money_floor: float,
    cost_ground: float,
    cost_war: float,
    u_ladder: float,
) -> tuple[float, float]:
    """The rung its own rules choose, and the highest rung in use, 0 to 7.

    Ordered logit: P(up) = s(e - c_up), P(down) = s(-c_down - e), with
    e = b log((1 + N) / (1 + N0)) + m 1[largest >= 20] - t·truce - h·rung + p·cooperation, s the logistic
    function. Up is one rung and, with chance l each, one more, one at least after 20 and two after 50 killed
    at once; down is back to protest from single acts, and one rung from a campaign.
    """
    rung = 0.0 if lever_as_given >= 0.5 else own_rung
    if lever_as_given < 0.5:
        urge = ladder_attacks * math.log((1.0 + attacks) / (1.0 + attacks_level))
        urge += ladder_partner * cooperation - ladder_truce * truce - ladder_height * rung
        shock = 0.0
        if largest_attack >= MASS_CASUALTY:
            urge += ladder_mass_casualty
            shock = 2.0 if largest_attack >= OUTRAGE else 1.0
        up = logistic(urge - ladder_up)
        if u_ladder > 1.0 - up:
            rung = min(7.0, rung + 1.0 + max(shock, leaps((1.0 - u_ladder) / up, ladder_leap)))
        elif u_ladder < logistic(-ladder_down - urge):
            rung = rung - 1.0 if rung >= GROUND else 0.0
    if not affordable(rung, money, sponsor, money_floor, cost_ground, cost_war):
        rung = BELOW_GROUND
    forced = 0.0
    levels = (
        lever_rung_1,
        lever_rung_2,
        lever_rung_3,
        lever_rung_4,
        lever_rung_5,
        lever_rung_6,
        lever_rung_7,
    )
    for below in range(7):
        if levels[below] > 0.0:
            wanted = below + 1.0
            if affordable(wanted, money, sponsor, money_floor, cost_ground, cost_war):
                forced = wanted
    return rung, max(rung, forced)


LADDER = Mechanism(
    id="ladder",
    step=target_moves,
    writes=("own_rung", "target_rung"),
    neutral={"own_rung": 0.0, "target_rung": 0.0},
    sentence="The target climbs its ladder as attacks and single-event deaths rise, and comes down after.",
    equation=(
        "P(up) = s(e - c_up), P(down) = s(-c_down - e), e = b·log[(1+N)/(1+N0)] + m·1[max >= 20] "
        "- t·truce - h·rung + p·u; up by 1 + Geometric(l); rungs above 5 only while money - 3·cost >= floor "
        "or a sponsor pays"
    ),
    paper="ordered logit (McCullagh 1980, JRSS B 42); ladder after Kahn 1965 and Schelling 1966",
    sign={"attacks": "+", "largest_attack": "+", "truce": "-", "money": "+", "cooperation": "+"},
)
