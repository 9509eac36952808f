"""How the same forecast would have done on this very series in the years before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.case.series import MonthlySeries
from brink.dates.months import Month, month_label
from brink.errors import BadForecast
from brink.forecast.matched import Matched
from brink.forecast.pool import conflictology_draws
from brink.forecast.scores import covered, crps_draws
from brink.forecast.series import from_history, known_part

Floats = NDArray[np.float64]

MONTHS_AHEAD = 12
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


def past_record(series: MonthlySeries, world: Matched) -> PastRecord:
    """Replay the forecast on the windows of twelve months that had ended when the series ends.

    Each window is forecast from nothing but the months before it. The counts are those of
    today's release: what the source has revised since is in them.
    """
    windows = []
    for back in range(1, MOST_WINDOWS + 1):
        origin = series.end - MONTHS_AHEAD * back
        if origin - world.panel.first < EARLIEST_KNOWN or origin <= series.first:
            break
        try:
            windows.append(_window(series, world, origin))
        except BadForecast:
            break
    return PastRecord(tuple(windows))


def _window(series: MonthlySeries, world: Matched, origin: Month) -> PastWindow:
    before = known_part(series, origin - 1)
    came = series.window(origin, origin + MONTHS_AHEAD)
    if np.isnan(came).any():
        raise BadForecast(f"{series.name} has gaps after {month_label(origin)}")
    paths = from_history(before, world, origin, origin + MONTHS_AHEAD - 1).paths
    benchmark = np.tile(conflictology_draws(before.counts), (MONTHS_AHEAD, 1))
    return PastWindow(
        origin,
        float(crps_draws(paths, came).mean()),
        float(crps_draws(benchmark, came).mean()),
        int(covered(paths, came, level=0.9).sum()),
        bool(covered(paths.sum(axis=0), came.sum(), level=0.9)),
    )
