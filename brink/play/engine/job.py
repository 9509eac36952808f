"""One simulation made ready: checked numbers, a kernel, and how to play any block of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadModel, BrokenFuture
from brink.play.engine.compiled import Kernel, aligned
from brink.play.engine.contract import ABREAST
from brink.play.engine.model import Model
from brink.play.engine.moves import MoveTable
from brink.play.engine.part import Keep, Run
from brink.play.engine.sketch import BINS
from brink.play.engine.tree import Sums

LARGEST_SEED = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Shape:
    """The names that a kernel's columns stand for."""

    mechanisms: tuple[str, ...]
    series: tuple[str, ...]
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """All that is needed to play a run's blocks, here or elsewhere: text and numbers, no functions."""

    run: Run
    kernel: Kernel
    salt: int
    shape: Shape
    parameters: NDArray[np.float64]
    moves: MoveTable

    @classmethod
    def of(
        cls,
        model: Model,
        parameters: NDArray[np.float64],
        moves: MoveTable | None = None,
        *,
        seed: int,
        count: int,
        first: int = 0,
        months: int = 36,
        off: Iterable[str] = (),
        keep: Keep = "sketches",
    ) -> Job:
        """Check the numbers against the model; raises BadModel. `parameters` is (points, parameters)."""
        table = _checked(model, parameters)
        _check_range(seed=seed, count=count, first=first, months=months)
        option = moves if moves is not None else MoveTable.of(model)
        kernel = Kernel.of(model)
        run = Run(
            kernel=kernel.digest,
            parameters=hashlib.sha256(repr(table.shape).encode() + table.tobytes()).hexdigest(),
            moves=option.digest,
            on=model.mask(off),
            seed=seed,
            months=months,
            first=first,
            count=count,
            keep=keep,
        )
        names = tuple(mechanism.id for mechanism in model.mechanisms)
        shape = Shape(mechanisms=names, series=model.series, outcomes=model.outcome_names)
        return cls(run=run, kernel=kernel, salt=model.salt, shape=shape, parameters=table, moves=option)

    def play(self, first: int, count: int, seen: NDArray[np.float64] | None = None) -> Filled:
        """Play neighbouring futures; `seen` (months, rows) takes what the first goes through."""
        filled = Filled.empty(self.shape, count, self.run.months)
        numbers = (self.run.seed, self.salt, first, count, self.run.months, self.run.on)
        self.kernel.play_block(numbers, (self.parameters, *self.moves.arrays), filled.arrays, seen)
        return filled


def _checked(model: Model, parameters: NDArray[np.float64]) -> NDArray[np.float64]:
    table = np.ascontiguousarray(parameters, dtype=np.float64)
    if table.ndim != 2 or table.shape[0] == 0 or table.shape[1] != len(model.parameters):
        raise BadModel(
            f"parameters of shape {table.shape}; the model takes one row a point and {len(model.parameters)} "
            f"columns: {', '.join(model.parameters)}"
        )
    wrong = np.argwhere(~np.isfinite(table))
    if len(wrong):
        row, column = wrong[0]
        raise BadModel(f"parameter {model.parameters[column]!r} of point {row} is {table[row, column]}")
    return table


def _check_range(*, seed: int, count: int, first: int, months: int) -> None:
    if not 0 <= seed <= LARGEST_SEED:
        raise BadModel(f"seed {seed}; a seed is a whole number from 0 to {LARGEST_SEED}")
    if count < 1 or first < 0:
        raise BadModel(f"{count} futures from number {first}; give at least one, from number 0 on")
    if months < 1:
        raise BadModel(f"{months} months; play at least one")


@dataclass(frozen=True, slots=True)
class Filled:
    """What a kernel fills, and four numbers on what broke.

    Shapes: outcomes (futures, outcomes); sums (series, months, 2, ABREAST), sums and sums of squares of every
    sixteenth future; sketch (series, months, bins); final (outcomes, bins).
    """

    outcomes: NDArray[np.float64]
    sums: NDArray[np.float64]
    sketch: NDArray[np.uint16]
    final: NDArray[np.uint16]
    broken: NDArray[np.int64]

    @classmethod
    def empty(cls, shape: Shape, count: int, months: int) -> Filled:
        """Nothing counted yet."""
        series, columns = len(shape.series), len(shape.outcomes)
        return cls(
            outcomes=np.full((count, columns), np.nan),
            sums=aligned((series, months, 2, ABREAST), np.float64),
            sketch=np.zeros((series, months, BINS), dtype=np.uint16),
            final=np.zeros((columns, BINS), dtype=np.uint16),
            broken=np.zeros(4, dtype=np.int64),
        )

    @property
    def arrays(self) -> tuple[NDArray[np.generic], ...]:
        """In the order in which the kernel takes them."""
        return (self.outcomes, self.sums, self.sketch, self.final, self.broken)

    @property
    def monthly(self) -> NDArray[np.float64]:
        """Sums over all futures, shape (series, months, 2): added by halves, so that their order is fixed."""
        sums = self.sums
        while sums.shape[-1] > 1:
            half = sums.shape[-1] // 2
            sums = sums[..., :half] + sums[..., half:]
        return sums[..., 0]


@dataclass(frozen=True, slots=True)
class Played:
    """What one block came to; shapes as in Part, with counts that fit a block."""

    block: int
    sums: Sums
    sketch: NDArray[np.uint16]
    final: NDArray[np.uint16]
    outcomes: NDArray[np.float64]


def play_block(job: Job, block: int) -> Played:
    """Play the job's futures that lie in a block; raises BrokenFuture for the first that leaves its range."""
    futures = job.run.futures(range(block, block + 1))
    filled = job.play(futures.start, len(futures))
    if filled.broken[0]:
        raise _first_broken(job, range(int(filled.broken[1]), futures.stop))
    outcomes = filled.outcomes
    sums = {"series": filled.monthly, "outcomes": _moments(outcomes)}
    if job.run.keep == "points":
        sums["points"] = _by_point(outcomes, futures.start, len(job.parameters))
    return Played(block=block, sums=sums, sketch=filled.sketch, final=filled.final, outcomes=outcomes)


def _first_broken(job: Job, among: range) -> BrokenFuture:
    """The error for the first future that breaks; a kernel only says that one of those abreast does."""
    for future in among:
        broken = job.play(future, 1).broken
        if broken[0]:
            break
    return broken_future(job, broken)


def broken_future(job: Job, broken: NDArray[np.int64]) -> BrokenFuture:
    """The error for what a kernel noted as broken: future, month, place of the mechanism."""
    _, future, month, place = (int(one) for one in broken)
    mechanism = job.shape.mechanisms[place]
    return BrokenFuture(
        f"future {future} (seed {job.run.seed}) broke in month {month}: mechanism {mechanism!r} gave a value "
        "out of the range of its state, or none; replay that future to see its months, then mend the "
        "mechanism or the parameters of its point",
        future=future,
        month=month,
        mechanism=mechanism,
    )


def _moments(outcomes: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.stack([outcomes.sum(axis=0), (outcomes * outcomes).sum(axis=0)], axis=-1)


def _by_point(outcomes: NDArray[np.float64], first: int, points: int) -> NDArray[np.float64]:
    """Sums of outcomes and of their squares at each point, shape (points, outcomes, 2)."""
    sums = np.zeros((points, outcomes.shape[1], 2))
    row = 0
    while row < len(outcomes):
        point = (first + row) % points
        rows = outcomes[row : row + points - point]
        sums[point : point + len(rows), :, 0] += rows
        sums[point : point + len(rows), :, 1] += rows * rows
        row += len(rows)
    return sums
