"""Numbers that follow from others: monthly forms of daily and yearly ones, and the starting state."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadModel, nearest
from brink.play.model.columns import INDEX
from brink.play.model.mechanisms.strikes import HITS_OF_DRONES

Floats = NDArray[np.float64]
MONTHS = 12.0
PEOPLE = 1000.0
"""Stocks are written in thousands."""
MILLIONS = 1000.0
"""Reserves are written in USD billion."""


def monthly_feedback(branching: float, memory: float) -> float:
    """Further attacks next month per attack this month, from fast clustering inside the month.

    With daily excitation e^(-t/tau) and e^(-30/tau) = memory, the share of direct offspring that falls into
    the next month is c = (1 - memory) / (-log memory), for attacks spread evenly over it. A month's total is
    then (immigrants + n c N(t-1)) / (1 - n (1 - c)), so the feedback is n c / (1 - n (1 - c)).

    Hawkes 1971, Biometrika 58(1), branching form, summed over months.
    """
    carried = (1.0 - memory) / -math.log(memory)
    return branching * carried / (1.0 - branching * (1.0 - carried))


def derive(table: Floats, *, start: Mapping[str, float]) -> None:
    """Fill derived columns and the starting state of every row, in place; `start` overrides in all rows."""
    for name in start:
        if name not in INDEX:
            raise BadModel(f"the start sets {name!r}, which is no parameter{nearest(name, INDEX)}")
    _scale(table)
    values = {**_excitation(table), **_effects(table), **_starts(table)}
    for name, column in values.items():
        table[:, INDEX[name]] = column
    for name, value in start.items():
        table[:, INDEX[name]] = value


def _at(table: Floats, name: str) -> Floats:
    column: Floats = table[:, INDEX[name]]
    return column


def _scale(table: Floats) -> None:
    """Written units to the model's: people, USD million."""
    for name, factor in (
        ("fighters_sanctuary", PEOPLE),
        ("fighters_inside_start", PEOPLE),
        ("money_reserves", MILLIONS),
        ("money_floor", MILLIONS),
    ):
        table[:, INDEX[name]] *= factor


def _excitation(table: Floats) -> dict[str, Floats]:
    """Monthly feedback and memory: fast clustering becomes feedback from the last month alone."""
    structure = _at(table, "structure")
    branching, memory = _at(table, "attacks_branching"), _at(table, "attacks_memory")
    fast = np.array(
        [
            monthly_feedback(n, min(b, 0.9999)) if b > 0 else 0.0
            for n, b in zip(branching, memory, strict=True)
        ]
    )
    slow = structure == 2
    return {
        "feedback": np.where(structure == 3, 0.0, np.where(slow, branching, fast)),
        "memory": np.where(slow, memory, 0.0),
        "stock_exponent": np.where(structure == 1, _at(table, "attacks_stock_exponent"), 0.0),
        "growth_start": np.where(structure == 3, np.log1p(_at(table, "attacks_growth")) / MONTHS, 0.0),
        "growth_keep": _at(table, "attacks_growth_persistence") ** (1.0 / MONTHS),
    }


def _effects(table: Floats) -> dict[str, Floats]:
    civilian = _at(table, "drones_civilian_share")
    keepers = _at(table, "truce_keepers")
    return {
        "truce_factor": 1.0 - keepers * (1.0 - _at(table, "truce_attacks")),
        "drone_factor": np.exp(_at(table, "drones_effect")),
        "strike_factor": np.exp(_at(table, "strike_effect")),
        "toll_drones": HITS_OF_DRONES * _at(table, "fighters_killed_per_hit") * civilian / (1.0 - civilian),
        "rival_growth_start": np.log1p(_at(table, "second_rival_growth")) / MONTHS,
        "rival_growth_keep": _at(table, "second_rival_growth_persistence") ** (1.0 / MONTHS),
        "rivals_start": _at(table, "first_rival_attacks") + _at(table, "second_rival_attacks"),
    }


def _starts(table: Floats) -> dict[str, Floats]:
    """The state of a case of which nothing but its parameters is known."""
    level = _at(table, "attacks_level")
    nothing = np.zeros(len(table))
    return {
        "start_attacks": np.round(level),
        "start_deaths": np.round(level * _at(table, "deaths_body_mean")),
        "start_largest_attack": nothing,
        "start_interstate_deaths": nothing,
        "start_rival_attacks": np.round(
            _at(table, "first_rival_attacks") + _at(table, "second_rival_attacks")
        ),
        "start_fighters_in_sanctuary": _at(table, "fighters_sanctuary"),
        "start_leadership": nothing + 1.0,
        "start_excitation": level,
        "start_level": nothing,
        "start_severity": np.log(_at(table, "deaths_body_mean")),
        "start_own_rung": nothing,
        "start_host_rung": nothing,
        "start_truce": nothing,
        "start_truce_age": nothing,
        "start_border": nothing,
        "start_money": _at(table, "money_reserves"),
        "start_civilian_harm": nothing,
        "start_harm_stage": nothing,
        "start_strike_shock": nothing,
    }
