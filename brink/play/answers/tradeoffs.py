"""Which options no other beats on every count."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.play.answers.grid import Floats, Grid, Measure


def undominated(losses: Floats) -> NDArray[np.bool_]:
    """Rows of losses [options, objectives] that no other row matches everywhere and beats somewhere.

    Pareto efficiency; rows that are equal everywhere do not dominate each other.
    """
    no_worse = (losses[:, None, :] <= losses[None, :, :]).all(axis=2)
    better = (losses[:, None, :] < losses[None, :, :]).any(axis=2)
    on_front: NDArray[np.bool_] = np.logical_not(np.any(no_worse & better, axis=0))
    return on_front


def efficient_share(
    grid: Grid, measures: Sequence[Measure], *, among: Sequence[str], draws: int = 200, seed: int = 1
) -> dict[str, float]:
    """How often each option stays undominated when the points are drawn again.

    A bootstrap over points (Efron 1979). An option with 1 is on the front beyond the noise
    of the ensemble; one with 0.5 is there or not by chance. Options outside `among`, such
    as those that cannot be paid for, are left out.
    """
    rows = [grid.options.index(option) for option in among]
    by_point = np.stack([grid.losses(measure)[rows] for measure in measures], axis=2)
    rng = np.random.default_rng(seed)
    tally = np.zeros(len(rows))
    for _ in range(draws):
        drawn = rng.multinomial(grid.n_points, grid.weights) / grid.n_points
        tally += undominated(np.einsum("opm,p->om", by_point, drawn))
    return dict(zip(among, (tally / draws).tolist(), strict=True))


def front(grid: Grid, measures: Sequence[Measure], *, among: Sequence[str]) -> list[str]:
    """Options of `among` that are undominated by their mean losses."""
    rows = [grid.options.index(option) for option in among]
    means = np.stack([grid.losses(measure)[rows] @ grid.weights for measure in measures], axis=1)
    return [option for option, on in zip(among, undominated(means), strict=True) if on]
