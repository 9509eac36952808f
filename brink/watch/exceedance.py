"""The forecast probability that a series reaches a level, as it stood at each month of its past."""

from __future__ import annotations

import numpy as np

from brink.case.parts.reporting import SeriesKey
from brink.case.parts.watch import Indicator
from brink.case.series import MonthlySeries
from brink.watch.reading import Floats
from brink.watch.world import world_of

MONTHS_BACK = 60
"""Months that are forecast from, the last ones: each costs a pass over the world."""
AHEAD = (1, 2, 3)
LEAST_HISTORY = 24


def exceedances(series: MonthlySeries, key: SeriesKey, indicator: Indicator) -> Floats:
    """P(mean of the next three months >= `exceeds`) as forecast after each month, shape (n_months,).

    From the default forecast, own months pooled with analogues of the world, each with nothing
    later than the month. The months ahead of one draw go together, which makes means as uncertain
    as single months. nan before the last `MONTHS_BACK` months, and where two years are not known.
    """
    from brink.forecast.panel import world
    from brink.forecast.pool import pool

    kind, measure = world_of("gwno" in key.where, series.field)

    assert indicator.exceeds is not None
    out = np.full(len(series.counts), np.nan)
    panel = world(kind, measure=measure)
    for t in range(max(LEAST_HISTORY - 1, len(out) - MONTHS_BACK), len(out)):
        history = series.counts[: t + 1]
        if not np.isnan(history).any():
            known = panel.until(min(series.first + t, panel.end - 1))
            draws = pool(known.counts, history[None, :], steps=AHEAD)[0]
            out[t] = (draws.mean(axis=0) >= indicator.exceeds).mean()
    return out
