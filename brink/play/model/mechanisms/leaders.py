"""Raids and drones may kill a leader; the shock lasts half a year."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism
from brink.play.model.mechanisms.strikes import coverage_of, in_use

RECOVERY = 1.0 / 6.0
"""Leadership is whole again six months after a leader's death (Rigterink 2021, window of effects)."""


def leaders_fall(
    leadership: float,
    own_rung: float,
    cooperation: float,
    lever_rung_2: float,
    lever_rung_3: float,
    leader_hit: float,
    u_leader: float,
) -> float:
    """Leadership, 1 whole to 0 just lost: falls to 0 with chance q (covert + drone coverage)."""
    raids = in_use(lever_rung_2, own_rung, 2.0)
    raids += coverage_of(in_use(lever_rung_3, own_rung, 3.0), cooperation)
    if raids > 0.0 and u_leader < leader_hit * raids:
        return 0.0
    return min(1.0, leadership + RECOVERY)


LEADERS = Mechanism(
    id="leaders",
    step=leaders_fall,
    writes=("leadership",),
    neutral={"leadership": 1.0},
    sentence="A raid or drone kills a leader now and then; the group needs half a year to fill the place.",
    equation="L(t+1) = 0 with chance q·(covert + cover), else min(1, L + 1/6)",
    paper="Price 2012, IS 36(4); Rigterink 2021, doi 10.1017/S0003055420000908",
    sign={"own_rung": "-", "lever_rung_2": "-", "lever_rung_3": "-"},
)
