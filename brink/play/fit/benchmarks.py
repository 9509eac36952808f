"""Forecasts that know no model, for the months that a hindcast plays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brink.case.series import monthly_series
from brink.case.view import View
from brink.dates.months import last_whole_month

Floats = NDArray[np.float64]


def benchmark_draws(view: View, series: str, field: str, months: int) -> dict[str, Floats]:
    """Draws of each month from the last known one on, shape (months, draws), for each benchmark.

    `pool` is the statistical forecast of `brink forecast`, `conflictology` the last twelve months as they
    were, `last value` the last month for ever. All know the series and the world up to the as-of date only.
    """
    from brink.forecast.panel import world
    from brink.forecast.pool import conflictology_draws, pool_draws

    last = last_whole_month(view.as_of)
    history = monthly_series(view, series, field)
    # A dyad that is not yet in its table had no events that UCDP counted.
    known = np.nan_to_num(history.window(history.first, last + 1))
    panel = world("dyad", measure="deaths" if field == "deaths" else "events").until(last)
    steps = range(1, months + 1)
    return {
        "pool": pool_draws(panel.counts, known, steps=steps),
        "conflictology": np.tile(np.sort(conflictology_draws(known)), (months, 1)),
        "last value": np.full((months, 1), known[-1]),
    }
