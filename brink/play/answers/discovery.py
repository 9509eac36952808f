"""When an option fails, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from brink.play.answers.box import Inside, Stretch
from brink.play.answers.grid import Floats, Grid, Measure
from brink.play.answers.limits_said import stretch_said
from brink.play.answers.prim import Found, discover, measured, reproduced

MIN_CASES = 20
LEAST_LIFT = 1.5
"""A box less dense than this many times all points together says too little to print."""
LEAST_DENSITY = 0.25
"""A box of which three points in four are of the other kind is no answer to when."""
SCREENED = 24
"""Parameters that are searched: those whose distribution differs most between the two kinds of points."""
STEADY = 0.5
"""Share of half-samples in which a limit must come back to be printed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a parameter is called, its unit, and the names of its kinds if it is a choice."""

    meaning: str
    unit: str = ""
    kinds: Mapping[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """When an option fails, or, where it mostly does, when it works."""

    option: str
    share: float
    """Share of the points at which it fails."""
    describes: Literal["fails", "works"]
    """What the conditions describe: the rarer of the two."""
    found: Found | None
    conditions: tuple[str, ...]
    because: str
    """Why there is no box, where there is none."""


def backfires(grid: Grid, option: str, measure: Measure) -> Inside:
    """Points at which the option, over chance, does worse than the baseline; shape [points]."""
    change = measure.loss(grid.change(option, measure.outcome).mean(axis=0))
    worse: Inside = change > 0
    return worse


def failure(
    grid: Grid,
    option: str,
    fails: Inside,
    read: Callable[[str], Reading],
    *,
    unless: frozenset[str] = frozenset(),
) -> Failure:
    """Look for the box of parameters in which `fails`, shape [points], is frequent, or rare.

    The marks are per point, over chance: a single future can fail by luck alone, and no
    box of parameters could then be dense. Where it fails at most points, the points where
    it works are described instead. Columns that do not vary, or named in `unless`, are left
    out; so are limits that come back in fewer than half of the half-samples.
    """
    share = float(grid.weights @ fails)
    describes: Literal["fails", "works"] = "works" if share > 0.5 else "fails"
    case = ~fails if describes == "works" else fails
    if case.sum() < MIN_CASES:
        return Failure(option, share, describes, None, (), _why_none(describes, int(case.sum())))
    columns = [
        i for i, name in enumerate(grid.names) if name not in unless and np.ptp(grid.parameters[:, i]) > 0
    ]
    columns = _screened(grid, columns, case)
    x = grid.parameters[:, columns]
    found = _steady(x, case)
    if found is None or found.density < max(LEAST_DENSITY, LEAST_LIFT * found.base):
        return Failure(
            option, share, describes, None, (), f"no set of parameters singles out where it {describes}"
        )
    words = [_condition(found, c, read(grid.names[columns[c]]), x[:, c]) for c in found.box.columns]
    return Failure(option, share, describes, found, tuple(words), "")


def _screened(grid: Grid, columns: list[int], case: Inside) -> list[int]:
    """The columns that differ most between points of the two kinds, in their own order.

    The distance is the largest gap between the two distributions (Kolmogorov and Smirnov), as
    in regional sensitivity analysis (Hornberger and Spear 1981). A parameter that matters only
    together with another may be missed here, as it would be by peeling one limit at a time.
    """

    def gap(column: int) -> float:
        values = grid.parameters[:, column]
        # Equal values are taken together, so that a choice is compared kind by kind.
        known = np.unique(values)
        yes = np.searchsorted(np.sort(values[case]), known, side="right") / case.sum()
        no = np.searchsorted(np.sort(values[~case]), known, side="right") / (~case).sum()
        return float(np.abs(yes - no).max())

    return sorted(sorted(columns, key=gap, reverse=True)[:SCREENED])


def _steady(x: np.ndarray, case: Inside) -> Found | None:
    """The box, without the limits that hang on the points at hand."""
    found = discover(x, case)
    if found is None:
        return None
    again = reproduced(x, case, found)
    box = found.box
    for column, share in again.items():
        if share < STEADY:
            box = box.without(column)
    return measured(x, case, box) if box.columns else None


def _why_none(describes: str, few: int) -> str:
    if few == 0:
        return "fails nowhere" if describes == "fails" else "fails everywhere"
    return f"{describes} at {few} points only, too few to describe"


def _condition(found: Found, column: int, reading: Reading, values: Floats) -> str:
    if column in found.box.kinds:
        names = reading.kinds or {}
        kept = [names.get(kind, f"{kind:g}") for kind in sorted(found.box.kinds[column])]
        return f"“{reading.meaning}” is {' or '.join(kept)}"
    stretch = found.box.numbers[column]
    unit = f" {reading.unit}" if reading.unit and reading.unit not in _SELF_SAID else ""
    said = f"“{reading.meaning}” is {stretch_said(stretch, values)}{unit}"
    if reading.unit == "log":
        factors = Stretch(float(np.exp(stretch.low)), float(np.exp(stretch.high)))
        said += f" (as a factor, {stretch_said(factors, np.exp(values))})"
    return said


_SELF_SAID = {"share", "factor", "log", "power", "exponent", "shape", "0 to 1", "probability"}


def said(failure: Failure) -> str:
    """When it fails or works more often, with how often there (density) and how many of all (coverage)."""
    if failure.found is None:
        return failure.because if failure.because.startswith("no set") else f"it {failure.because}"
    found, what = failure.found, failure.describes
    return (
        f"it {what} more often where {' and '.join(failure.conditions)}: at {found.density:.0%} of those "
        f"points, which hold {found.coverage:.0%} of all where it {what}"
    )
