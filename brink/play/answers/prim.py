"""Boxes of parameters in which a case is frequent: the patient rule induction method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import bdtrc

from brink.errors import BadPlay
from brink.play.answers.box import Box, Inside
from brink.play.answers.grid import Floats

PEEL = 0.05
"""Share of the points in the box that one peel takes off (Friedman and Fisher 1999 advise 0.05 to 0.1)."""
LEAST_MASS = 0.05
"""Peeling stops when fewer of all points than this are left in the box."""
LARGEST_QUASI_P = 0.05
KINDS = 8
"""A column with at most so many whole values is a choice, not a number."""


@dataclass(frozen=True, slots=True)
class Found:
    """A box with what it catches.

    `coverage` is the share of all cases that lie inside, `density` the share of the points
    inside that are cases, `mass` the share of all points inside. `quasi_p` gives for each
    limited column how easily a limit there would help so much by chance.
    """

    box: Box
    coverage: float
    density: float
    mass: float
    base: float
    """Share of all points that are cases: the density of no box at all."""
    quasi_p: dict[int, float]


def trajectory(x: Floats, case: Inside, *, peel: float = PEEL, least_mass: float = LEAST_MASS) -> list[Box]:
    """Boxes from the whole space inwards, each a peel of the one before.

    Friedman and Fisher 1999 (Stat. Comput. 9), section 8: every peel is the one with the
    largest gain in density for the share of points it takes off, which is fair between
    numbers and choices whose kinds differ in size (their section 14.1).
    `x` has shape [points, parameters], `case` [points].
    """
    if len(x) != len(case):
        raise BadPlay(f"{len(case)} marks for {len(x)} points; give one for each")
    choices = np.array([_is_choice(x[:, column]) for column in range(x.shape[1])])
    least = max(1, int(np.ceil(least_mass * len(x))))
    boxes = [Box()]
    left_x, left_case = x, case.astype(np.float64)
    while (cut := _best_cut(left_x, left_case, choices, peel, least)) is not None:
        boxes.append(cut.applied(boxes[-1]))
        inside = cut.keeps(left_x)
        left_x, left_case = left_x[inside], left_case[inside]
    return boxes


def _is_choice(column: Floats) -> bool:
    values = np.unique(column)
    return len(values) <= KINDS and bool((values == np.round(values)).all())


@dataclass(frozen=True, slots=True)
class _Cut:
    """What one peel takes off: all below or above a bound of a number, or one kind of a choice."""

    gain: float
    column: int
    side: Literal["low", "high", "kinds"]
    bound: float = 0.0
    kinds: frozenset[float] = frozenset()

    def applied(self, box: Box) -> Box:
        if self.side == "kinds":
            return box.only(self.column, self.kinds)
        return (
            box.above(self.column, self.bound) if self.side == "low" else box.below(self.column, self.bound)
        )

    def keeps(self, x: Floats) -> Inside:
        values = x[:, self.column]
        kept: Inside
        if self.side == "kinds":
            kept = np.isin(values, list(self.kinds))
        else:
            kept = values >= self.bound if self.side == "low" else values <= self.bound
        return kept


def _best_cut(x: Floats, case: Floats, choices: Inside, peel: float, least: int) -> _Cut | None:
    cuts = [*_number_cuts(x, case, choices, peel, least), *_kind_cuts(x, case, choices, least)]
    best = max(cuts, key=lambda cut: cut.gain, default=None)
    return best if best is not None and best.gain > 0 else None


def _number_cuts(x: Floats, case: Floats, choices: Inside, peel: float, least: int) -> Iterator[_Cut]:
    """The best peel from below and the best from above, over all numbers at once."""
    numbers = np.flatnonzero(~choices)
    if not len(numbers):
        return
    values = x[:, numbers]
    low, high = np.quantile(values, [peel, 1 - peel], axis=0)
    for side, kept in (("low", values > low), ("high", values < high)):
        gains = _gains(kept, case, least)
        at = int(gains.argmax())
        inside = values[kept[:, at], at]
        if len(inside):
            bound = float(inside.min() if side == "low" else inside.max())
            yield _Cut(float(gains[at]), int(numbers[at]), "low" if side == "low" else "high", bound)


def _kind_cuts(x: Floats, case: Floats, choices: Inside, least: int) -> Iterator[_Cut]:
    for column in np.flatnonzero(choices):
        present = np.unique(x[:, column])
        if len(present) < 2:
            continue
        gains = _gains(x[:, [column]] != present, case, least)
        at = int(gains.argmax())
        yield _Cut(float(gains[at]), int(column), "kinds", kinds=frozenset(np.delete(present, at).tolist()))


def _gains(kept: Inside, case: Floats, least: int) -> Floats:
    """Rise in density for each point taken off, for each column of `kept` [points, peels]."""
    size = kept.sum(axis=0)
    density = case @ kept / np.maximum(size, 1)
    possible = (size < len(case)) & (size >= least)
    gains: Floats = np.where(possible, (density - case.mean()) / np.maximum(len(case) - size, 1), -np.inf)
    return gains


def measured(x: Floats, case: Inside, box: Box) -> Found:
    """Coverage, density, mass and quasi-p of a box.

    Quasi-p of a limit (Bryant and Lempert 2010, Technol. Forecast. Soc. Change 77, appendix):
    the chance that a binomial with as many points as the box holds, at the density of the
    box with that limit left out, has as many cases. It is "quasi" because the box was
    searched for on the same points.
    """
    cases, size = _caught(x, case, box)
    quasi = {}
    for column in box.columns:
        wider = box.without(column).holds(x)
        quasi[column] = float(bdtrc(cases - 1, size, case[wider].mean())) if size else 1.0
    total = int(case.sum())
    return Found(
        box,
        coverage=cases / total if total else 0.0,
        density=cases / size if size else 0.0,
        mass=size / len(x),
        base=float(case.mean()),
        quasi_p=quasi,
    )


def discover(x: Floats, case: Inside) -> Found | None:
    """The box that catches most of the cases with fewest others, or None where there is none.

    Of the boxes on the trajectory the one with the highest harmonic mean of coverage and
    density is taken; limits with a quasi-p above 5 % are dropped, then limits whose opening
    costs nothing in that mean. None when no point or every point is a case, or when no limit
    is left.
    """
    if not 0 < case.sum() < len(case):
        return None
    boxes = trajectory(x, case)
    best = max(boxes, key=lambda box: _balance(x, case, box))
    trimmed = _pasted(x, case, _significant(x, case, best))
    return measured(x, case, trimmed) if trimmed.columns else None


def _caught(x: Floats, case: Inside, box: Box) -> tuple[int, int]:
    """Cases and points inside a box."""
    inside = box.holds(x)
    return int(case[inside].sum()), int(inside.sum())


def _balance(x: Floats, case: Inside, box: Box) -> float:
    """Harmonic mean of coverage and density: 2 cases / (all cases + points inside)."""
    cases, size = _caught(x, case, box)
    return 2 * cases / (int(case.sum()) + size)


def _significant(x: Floats, case: Inside, box: Box) -> Box:
    while box.columns:
        quasi = measured(x, case, box).quasi_p
        weakest = max(quasi, key=lambda column: quasi[column])
        if quasi[weakest] <= LARGEST_QUASI_P:
            break
        box = box.without(weakest)
    return box


def _pasted(x: Floats, case: Inside, box: Box) -> Box:
    """Open single sides of limits as long as the balance of coverage and density does not fall."""
    current = _balance(x, case, box)
    while True:
        wider = [(_balance(x, case, opened), opened) for opened in box.opened()]
        if not wider or max(score for score, _ in wider) < current:
            return box
        current, box = max(wider, key=lambda pair: pair[0])


def reproduced(x: Floats, case: Inside, found: Found, *, draws: int = 10, seed: int = 1) -> dict[int, float]:
    """Share of runs on half of the points, drawn anew, that limit each column again.

    The resampling test of Bryant and Lempert 2010. A limit that comes back in few of them
    hangs on the points at hand.
    """
    rng = np.random.default_rng(seed)
    tally = dict.fromkeys(found.box.columns, 0)
    for _ in range(draws):
        rows = rng.choice(len(x), size=len(x) // 2, replace=False)
        again = discover(x[rows], case[rows])
        for column in tally:
            tally[column] += again is not None and column in again.box.columns
    return {column: times / draws for column, times in tally.items()}
