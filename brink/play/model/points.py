"""Points of ignorance: well-spread positions, one dimension a parameter, the same however many are drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 256
"""More than the model has parameters, so that a new one changes no other's numbers."""
STRUCTURE, MOTIVE = DIMENSIONS - 1, DIMENSIONS - 2
"""Dimensions that pick structure and motive, at the far end."""


def uniforms(points: int, *, seed: int) -> NDArray[np.float64]:
    """Nested Latin hypercubes in (0, 1), shape (points, 256).

    The first n points hold one in each nth of every dimension, for every n that is a power of two, and
    are the same for any number of them (Qian 2009, Biometrika 96(4), section 2). Dimensions are paired by
    chance. A Sobol sequence is not used: with 256 dimensions and a thousand points one pair of dimensions in
    thirty would all but fix each other, and what one parameter does would be laid at another's door.
    """
    rng = np.random.default_rng(seed)
    drawn: NDArray[np.float64] = rng.random((DIMENSIONS, 1))
    while (count := drawn.shape[1]) < points:
        halves = (drawn * 2 * count).astype(np.int64)
        # Each nth splits in two: one half holds a point, the new ones take the others, in any order.
        empty = rng.permuted(halves ^ 1, axis=1)
        new = (empty + rng.random(empty.shape)) / (2 * count)
        drawn = np.concatenate([drawn, new], axis=1)
    return np.clip(drawn[:, :points].T, 1e-9, 1 - 1e-9)


def pick(u: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.int64]:
    """Index of the part of [0, 1) that each number falls into, parts as long as `weights`.

    Raises
    ------
    ValueError
        When the weights do not sum to 1.
    """
    if not np.isclose(weights.sum(), 1.0) or (weights < 0).any():
        raise ValueError(f"weights {weights.tolist()} must be non-negative and sum to 1")
    chosen = np.searchsorted(np.cumsum(weights), u, side="right")
    return np.minimum(chosen, len(weights) - 1).astype(np.int64)
