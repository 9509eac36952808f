"""Which parameters the effect of an option hangs on: first-order and total Sobol indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.play.answers.answers import Answers
from brink.play.answers.grid import Floats
from brink.play.answers.sensitivity import Index, indices_of_blocks
from brink.play.engine.moves import MoveTable
from brink.play.engine.simulate import simulate
from brink.play.model import bind
from brink.play.model.points import DIMENSIONS, MOTIVE, STRUCTURE
from brink.play.model.priors import column, places
from brink.play.playing import measured

ROWS = 512
REPEATS = 4
MOST = 12
"""Parameters whose indices are worked out: those that alone explain most at the points played."""
BINS = 8
REDRAWS = 100


@dataclass(frozen=True, slots=True)
class Driver:
    """What one unknown does to the effect: under the priors, and at the points played.

    `here` is the share of the variance that goes with it alone at the points played, which are
    posterior points where the case was fitted. They hang together, so shares overlap, and a total
    index, which needs independent unknowns, has no meaning there.
    """

    index: Index
    here: float
    here_error: float


def drivers(answers: Answers, option: str, *, rows: int = ROWS, most: int = MOST) -> list[Driver]:
    """What an option's effect hangs on, from the largest total index down.

    Saltelli's design: two sets of rows A and B, and for each parameter A with its column from
    B; all other parameters vary too. A and its mixtures are played with the same chance, B
    with another, so that first indices are of parameters alone and totals include what a
    parameter does together with others and with chance. Each row is a mean of 4 futures.
    """
    names = screened(answers, option, most=most)
    where = [dimension(name) for name in names]
    both = np.clip(np.random.default_rng(1).random((2, rows, DIMENSIONS)), 1e-9, 1 - 1e-9)
    a, b = both
    blocks = [_effect(answers, option, a, first=0), _effect(answers, option, b, first=rows * REPEATS)]
    for at in where:
        mixed = a.copy()
        mixed[:, at] = b[:, at]
        blocks.append(_effect(answers, option, mixed, first=0))
    found = sorted(indices_of_blocks(tamed(np.stack(blocks)), names), key=lambda index: -index.total)
    effect = tamed(answers.grid.change(option, answers.measure.outcome).mean(axis=0))
    return [Driver(index, *share_alone(effect, answers.grid.parameter(index.name))) for index in found]


def share_alone(effect: Floats, values: Floats) -> tuple[float, float]:
    """Share of the variance of an effect, shape [points], that goes with one unknown, and its error.

    The variance between bins of the unknown over the whole, freed of what bins of noise would hold:
    epsilon squared = (SSB - (k - 1) MSW) / SST (Kelley 1935, PNAS 21(9)), an estimate of the first
    Sobol index from any given points (Plischke, Borgonovo and Smith 2013, EJOR 226(3)). The error is
    that of 100 redrawn sets of points.
    """
    group = binned(values)
    rng = np.random.default_rng(1)
    redrawn = [rng.integers(0, len(effect), len(effect)) for _ in range(REDRAWS)]
    errors = np.std([epsilon_squared(effect[at], group[at]) for at in redrawn], ddof=1)
    return epsilon_squared(effect, group), float(errors)


def epsilon_squared(effect: Floats, group: NDArray[np.intp]) -> float:
    """Share of the variance of an effect that lies between groups, freed of noise; both of shape [points]."""
    labels, inverse = np.unique(group, return_inverse=True)
    total = float(np.sum((effect - effect.mean()) ** 2))
    if total == 0 or len(labels) < 2 or len(effect) <= len(labels):
        return 0.0
    sizes = np.bincount(inverse)
    means = np.bincount(inverse, weights=effect) / sizes
    between = float(sizes @ (means - effect.mean()) ** 2)
    within = (total - between) / (len(effect) - len(labels))
    return (between - (len(labels) - 1) * within) / total


def binned(values: Floats) -> NDArray[np.intp]:
    """Bins of equal size by rank; few distinct values stand for themselves."""
    if len(np.unique(values)) <= BINS:
        return np.unique(values, return_inverse=True)[1].astype(np.intp)
    rank = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    return (rank * BINS // len(values)).astype(np.intp)


def tamed(effects: Floats) -> Floats:
    """Effects on an even scale around zero and a logarithmic one far out: arsinh(x / median of |x|).

    A few futures that explode would otherwise hold all of the variance, and its shares be noise.
    """
    middle = float(np.median(np.abs(effects)))
    return np.arcsinh(effects / middle) if middle > 0 else effects


def screened(answers: Answers, option: str, *, most: int) -> tuple[str, ...]:
    """The parameters whose bins differ most in the option's mean effect at the points played."""
    by_point = answers.grid.change(option, answers.measure.outcome).mean(axis=0)

    def explained(name: str) -> float:
        group = binned(answers.grid.parameter(name))
        means = [by_point[group == one].mean() for one in np.unique(group)]
        return float(np.var(means))

    return tuple(sorted(drawn_unknowns(answers), key=explained, reverse=True)[:most])


def drawn_unknowns(answers: Answers) -> list[str]:
    """Columns that differ between points and are drawn themselves, not worked out from others."""
    drawn = {column(parameter) for parameter in places()} | {"motive", "structure"}
    return [name for name in answers.readings.varying if name in drawn]


def dimension(name: str) -> int:
    """The dimension of the unit cube that a column of the table is drawn by."""
    if name in ("motive", "structure"):
        return MOTIVE if name == "motive" else STRUCTURE
    return next(place for parameter, place in places().items() if column(parameter) == name)


def _effect(answers: Answers, option: str, positions: Floats, *, first: int) -> Floats:
    """The option's mean difference from holding at each row, shape [rows]."""
    what = answers.setting
    table = bind(what.definition, positions=positions, start=what.bound.start).table
    at = what.counted.names.index(answers.measure.outcome)

    def mean(moves: MoveTable) -> Floats:
        ensemble = simulate(
            what.counted.model, table, moves, seed=what.seed, count=len(positions) * REPEATS,
            first=first, months=what.months, keep="futures",
        )  # fmt: skip
        values = measured(what, ensemble)[:, at].astype(np.float64)
        means: Floats = values.reshape(REPEATS, -1).mean(axis=0)
        return means

    return mean(what.moves(option)) - mean(what.moves(answers.baseline))


def points_said(answers: Answers) -> str:
    """What the points played are, exactly."""
    bound, count = answers.setting.bound, answers.grid.n_points
    if not bound.fitted:
        return f"{count:,} points played, which rest on the priors too"
    return (
        f"{count:,} points played, where {len(bound.fitted)} of {len(bound.names)} columns are drawn from "
        "the posterior and the others from the priors"
    )


def drivers_said(answers: Answers, found: Sequence[Driver]) -> list[str]:
    """The indices in words, those that can be told from nothing."""
    lines = []
    for one in found:
        index = one.index
        if index.total > 2 * index.total_error and index.total >= 0.02:
            reading = answers.readings(index.name)
            lines.append(
                f"  {max(index.first, 0):.0%} alone (± {index.first_error:.0%}), {index.total:.0%} with all "
                f"it works together with (± {index.total_error:.0%}); {max(one.here, 0):.0%} alone at "
                f"the points played (± {one.here_error:.0%}): {reading.meaning}"
            )
    return lines
