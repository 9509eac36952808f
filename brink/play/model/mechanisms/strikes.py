"""What the target's rungs do: fighters hit, fear of drones, shock of strikes, and their cost."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

WITHOUT_PARTNER = 0.3
"""Share of full coverage that drones reach without a partner's intelligence; an assumption."""
SHOCK_FADES = 1.0 / 3.0
"""A strike's effect on attacks is gone after three months."""
HITS_OF_COVERT = 0.5
HITS_OF_DRONES = 3.0
HITS_OF_AIRSTRIKES = 4.0
"""Effective hits in a month of full use, in units of `fighters.killed_per_hit`; assumptions."""


def in_use(lever: float, own_rung: float, rung: float) -> float:
    """How far a rung is used this month: by lever, or wholly where the target's own rule stands on it."""
    return 1.0 if own_rung == rung else lever


def coverage_of(drones: float, cooperation: float) -> float:
    """Share of full drone coverage: use x (0.3 + 0.7 x partner cooperation)."""
    return drones * (WITHOUT_PARTNER + (1.0 - WITHOUT_PARTNER) * cooperation)


def strikes_land(
    own_rung: float,
    target_rung: float,
    fighters_in_sanctuary: float,
    cooperation: float,
    drone_fear: float,
    strike_shock: float,
    lever_rung_1: float,
    lever_rung_2: float,
    lever_rung_3: float,
    lever_rung_4: float,
    lever_rung_5: float,
    fighters_killed_per_hit: float,
    ground_attrition: float,
    drones_fade: float,
    cost_fire: float,
    cost_covert: float,
    cost_drones: float,
    cost_airstrike: float,
    cost_ground: float,
    cost_war: float,
) -> tuple[float, float, float, float, float]:
    """Drone fear 0 to 1, strike shock 0 to 1, whether struck, fighters hit, cost in USD million.

    Fear f' = max(coverage, f - 1 / fade); shock 1 after a manned strike, less 1/3 a month.
    """
    covert = in_use(lever_rung_2, own_rung, 2.0)
    drones = coverage_of(in_use(lever_rung_3, own_rung, 3.0), cooperation)
    manned = max(in_use(lever_rung_4, own_rung, 4.0), in_use(lever_rung_5, own_rung, 5.0))
    ground = 1.0 if target_rung >= 6.0 else 0.0
    hits = HITS_OF_COVERT * covert + HITS_OF_DRONES * drones + HITS_OF_AIRSTRIKES * manned
    hit = fighters_killed_per_hit * hits + ground * ground_attrition * fighters_in_sanctuary
    fear = max(drones, drone_fear - 1.0 / drones_fade, 0.0)
    shock = manned if manned > 0.0 else max(0.0, strike_shock - SHOCK_FADES)
    cost = cost_fire * in_use(lever_rung_1, own_rung, 1.0) + cost_covert * covert + cost_airstrike * manned
    cost += cost_drones * in_use(lever_rung_3, own_rung, 3.0)
    if target_rung >= 6.0:
        cost += cost_ground if target_rung == 6.0 else cost_war
    struck = 1.0 if manned > 0.0 or ground > 0.0 else 0.0
    return fear, shock, struck, min(hit, fighters_in_sanctuary), cost


STRIKES = Mechanism(
    id="strikes",
    step=strikes_land,
    writes=("drone_fear", "strike_shock", "struck", "fighters_hit", "action_cost"),
    neutral={"drone_fear": 0.0, "strike_shock": 0.0, "struck": 0.0, "fighters_hit": 0.0, "action_cost": 0.0},
    sentence="Raids, drones, airstrikes and ground operations hit fighters, frighten them, and cost money.",
    equation="hit = k·(0.5·covert + 3·drones·(0.3 + 0.7u) + 4·manned) + a·F·ground; f' = max(cover, f - 1/3)",
    paper="Mir and Moore 2019, doi 10.1093/isq/sqz040 (anticipation); Kaplan and others 2005 (hits)",
    sign={"own_rung": "+", "cooperation": "+", "lever_rung_4": "+"},
)
