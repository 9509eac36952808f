"""Points of ignorance: quasi-random positions, one dimension a parameter, the same however many are drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 256
"""More than the model has parameters, so that a new one changes no other's numbers."""
STRUCTURE, MOTIVE = DIMENSIONS - 1, DIMENSIONS - 2
"""Dimensions that pick structure and motive, at the far end."""


def uniforms(points: int, *, seed: int) -> NDArray[np.float64]:
    """A scrambled Sobol sequence in (0, 1), shape (points, 256).

    The first points are the same for any number of them. Sobol 1967; scrambling of Owen 1998, by scipy.
    """
    from scipy.stats import qmc

    engine = qmc.Sobol(DIMENSIONS, scramble=True, rng=np.random.default_rng(seed))
    power = max(0, int(np.ceil(np.log2(max(points, 1)))))
    drawn: NDArray[np.float64] = engine.random_base2(power)[:points]
    return np.clip(drawn, 1e-9, 1 - 1e-9)


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
