"""Whether an option lies within the means of the target, by its bill and in the simulation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from brink.play.answers.grid import Grid
from brink.play.model.mechanisms.ladder import GROUND, affordable
from brink.play.options.bill import Bill
from brink.play.options.plan import Plan

Verdict = Literal["within the money", "perhaps outside the money", "outside the money"]
SMALL = 0.05
"""A bill below this share of the reserves is small beside what else moves them; an assumption."""
LIKELY, DOUBTFUL = 0.9, 0.5


@dataclass(frozen=True, slots=True)
class Means:
    """What an option costs the target against what it has, with a verdict and why.

    `reserves` and `headroom`, the reserves above their floor, are medians at the start in USD
    million. `payable` is the share of points at which a campaign could be paid for at the
    start without a sponsor, for options with a campaign; `begun` the share of futures in which
    it was ever allowed. `below_floor` is the share of futures whose reserves fall below the
    floor, `below_floor_held` that under the baseline.
    """

    verdict: Verdict
    because: str
    reserves: float
    headroom: float
    below_floor: float
    below_floor_held: float
    payable: float | None
    begun: float | None


def means(grid: Grid, plan: Plan, bill: Bill) -> Means:
    """The means of an option from its bill, the starting reserves and its futures."""
    floor, start = grid.parameter("money_floor"), grid.parameter("start_money")
    rung = _campaign(plan)
    payable = _payable(grid, rung) if rung is not None else None
    begun = None
    if rung is not None:
        reached = grid.outcome(plan.option.id, "highest_rung") >= rung
        begun = float(reached.mean(axis=0) @ grid.weights)
    reserves, headroom = float(np.median(start)), float(np.median(start - floor))
    verdict, because = _verdict(bill, reserves, headroom, payable, begun)
    return Means(
        verdict,
        because,
        reserves,
        headroom,
        _below(grid, plan.option.id, floor),
        _below(grid, grid.baseline, floor),
        payable,
        begun,
    )


def _campaign(plan: Plan) -> int | None:
    """The rung of a campaign that the option pulls and that has to be paid for, if any."""
    rungs = [int(p.lever.rpartition("_")[2]) for p in plan.pulls if p.lever.startswith("lever_rung_")]
    dear = [rung for rung in rungs if rung >= GROUND]
    return max(dear, default=None)


def _payable(grid: Grid, rung: int) -> float:
    names = ("start_money", "money_floor", "cost_ground", "cost_war")
    rows = zip(*(grid.parameter(name) for name in names), strict=True)
    can = [affordable(float(rung), money, 0.0, floor, ground, war) for money, floor, ground, war in rows]
    return float(np.array(can) @ grid.weights)


def _below(grid: Grid, option: str, floor: np.ndarray) -> float:
    return float((grid.outcome(option, "lowest_money") < floor).mean(axis=0) @ grid.weights)


def _verdict(
    bill: Bill, reserves: float, headroom: float, payable: float | None, begun: float | None
) -> tuple[Verdict, str]:
    costs = f"it costs the target USD {bill.target_low:,.0f} to {bill.target_high:,.0f} million"
    if payable is not None:
        told = (
            f"{costs}; at the start the reserves allow it in {payable:.0%} of the parameter points, and in "
            f"{begun or 0:.0%} of the futures they, or a sponsor, allow it at some time"
        )
        if payable < DOUBTFUL:
            return "outside the money", told
        return ("within the money" if payable >= LIKELY else "perhaps outside the money"), told
    if bill.target_high == 0:
        return "within the money", "the case gives no cost for it to the target"
    if bill.target_high <= SMALL * reserves:
        return "within the money", f"{costs}, little beside reserves of USD {reserves:,.0f} million"
    told = f"{costs}; reserves stand USD {headroom:,.0f} million above their floor"
    return ("outside the money" if bill.target_low > max(headroom, 0) else "perhaps outside the money"), told
