"""One future month by month: every state, every draw, every lever, played again from its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.errors import BrokenFuture
from brink.play.engine.job import Job, broken_future
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model
from brink.play.engine.moves import MoveTable


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
    layout = Layout.of(model)
    seen = np.full((months, layout.seen), np.nan)
    filled = job.play(future, 1, seen)
    broken = broken_future(job, filled.broken) if filled.broken[0] else None
    if broken is not None:
        seen[broken.month :] = np.nan
    read = {name for mechanism in model.mechanisms for name in mechanism.reads}
    draws = np.full((len(model.draws), months), np.nan)
    for place, draw in enumerate(model.draws):
        if draw.name in read:
            draws[place] = seen[:, layout.draw[draw.name]]
    return Replay(
        model=model,
        future=future,
        point=future % len(job.parameters),
        states=seen[:, list(layout.state.values())].T.copy(),
        draws=draws,
        levers=seen[:, list(layout.lever.values())].T.copy(),
        outcomes=filled.outcomes[0],
        broken=broken,
    )
