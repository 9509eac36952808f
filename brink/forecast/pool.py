"""The default forecast: a unit's own recent months and its analogues in the world, pooled in equal parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadForecast
from brink.forecast.analogues import analogue_draws
from brink.forecast.draws import equal_draws, shares

Floats = NDArray[np.float64]

OWN_MONTHS = (3, 6, 12, 24)
"""Lengths of own history; each, and the analogues, gives a fifth of the draws."""
SANITY_MONTHS = 60
SANITY_FACTOR = 3.0
"""No mean forecast exceeds this times the unit's own maximum in `SANITY_MONTHS`, or 99.9 % of the world."""


def pool(panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats:
    """Draws of shape (n_targets, n_steps, 1000), each member's in one block; see `pool_draws`.

    `panel` and `history` have shapes (n_units, n_months) and (n_targets, n_months of their own) and end
    with the same month.
    """
    own_parts = shares((1.0,) * (len(OWN_MONTHS) + 1))
    analogues = analogue_draws(panel, history, steps=steps, draws=own_parts[-1])
    own = [
        equal_draws(history[:, -months:], count) for months, count in zip(OWN_MONTHS, own_parts, strict=False)
    ]
    same_every_month = np.repeat(np.concatenate(own, axis=-1)[:, None, :], len(steps), axis=1)
    return _sane(np.concatenate([same_every_month, analogues], axis=-1), panel, history)


def pool_draws(panel_counts: Floats, unit_history: Floats, *, steps: Sequence[int]) -> Floats:
    """Draws of one series, shape (n_steps, 1000), each row sorted: whole counts, equally likely.

    Parameters
    ----------
    panel_counts
        Counts of all units of the same kind, shape (n_units, n_months), nan nowhere.
    unit_history
        Counts of the series, shape (n_months of its own,), at least one.
    steps
        Months after the last month of the two, which must be the same: `range(3, 15)` forecasts January
        to December from data up to October.

    Raises
    ------
    BadForecast
        When the history is empty or has unknown months, or the panel is too short.
    """
    if unit_history.size == 0 or not np.isfinite(unit_history).all():
        raise BadForecast("a history must have at least one month and no unknown ones")
    return np.sort(pool(panel_counts, unit_history[None, :], steps=steps)[0], axis=-1)


def conflictology_draws(unit_history: Floats) -> Floats:
    """The last 12 values as they are: the benchmark that no single model beat in the VIEWS challenge.

    Shape (..., n_months) gives (..., 12), the same for every month ahead (Hegre et al. 2025, JPR 62(6)).
    """
    return unit_history[..., -12:]


def _sane(draws: Floats, panel: Floats, history: Floats) -> Floats:
    """Scale down forecasts whose mean is beyond what the unit or the world has seen."""
    own_most = history[:, -SANITY_MONTHS:].max(axis=-1)
    ceiling = np.maximum(SANITY_FACTOR * own_most, np.quantile(panel, 0.999))[:, None]
    mean = draws.mean(axis=-1)
    factor = np.where(mean > ceiling, ceiling / np.maximum(mean, 1e-9), 1.0)
    return np.rint(draws * factor[..., None])
