"""The past months of the world most like where a conflict stands now, and what followed them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.forecast.draws import weighted_draws
from brink.forecast.smoothing import weighted_level
from brink.forecast.standing import LEVEL_HALF_LIFE, standings

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

NEIGHBOURS = 250
SCALE_HALF_LIFE = 1.5
"""Months, of the level that what followed is measured against."""
SCALE_OFFSET = 0.5
ACTIVE_LEVEL = 0.02
"""Below this level, of deaths or events a month, all quiet is alike; the table of levels serves there."""
WARM_UP = 36
"""First months of a panel that serve as history only, not as analogues."""
LEAST_WEIGHT = 0.001


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Past unit-months by nearness: row of the panel, month (column), weight; shape (n_targets, k) each."""

    units: Places
    months: Places
    weights: Floats


class Past:
    """All past months of a panel, ready to be searched: those followed by `longest` known months."""

    def __init__(self, panel: Floats, *, longest: int) -> None:
        from scipy.spatial import cKDTree

        self.panel = panel
        self.scale = weighted_level(panel, half_life=SCALE_HALF_LIFE)
        level = weighted_level(panel, half_life=LEVEL_HALF_LIFE)
        units, months = np.nonzero(level[:, WARM_UP : max(WARM_UP, panel.shape[1] - longest)] >= ACTIVE_LEVEL)
        self.units, self.months = units, months + WARM_UP
        self._tree = cKDTree(standings(panel)[self.units, self.months]) if units.size else None

    @property
    def empty(self) -> bool:
        """Whether nothing ever happened that could be compared with."""
        return self._tree is None

    def neighbours(self, standing: Floats, *, count: int = NEIGHBOURS) -> Neighbours:
        """The `count` nearest past months to standings of shape (n_targets, 5).

        Weights fall with the squared distance to nothing at the farthest (Epanechnikov 1969).
        """
        assert self._tree is not None
        distance, found = self._tree.query(standing, k=min(count, self.units.size))
        distance, found = distance.reshape(len(standing), -1), found.reshape(len(standing), -1)
        farthest = np.maximum(distance[:, -1:], 1e-12)
        weights = np.maximum(1 - (distance / (1.0001 * farthest)) ** 2, LEAST_WEIGHT)
        return Neighbours(self.units[found], self.months[found], weights)

    def followed(self, near: Neighbours, step: int) -> Floats:
        """Log ratio of the count `step` months later to the level then: shape of the neighbours."""
        later = self.panel[near.units, near.months + step]
        then = self.scale[near.units, near.months]
        return np.asarray(np.log((later + SCALE_OFFSET) / (then + SCALE_OFFSET)), dtype=np.float64)


def nearest_draws(past: Past, history: Floats, *, steps: Sequence[int], draws: int) -> Floats:
    """Draws of shape (n_targets, n_steps, draws) of active targets, from what followed their analogues.

    `history` has shape (n_targets, n_months of their own). What followed is taken in proportion to the
    level at the time and applied to the target's own.
    """
    near = past.neighbours(standings(history)[:, -1])
    scale = weighted_level(history, half_life=SCALE_HALF_LIFE)[:, -1, None]
    ahead = [
        np.exp(weighted_draws(past.followed(near, step), near.weights, draws)) * (scale + SCALE_OFFSET)
        for step in steps
    ]
    return np.rint(np.maximum(np.stack(ahead, axis=1) - SCALE_OFFSET, 0))
