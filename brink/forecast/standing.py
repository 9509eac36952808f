"""Where a conflict stands in a month, in five numbers that can be compared across the world."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brink.forecast.smoothing import weighted_level

Floats = NDArray[np.float64]

LEVEL_HALF_LIFE = 4.0
"""Months, of the mean that says at what level a conflict is."""
FAST_HALF_LIFE, SLOW_HALF_LIFE = 1.5, 9.0
"""Of the two means whose ratio is the trend."""
LONG_HALF_LIFE = 30.0
"""Of the mean that the level is set against: is this a peak, or how it has long been?"""
REGULAR_HALF_LIFE = 8.0
"""Of the share of months with any count."""
UNEVEN_HALF_LIFE = 12.0
"""Of the mean squared log distance of a month from its level."""
OFFSET = 2.0
"""Added to counts before ratios are taken, so that a step from 0 to 1 is no explosion."""
WEIGHTS = {"level": 1.0, "trend": 0.7, "rise": 0.3, "regular": 1.5, "uneven": 2.0}
"""What a difference in each counts when the nearest analogues are looked for; chosen on 2000 to 2019."""


def standings(counts: Floats) -> Floats:
    """Standing of every unit at every month, from the months up to it, weighted for comparison.

    `counts` has shape (n_units, n_months), the result (n_units, n_months, 5): log level; trend, the log
    ratio of a fast to a slow mean; rise of the level over its long mean; share of months with any count;
    unevenness, the spread of months around the level.
    """
    level = weighted_level(counts, half_life=LEVEL_HALF_LIFE)
    fast = weighted_level(counts, half_life=FAST_HALF_LIFE)
    slow = weighted_level(counts, half_life=SLOW_HALF_LIFE)
    long = weighted_level(counts, half_life=LONG_HALF_LIFE)
    surprise = np.log((counts + OFFSET) / (level + OFFSET))
    parts = {
        "level": np.log1p(level),
        "trend": np.log((fast + OFFSET) / (slow + OFFSET)),
        "rise": np.log((level + OFFSET) / (long + OFFSET)),
        "regular": weighted_level((counts > 0).astype(np.float64), half_life=REGULAR_HALF_LIFE),
        "uneven": np.sqrt(weighted_level(surprise**2, half_life=UNEVEN_HALF_LIFE)),
    }
    return np.stack([WEIGHTS[name] * part for name, part in parts.items()], axis=-1)
