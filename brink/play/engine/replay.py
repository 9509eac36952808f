"""One future month by month: every state, every draw, every lever, played again from its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.errors import BrokenFuture
from brink.play.engine.contract import Model
from brink.play.engine.job import Job, broken_future
from brink.play.engine.moves import MoveTable
from brink.play.engine.sketch import BINS


@dataclass(frozen=True, slots=True)
class Replay:
    """What happened in one future; time is the last axis.

    Shapes: `states` (states, months), `draws` (draws, months; NaN for a draw that no mechanism reads),
    `levers` (levers, months), `outcomes` (outcomes,). A future that broke has NaN from that month on and no
    outcomes, and `broken` says where.
    """

    model: Model
    future: int
    point: int
    states: NDArray[np.float64]
    draws: NDArray[np.float64]
    levers: NDArray[np.float64]
    outcomes: NDArray[np.float64]
    broken: BrokenFuture | None = None

    def state(self, name: str) -> NDArray[np.float64]:
        """A state at the end of each month, shape (months,)."""
        return np.asarray(self.states[self.model.state_index(name)])

    def lever(self, name: str) -> NDArray[np.float64]:
        """The level of a lever in each month, shape (months,)."""
        return np.asarray(self.levers[self.model.lever_index(name)])

    def outcome(self, name: str) -> float:
        """What the future came to."""
        return float(self.outcomes[self.model.outcome_index(name)])


def replay(
    model: Model,
    parameters: NDArray[np.float64],
    moves: MoveTable | None = None,
    *,
    seed: int,
    future: int,
    months: int = 36,
    off: Iterable[str] = (),
) -> Replay:
    """Play one future again, as `simulate` with the same arguments plays it, and note everything."""
    job = Job.of(model, parameters, moves, seed=seed, count=1, first=future, months=months, off=off)
    states = np.full((months, len(model.states)), np.nan)
    draws = np.full((months, len(model.draws)), np.nan)
    levers = np.full((months, max(len(model.levers), 1)), np.nan)
    outcomes = np.full((1, len(model.outcomes)), np.nan)
    broken = np.zeros(4, dtype=np.int64)
    job.kernel.play_block(
        *job.inputs(future, 1),
        outcomes,
        np.zeros((len(model.series), months, 2)),
        np.zeros((len(model.series), months, BINS), dtype=np.uint16),
        np.zeros((len(model.outcomes), BINS), dtype=np.uint16),
        broken,
        states,
        draws,
        levers,
    )
    return Replay(
        model=model,
        future=future,
        point=future % len(job.parameters),
        states=states.T.copy(),
        draws=draws.T.copy(),
        levers=levers[:, : len(model.levers)].T.copy(),
        outcomes=outcomes[0],
        broken=broken_future(job, broken) if broken[0] else None,
    )
