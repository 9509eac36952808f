"""Civilians of the host's country killed by the target's action."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism
from brink.play.engine.half import negative_binomial_of_half
from brink.play.model.mechanisms.strikes import in_use

CARE_SPARES = 0.6
"""Share of deaths that full care in targeting avoids; an assumption."""


def civilians_die(
    own_rung: float,
    target_rung: float,
    lever_rung_1: float,
    lever_rung_2: float,
    lever_rung_3: float,
    lever_rung_4: float,
    lever_rung_5: float,
    lever_host_standing: float,
    toll_fire: float,
    toll_covert: float,
    toll_drones: float,
    strike_civilians: float,
    toll_capital: float,
    toll_ground: float,
    u_civilians: float,
) -> float:
    """Civilians killed this month: NegBin(mean = (1 - 0.6 care) sum of use x toll, k = 0.5).

    That they cluster so: April 2022 killed 47, other strikes none.
    """
    mean = toll_fire * in_use(lever_rung_1, own_rung, 1.0)
    mean += toll_covert * in_use(lever_rung_2, own_rung, 2.0)
    mean += toll_drones * in_use(lever_rung_3, own_rung, 3.0)
    mean += strike_civilians * in_use(lever_rung_4, own_rung, 4.0)
    mean += toll_capital * in_use(lever_rung_5, own_rung, 5.0)
    if target_rung >= 6.0:
        mean += toll_ground if target_rung == 6.0 else 2.0 * toll_ground
    if mean <= 0.0:
        return 0.0
    return negative_binomial_of_half(u_civilians, mean * (1.0 - CARE_SPARES * lever_host_standing))


CIVILIANS = Mechanism(
    id="civilians",
    step=civilians_die,
    writes=("host_civilian_deaths",),
    neutral={"host_civilian_deaths": 0.0},
    sentence="Each rung in use kills civilians, few or many; care in targeting spares some.",
    equation="C ~ NegBin(mean = (1 - 0.6·care)·sum_r use_r·toll_r, k = 0.5)",
    paper="tolls as reported of each strike; negative binomial for their clustering",
    sign={"own_rung": "+", "lever_rung_4": "+", "lever_host_standing": "-"},
)
