"""When an option fails, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from brink.play.answers.box import Inside, Stretch
from brink.play.answers.grid import Grid, Measure
from brink.play.answers.prim import Found, discover, reproduced

MIN_CASES = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """How a parameter is called, its unit, and the names of its kinds if it is a choice."""

    meaning: str
    unit: str = ""
    kinds: Mapping[float, str] | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """When an option fails: the share of points at which it does, and the box in words."""

    option: str
    share: float
    found: Found | None
    conditions: tuple[str, ...]
    reproduced: Mapping[str, float]
    """Share of half-samples in which each condition's parameter was limited again."""
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
    """Look for the box of parameters in which `fails`, shape [points], is frequent.

    The marks are per point, over chance: a single future can fail by luck alone, and no
    box of parameters could then be dense. Columns that do not vary, or named in `unless`,
    are left out.
    """
    columns = [
        i for i, name in enumerate(grid.names) if name not in unless and np.ptp(grid.parameters[:, i]) > 0
    ]
    share = float(grid.weights @ fails)
    few = int(min(fails.sum(), (~fails).sum()))
    if few < MIN_CASES:
        return Failure(option, share, None, (), {}, _why_none(share, few))
    x = grid.parameters[:, columns]
    found = discover(x, fails)
    if found is None or found.density < 1.25 * found.base:
        return Failure(option, share, None, (), {}, "no set of parameters singles out where it fails")
    again = reproduced(x, fails, found)
    names = {column: grid.names[columns[column]] for column in found.box.columns}
    words = {names[c]: _condition(found, c, read(names[c])) for c in found.box.columns}
    return Failure(
        option, share, found, tuple(words.values()), {words[names[c]]: again[c] for c in names}, ""
    )


def _why_none(share: float, few: int) -> str:
    if few == 0:
        return "it fails nowhere" if share == 0 else "it fails everywhere"
    return f"only {few} points are {'failures' if share < 0.5 else 'successes'}; too few to describe"


def _condition(found: Found, column: int, reading: Reading) -> str:
    if column in found.box.kinds:
        names = reading.kinds or {}
        kept = [names.get(kind, f"{kind:g}") for kind in sorted(found.box.kinds[column])]
        return f"{reading.meaning} is {' or '.join(kept)}"
    stretch = found.box.numbers[column]
    unit = f" {reading.unit}" if reading.unit and reading.unit not in _SELF_SAID else ""
    return f"{reading.meaning} {_stretch_said(stretch)}{unit}"


_SELF_SAID = {"share", "factor", "log", "power", "exponent", "shape", "0 to 1", "probability"}


def _stretch_said(stretch: Stretch) -> str:
    if np.isinf(stretch.high):
        return f"above {stretch.low:.2g}"
    if np.isinf(stretch.low):
        return f"below {stretch.high:.2g}"
    return f"between {stretch.low:.2g} and {stretch.high:.2g}"


def said(failure: Failure) -> str:
    """One sentence: when it fails, how many failures that catches and how often it is right."""
    if failure.found is None:
        return f"{failure.because} ({failure.share:.0%} of the parameter points)"
    found = failure.found
    return (
        f"fails when {' and '.join(failure.conditions)}: this holds for {found.coverage:.0%} of its "
        f"failures, and {found.density:.0%} of the points where it holds are failures, against "
        f"{found.base:.0%} of all"
    )
