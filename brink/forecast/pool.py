"""The default forecast: a unit's own recent months, and the past months of the world most like them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadForecast
from brink.forecast.analogues import analogue_draws
from brink.forecast.draws import equal_draws, shares
from brink.forecast.nearest import ACTIVE_LEVEL, Past, nearest_draws
from brink.forecast.recent import recent_draws, spread_draws
from brink.forecast.smoothing import weighted_level
from brink.forecast.standing import LEVEL_HALF_LIFE

Floats = NDArray[np.float64]

RECENT_HALF_LIFE, SPREAD_HALF_LIFE = 2.0, 3.0
"""Months after which an own month weighs half, as it was and spread by a growing factor."""
PARTS = {"recent": 0.25, "spread": 0.25, "analogues": 0.5}
"""Share of the draws that each member gives; chosen with the members on the windows 2000 to 2019."""
OWN_MONTHS = (3, 6, 12, 24)
"""Lengths of own history in the plainer pool of fifths."""
SANITY_MONTHS = 60
SANITY_FACTOR = 3.0
"""No mean forecast exceeds this times the unit's own maximum in `SANITY_MONTHS`, or 99.9 % of the world."""


def pool(panel: Floats, history: Floats, *, steps: Sequence[int], past: Past | None = None) -> Floats:
    """Draws of shape (n_targets, n_steps, 1000), each member's in one block, in the order of `PARTS`.

    Parameters
    ----------
    panel
        Counts of the world, shape (n_units, n_months).
    history
        Counts of the targets, shape (n_targets, n_months of their own), ending with the same month.
    steps
        Months after the last one known.
    past
        The panel made ready for `max(steps)`, when it serves more than once.
    """
    return sane(np.concatenate(members(panel, history, steps=steps, past=past), axis=-1), panel, history)


def members(
    panel: Floats, history: Floats, *, steps: Sequence[int], past: Past | None = None
) -> list[Floats]:
    """What each member of the pool says, in the order of `PARTS`; see `pool`."""
    recent, spread, alike = shares(tuple(PARTS.values()))
    own = recent_draws(history, half_life=RECENT_HALF_LIFE, draws=recent)
    return [
        np.repeat(own[:, None, :], len(steps), axis=1),
        spread_draws(history, half_life=SPREAD_HALF_LIFE, steps=steps, draws=spread),
        _analogues(panel, history, steps, alike, past or Past(panel, longest=max(steps))),
    ]


def _analogues(panel: Floats, history: Floats, steps: Sequence[int], draws: int, past: Past) -> Floats:
    """From the nearest past months; for quiet units, which are all alike, from the table of levels."""
    active = weighted_level(history, half_life=LEVEL_HALF_LIFE)[:, -1] >= ACTIVE_LEVEL
    if past.empty:
        active[:] = False
    out = np.zeros((history.shape[0], len(steps), draws))
    if active.any():
        out[active] = nearest_draws(past, history[active], steps=steps, draws=draws)
    if not active.all():
        out[~active] = analogue_draws(panel, history[~active], steps=steps, draws=draws)
    return out


def fifths(panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats:
    """The plainer pool: own last 3, 6, 12 and 24 months and the table of levels, a fifth each."""
    parts = shares((1.0,) * (len(OWN_MONTHS) + 1))
    own = [equal_draws(history[:, -months:], count) for months, count in zip(OWN_MONTHS, parts, strict=False)]
    same_every_month = np.repeat(np.concatenate(own, axis=-1)[:, None, :], len(steps), axis=1)
    analogues = analogue_draws(panel, history, steps=steps, draws=parts[-1])
    return sane(np.concatenate([same_every_month, analogues], axis=-1), panel, history)


def pool_draws(
    panel_counts: Floats, unit_history: Floats, *, steps: Sequence[int], past: Past | None = None
) -> Floats:
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
    past
        The panel made ready for `max(steps)`, when it serves more than once.

    Raises
    ------
    BadForecast
        When the history is empty or has unknown months, or the panel is too short.
    """
    if unit_history.size == 0 or not np.isfinite(unit_history).all():
        raise BadForecast("a history must have at least one month and no unknown ones")
    return np.sort(pool(panel_counts, unit_history[None, :], steps=steps, past=past)[0], axis=-1)


def conflictology_draws(unit_history: Floats) -> Floats:
    """The last 12 values as they are: the benchmark that no single model beat in the VIEWS challenge.

    Shape (..., n_months) gives (..., 12), the same for every month ahead (Hegre et al. 2025, JPR 62(6)).
    """
    return unit_history[..., -12:]


def sane(draws: Floats, panel: Floats, history: Floats) -> Floats:
    """Scale down forecasts whose mean is beyond what the unit or the world has seen."""
    own_most = history[:, -SANITY_MONTHS:].max(axis=-1)
    ceiling = np.maximum(SANITY_FACTOR * own_most, np.quantile(panel, 0.999))[:, None]
    mean = draws.mean(axis=-1)
    factor = np.where(mean > ceiling, ceiling / np.maximum(mean, 1e-9), 1.0)
    return np.rint(draws * factor[..., None])
