"""Observed Markov states: where a unit stands, where such units went, and what they counted there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.forecast.draws import equal_draws, weighted_draws
from brink.forecast.smoothing import weighted_level

Floats = NDArray[np.float64]
States = NDArray[np.int64]

PEACE, QUIET, LOW_DOWN, LOW_UP, WAR_DOWN, WAR_UP = range(6)
"""No count in 24 months; none this month; 1 to 24; 25 and more. Up: the fast mean is not below the slow."""
BOUNDS = np.array([(0, 0), (0, 0), (1, 24), (1, 24), (25, np.inf), (25, np.inf)])
PEACE_MONTHS, WAR = 24, 25
WARM_UP = 36
PRIOR = 1.0
"""Dirichlet, added to every count of steps from one state to another."""
FEWEST = 100
"""A state entered less often from a class of states takes what was counted there from any class."""
KEPT = 200
SCALE_HALF_LIFE, FAST_HALF_LIFE, SLOW_HALF_LIFE, OFFSET = 1.5, 1.5, 9.0, 0.5


def states(counts: Floats) -> States:
    """State of every unit in every month: shape (n_units, n_months)."""
    padded = np.pad(counts, ((0, 0), (PEACE_MONTHS - 1, 0)))
    year = np.lib.stride_tricks.sliding_window_view(padded, PEACE_MONTHS, axis=1).max(axis=-1)
    fast = weighted_level(counts, half_life=FAST_HALF_LIFE)
    up = (fast >= weighted_level(counts, half_life=SLOW_HALF_LIFE)).astype(np.int64)
    active = np.where(counts >= WAR, WAR_DOWN, LOW_DOWN) + up
    return np.where(year == 0, PEACE, np.where(counts == 0, QUIET, active))


def markov_draws(
    panel: Floats, history: Floats, *, steps: Sequence[int], draws: int, chained: bool = True
) -> Floats:
    """Draws of shape (n_targets, n_steps, draws): the states ahead, and pooled counts in each.

    The chain of one step, taken to the power of the months ahead, says where a unit will be; or, not
    `chained`, how often past months led there over so many months. What it counts there is drawn from
    past months in that state, relative to the level before, from the same class of states (quiet, low,
    war), and held within the state's bounds.
    """
    was, now = states(panel), states(history)[:, -1]
    level = weighted_level(panel, half_life=SCALE_HALF_LIFE)
    scale = weighted_level(history, half_life=SCALE_HALF_LIFE)[:, -1]
    out = np.zeros((history.shape[0], len(steps), draws))
    for at, step in enumerate(steps):
        ahead = np.linalg.matrix_power(chain(was, 1), step) if chained else chain(was, step)
        ratio = np.log((panel[:, WARM_UP + step :] + OFFSET) / (level[:, WARM_UP:-step] + OFFSET)).ravel()
        origin, reached = was[:, WARM_UP:-step].ravel(), was[:, WARM_UP + step :].ravel()
        for state in np.unique(now):
            here = np.flatnonzero(now == state)
            there = [_ratios(ratio, origin, reached, int(state), to) for to in range(6)]
            factor = np.exp(np.stack(there))
            said = factor[None] * (scale[here, None, None] + OFFSET) - OFFSET
            said = np.clip(said, BOUNDS[None, :, :1], BOUNDS[None, :, 1:]).reshape(len(here), -1)
            weights = np.broadcast_to(np.repeat(ahead[state] / KEPT, KEPT), said.shape)
            out[here, at] = weighted_draws(said, weights, draws)
    return np.rint(out)


def chain(was: States, step: int) -> Floats:
    """Chance of each state `step` months after each: shape (6, 6)."""
    counted = np.full((6, 6), PRIOR)
    np.add.at(counted, (was[:, WARM_UP:-step].ravel(), was[:, WARM_UP + step :].ravel()), 1)
    return np.asarray(counted / counted.sum(axis=1, keepdims=True))


def _ratios(ratio: Floats, origin: States, reached: States, state: int, to: int) -> Floats:
    """What was counted in state `to` relative to the level before, coming from the class of `state`."""
    there = reached == to
    from_class = there & (origin // 2 == state // 2)
    chosen = from_class if np.count_nonzero(from_class) >= FEWEST else there
    return equal_draws(ratio[chosen], KEPT) if chosen.any() else np.zeros(KEPT)
