"""The forecasts to beat, exactly as the VIEWS challenge defines them (Hegre et al. 2025, JPR 62(6))."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.forecast.draws import DRAWS, equal_draws, levels
from brink.forecast.pool import conflictology_draws

Floats = NDArray[np.float64]


def zero(panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats:
    """No violence: its CRPS is the mean of what came."""
    del panel
    return np.zeros((history.shape[0], len(steps), 1))


def last_value(panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats:
    """Poisson draws around the last month known."""
    from scipy.stats import poisson

    del panel
    drawn = poisson.ppf(levels(DRAWS)[None, :], history[:, -1:])
    return _every_month(np.where(history[:, -1:] > 0, drawn, 0.0), steps)


def conflictology(panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats:
    """The unit's own last 12 months, as 12 draws."""
    del panel
    return _every_month(conflictology_draws(history), steps)


def bootstrap_240(panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats:
    """All units' last 240 months, the same for everyone."""
    drawn = equal_draws(panel[:, -240:].ravel(), DRAWS)
    return np.broadcast_to(drawn, (history.shape[0], len(steps), DRAWS))


def _every_month(draws: Floats, steps: Sequence[int]) -> Floats:
    return np.broadcast_to(draws[:, None, :], (draws.shape[0], len(steps), draws.shape[1]))
