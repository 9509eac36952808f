"""From a distribution for each month to paths through the months."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.forecast.analogues import LEVEL_EDGES, LEVEL_HALF_LIFE, WARM_UP
from brink.forecast.smoothing import weighted_level

Floats = NDArray[np.float64]
SEED = 1989
"""Breaks ties between equal counts; the distributions of the months do not depend on it."""


def joined(draws: Floats, templates: Floats) -> Floats:
    """The same draws of each month, ordered so that column j is one path.

    In every month the k-th largest draw goes to the path whose template is k-th largest there: the
    Schaake shuffle (Clark and others 2004, J. Hydrometeorology 5). What was bad for three months on
    end in the past stays so; the distribution of each month is untouched.

    Parameters
    ----------
    draws, templates
        Shape (n_months, n_draws) both.
    """
    chance = np.random.Generator(np.random.Philox(SEED)).random(templates.shape)
    ranks = np.argsort(np.lexsort((chance, templates), axis=-1), axis=-1)
    return np.take_along_axis(np.sort(draws, axis=-1), ranks, axis=-1)


def past_paths(panel: Floats, history: Floats, *, steps: Sequence[int], count: int) -> Floats:
    """What followed `count` past months of the world at the level of this series: shape (n_steps, count).

    `panel` has shape (n_units, n_months), `history` (n_months of its own,), both ending with the same month.
    """
    levels = weighted_level(panel, half_life=LEVEL_HALF_LIFE)
    now = weighted_level(history[None, :], half_life=LEVEL_HALF_LIFE)[0, -1]
    last = panel.shape[1] - max(steps)
    bins = np.searchsorted(LEVEL_EDGES, levels[:, WARM_UP:last], side="right")
    distance = np.abs(bins - np.searchsorted(LEVEL_EDGES, now, side="right")).ravel()
    nearest = np.argsort(distance, kind="stable")
    same = max(count, int((distance == 0).sum()))
    chosen = nearest[:same][np.linspace(0, same - 1, count).astype(int)]
    units, months = np.unravel_index(chosen, bins.shape)
    ahead = np.asarray(steps)[:, None] + months + WARM_UP
    return np.asarray(panel[units[None, :], ahead], dtype=np.float64)
