"""How the same forecast would have done on this very series in the years before."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from brink.case.series import MonthlySeries
from brink.dates.months import Month, month_label
from brink.errors import BadForecast
from brink.forecast.ahead import MONTHS_AHEAD, ahead_of
from brink.forecast.panel import Panel
from brink.forecast.pool import conflictology_draws
from brink.forecast.scores import covered, crps_draws

Floats = NDArray[np.float64]

MOST_WINDOWS = 15
EARLIEST_KNOWN = 60
"""Months of the panel that must be known for its analogues to tell anything."""


@dataclass(frozen=True, slots=True)
class PastWindow:
    """Twelve months forecast from the month before them; CRPS is the mean over the months."""

    first: Month
    crps: float
    conflictology: float
    within_90: int
    """Months, of twelve, inside their 90 % interval."""
    total_within_90: bool

    @property
    def label(self) -> str:
        return f"{month_label(self.first)} to {month_label(self.first + MONTHS_AHEAD - 1)}"


@dataclass(frozen=True, slots=True)
class PastRecord:
    """The forecast beside conflictology on one series, latest window first; a ratio below 1 is better."""

    windows: tuple[PastWindow, ...]

    @property
    def ratio(self) -> float | None:
        """Geometric mean of the ratios of CRPS; windows in which both were perfect say nothing."""
        told = [w for w in self.windows if w.crps > 0 and w.conflictology > 0]
        if not told:
            return None
        return float(np.exp(np.mean([np.log(w.crps / w.conflictology) for w in told])))

    @property
    def won(self) -> int:
        return sum(w.crps < w.conflictology for w in self.windows)

    @property
    def coverage_90(self) -> float:
        """Share of months inside their 90 % interval."""
        return sum(w.within_90 for w in self.windows) / (MONTHS_AHEAD * len(self.windows))


def past_record(series: MonthlySeries, panel: Panel) -> PastRecord:
    """Replay the forecast on the windows of twelve months that had ended when the series ends.

    Each window is forecast from nothing but the months before it. The counts are those of
    today's release: what the source has revised since is in them.
    """
    windows = []
    for back in range(1, MOST_WINDOWS + 1):
        origin = series.end - MONTHS_AHEAD * back
        if origin - panel.first < EARLIEST_KNOWN or origin <= series.first:
            break
        try:
            windows.append(_window(series, panel, origin))
        except BadForecast:
            break
    return PastRecord(tuple(windows))


def _window(series: MonthlySeries, panel: Panel, origin: Month) -> PastWindow:
    before = replace(series, counts=series.counts[: origin - series.first])
    came = series.window(origin, origin + MONTHS_AHEAD)
    if np.isnan(came).any():
        raise BadForecast(f"{series.name} has gaps after {month_label(origin)}")
    forecast = ahead_of(before, panel)
    benchmark = np.tile(conflictology_draws(before.counts), (MONTHS_AHEAD, 1))
    return PastWindow(
        origin,
        float(crps_draws(forecast.draws, came).mean()),
        float(crps_draws(benchmark, came).mean()),
        int(covered(forecast.draws, came, level=0.9).sum()),
        bool(covered(forecast.totals(MONTHS_AHEAD), came.sum(), level=0.9)),
    )
