"""How an option stands up over everything unknown: regret, limits kept, worst cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadPlay
from brink.play.answers.grid import Floats, Grid, Measure, weighted_quantile


@dataclass(frozen=True, slots=True)
class Regret:
    """What an option loses against the best option of each point, in the measure's unit."""

    option: str
    worst: float
    ninetieth: float
    mean: float


@dataclass(frozen=True, slots=True)
class Kept:
    """Share of futures in which an option keeps within every limit, and within each."""

    option: str
    share: float
    each: Mapping[str, float]
    surely: float
    """Share of points at which at least nine repeats in ten keep within all limits."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit on an outcome: at least, at most, or both."""

    outcome: str
    at_least: float | None
    at_most: float | None
    label: str

    def holds(self, values: Floats) -> NDArray[np.bool_]:
        """Where the limit is kept; the shape of `values`."""
        kept = np.ones(values.shape, dtype=bool)
        if self.at_least is not None:
            kept &= values >= self.at_least
        if self.at_most is not None:
            kept &= values <= self.at_most
        return kept


def regret_by_point(losses: Floats, among: NDArray[np.bool_] | None = None) -> Floats:
    """Loss above the best at each point, shape [options, points] like `losses`.

    R(option, point) = L(option, point) - min over options of L (Savage 1951, JASA 46).
    The best is looked for among the options marked in `among`, shape [options]; one that
    is not marked may then have negative regret. Losses are means over chance, so that no
    option is blamed for bad luck.
    """
    open_to = losses if among is None else losses[among]
    if not len(open_to):
        raise BadPlay("no option is left to compare with; regret needs at least one that can be paid for")
    best: Floats = open_to.min(axis=0)
    return losses - best


def regrets(grid: Grid, measure: Measure, *, among: Sequence[str] | None = None) -> list[Regret]:
    """Worst, 90th percentile and mean regret of each option (McPhail and others 2018)."""
    marked = None if among is None else np.array([option in among for option in grid.options])
    found = regret_by_point(grid.losses(measure), marked)
    return [
        Regret(
            option,
            worst=float(row.max()),
            ninetieth=weighted_quantile(row, grid.weights, 0.9),
            mean=float(grid.weights @ row),
        )
        for option, row in zip(grid.options, found, strict=True)
    ]


def kept(grid: Grid, option: str, bounds: Sequence[Bound]) -> Kept:
    """Share of futures within all limits (the domain criterion, Starr 1963).

    Raises
    ------
    BadPlay
        When there is no limit: every future would count as acceptable.
    """
    if not bounds:
        raise BadPlay("the case sets no limits; name some under limits: in case.yaml")
    holds = {bound.label: bound.holds(grid.outcome(option, bound.outcome)) for bound in bounds}
    together = np.logical_and.reduce(list(holds.values()))
    by_point = together.mean(axis=0)
    return Kept(
        option,
        share=float(by_point @ grid.weights),
        each={label: float(hold.mean(axis=0) @ grid.weights) for label, hold in holds.items()},
        surely=float((by_point >= 0.9) @ grid.weights),
    )


def mean_of_worst(losses: Floats, weights: Floats, share: float = 0.1) -> float:
    """Mean loss over the worst `share` of the points, shape [points] each.

    Conditional value at risk (Rockafellar and Uryasev 2002, eq. 10): a point that
    straddles the boundary counts with the part that is inside.
    """
    order = np.argsort(-losses, kind="stable")
    before = np.concatenate(([0.0], np.cumsum(weights[order])[:-1]))
    part = np.clip(share - before, 0, weights[order])
    return float(part @ losses[order] / part.sum())


def worst_variant(grid: Grid, option: str, measure: Measure, columns: Sequence[str]) -> tuple[str, float]:
    """The combination of structure and motive under which an option does worst, with its mean loss.

    Never an average over variants: each is one account of how the conflict works.
    """
    keys = np.stack([grid.parameter(name) for name in columns], axis=1)
    loss = measure.loss(grid.outcome(option, measure.outcome).mean(axis=0))
    worst = ("", -np.inf)
    for key in np.unique(keys, axis=0):
        inside = (keys == key).all(axis=1)
        weights = grid.weights[inside]
        if weights.sum() > 0:
            mean = float(weights @ loss[inside] / weights.sum())
            label = ", ".join(f"{name} {value:g}" for name, value in zip(columns, key, strict=True))
            worst = max(worst, (label, mean), key=lambda pair: pair[1])
    return worst
