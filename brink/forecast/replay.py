"""A forecast replayed on past years, with the score of every unit and month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from brink.errors import NotInCase, nearest
from brink.forecast import rivals
from brink.forecast.draws import DRAWS, equal_draws
from brink.forecast.panel import Panel
from brink.forecast.pool import fifths, pool
from brink.forecast.scores import (
    chance_of_at_least,
    covered,
    crps_draws,
    ignorance,
    interval_score_of_draws,
    log_crps,
    pit_histogram,
)
from brink.forecast.windows import Window

Floats = NDArray[np.float64]

ACTIVE_MONTHS = 24
"""A unit with any count in so many months is active; calibration is read there, where it is not all zeros."""
BANDS = (0.5, 0.8, 0.9)
THRESHOLD = 25
"""Deaths a month whose probability is checked (VIEWS)."""


class Model(Protocol):
    """Draws of shape (n_targets, n_steps, M) from counts that end with the last month known."""

    def __call__(self, panel: Floats, history: Floats, *, steps: Sequence[int]) -> Floats: ...


MODELS: dict[str, Model] = {
    "pool": pool,
    "fifths": fifths,
    "conflictology": rivals.conflictology,
    "last": rivals.last_value,
    "boot_240": rivals.bootstrap_240,
    "zero": rivals.zero,
}


def model_named(name: str) -> Model:
    """The model of that name.

    Raises
    ------
    NotInCase
        When there is none.
    """
    if name not in MODELS:
        raise NotInCase(f"no model {name!r}{nearest(name, MODELS)} (models: {', '.join(MODELS)})")
    return MODELS[name]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What one model earned in one window; arrays of shape (n_units, n_steps) unless stated.

    `rows` says which units of the panel were scored, and `active` which of them were active before, shape
    (n_units,) both. Coverage by band and `pit` (10 shares) are over active units.
    """

    window: Window
    rows: NDArray[np.intp]
    active: NDArray[np.bool_]
    crps: Floats
    log_crps: Floats
    ignorance: Floats
    interval_score: Floats
    chance: Floats
    reached: NDArray[np.bool_]
    coverage: dict[float, float]
    pit: Floats


def replay(model: Model, panel: Panel, window: Window) -> Replayed:
    """Forecast a window from what was known before it, and score it against what came.

    Countries are all scored; of dyads those active before, for most are long over.
    """
    known = panel.until(window.last_known).counts
    active = known[:, -ACTIVE_MONTHS:].sum(axis=-1) > 0
    scored = active if panel.kind == "dyad" else np.ones_like(active)
    first = window.months[0] - panel.first
    observed = panel.counts[scored, first : first + len(window.steps)]
    draws = model(known, known[scored], steps=window.steps)
    return _scores(draws, observed, window, np.flatnonzero(scored), active[scored])


def _scores(
    draws: Floats, observed: Floats, window: Window, rows: NDArray[np.intp], active: NDArray[np.bool_]
) -> Replayed:
    few = draws.shape[-1] < DRAWS
    # Ignorance depends on the number of draws, so that all models are brought to as many.
    many = equal_draws(draws, DRAWS) if few else draws
    return Replayed(
        window=window,
        rows=rows,
        active=active,
        crps=crps_draws(draws, observed),
        log_crps=log_crps(draws, observed),
        ignorance=ignorance(many, observed),
        interval_score=interval_score_of_draws(draws, observed),
        chance=chance_of_at_least(draws, THRESHOLD),
        reached=observed >= THRESHOLD,
        coverage={
            level: float(covered(draws[active], observed[active], level=level).mean()) for level in BANDS
        },
        pit=pit_histogram(draws[active], observed[active]),
    )
