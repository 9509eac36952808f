"""What an option costs by the ranges of the case, who pays, and whether the target can."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brink.case.definition import Definition
from brink.case.parts.numbers import Range
from brink.case.parts.options import Lever, Move, Option
from brink.dates.months import Month, month_of
from brink.play.options.plan import months_in

_MILLION = re.compile(r"\bUSD (million|billion)\b(?: an? (\w+))?")
_TIMES_A_MONTH = {"month": 1.0, "year": 1 / 12, "week": 52 / 12, "day": 365 / 12}
_USES = ("raid", "strike", "clash", "use")


@dataclass(frozen=True, slots=True)
class Bill:
    """Cost of an option over the months played, in USD million, by who pays.

    `unpriced` names levers without a cost in the case: they are not free, only unknown.
    """

    target_low: float
    target_high: float
    partner_low: float
    partner_high: float
    unpriced: tuple[str, ...]
    counted: tuple[str, ...]
    """How each cost was counted, where that needs saying."""


def bill(definition: Definition, option: Option, *, start: Month, months: int) -> Bill:
    """The bill of an option, each lever over the months it is pulled, scaled by its level.

    A cost "a raid" or "a strike" counts once a month. A lever that waits for conditions is
    counted for one pull, since how often it is pulled is what the simulation says.
    """
    sums = {"target": [0.0, 0.0], "partner": [0.0, 0.0]}
    unpriced: list[str] = []
    counted: list[str] = []
    levers = {lever.id: lever for lever in definition.levers}
    for move in option.moves:
        lever = levers[move.lever]
        cost = cost_of(definition, lever)
        times = _times(cost, move, start, months) if cost else None
        if cost is None or times is None:
            unpriced.append(lever.id)
            continue
        if any(use in cost.unit for use in _USES):
            counted.append(f"{lever.id}: one use a month")
        if move.when:
            counted.append(f"{lever.id}: one pull")
        side = sums["partner" if _partner_pays(definition, lever) else "target"]
        scale = _millions(cost) * times * move.level
        side[0] += cost.low * scale
        side[1] += cost.high * scale
    (target_low, target_high), (partner_low, partner_high) = sums["target"], sums["partner"]
    return Bill(
        target_low=target_low,
        target_high=target_high,
        partner_low=partner_low,
        partner_high=partner_high,
        unpriced=tuple(dict.fromkeys(unpriced)),
        counted=tuple(counted),
    )


def cost_of(definition: Definition, lever: Lever) -> Range | None:
    """What a lever costs: its own price, or that of the rung it climbs to; None where no price is known."""
    if lever.cost is not None or lever.rung is None:
        return lever.cost
    rungs = [rung for ladder in definition.ladders for rung in ladder.rungs if rung.id == lever.rung]
    return rungs[0].cost if rungs else None


def _partner_pays(definition: Definition, lever: Lever) -> bool:
    return definition.model is not None and lever.who == definition.model.roles.partner


def _millions(cost: Range) -> float:
    match = _MILLION.search(cost.unit)
    return 1000.0 if match and match[1] == "billion" else 1.0


def _times(cost: Range, move: Move, start: Month, months: int) -> float | None:
    """How often a cost falls due while the lever is pulled; None when its unit is not money."""
    match = _MILLION.search(cost.unit)
    if match is None:
        return None
    if match[2] is None:
        return 1.0
    return _TIMES_A_MONTH.get(match[2], 1.0) * _pulled(move, start, months)


def _pulled(move: Move, start: Month, months: int) -> int:
    first = 0 if move.start is None else max(0, month_of(move.start) - start)
    end = months if move.until is None else min(months, month_of(move.until) - start)
    length = max(0, end - first)
    if move.lasts is not None:
        return min(length, months_in(move.lasts))
    return min(length, 1) if move.when else length
