"""Monthly draws against what was counted: CRPS, coverage, PIT, and each miss."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.forecast.scores import central_interval, covered, crps_draws, log_crps, pit_histogram

Floats = NDArray[np.float64]
BAND = 0.9
BINS = 5


@dataclass(frozen=True, slots=True)
class Score:
    """How one model did on one series.

    `crps` is in the unit of the count and `log_crps` by factor, both means over months, lower better;
    `covered` is the share of months inside the 90 % band; `pit` the share of months in each fifth of the
    forecast distribution; `low`, `mid`, `high` the band and the median of each month, and `quarter` and
    `three_quarters` the ends of its middle half.
    """

    series: str
    variant: str
    model: str
    crps: float
    log_crps: float
    covered: float
    pit: tuple[float, ...]
    low: Floats
    quarter: Floats
    mid: Floats
    three_quarters: Floats
    high: Floats
    observed: Floats

    @property
    def above(self) -> int:
        """Months in which more came than the median."""
        return int(np.sum(self.observed > self.mid))

    @property
    def inside(self) -> int:
        """Months inside the band."""
        return len(self.observed) - len(self.misses)

    @property
    def misses(self) -> NDArray[np.int64]:
        """Months, 0-based, outside the band."""
        outside = (self.observed < self.low) | (self.observed > self.high)
        return np.flatnonzero(outside).astype(np.int64)


def scored(series: str, variant: str, model: str, draws: Floats, observed: Floats) -> Score:
    """Scores of draws, shape (months, draws), against counts, shape (months,)."""
    low, high = central_interval(draws, level=BAND)
    quarter, mid, three_quarters = np.quantile(draws, [0.25, 0.5, 0.75], axis=-1)
    return Score(
        series=series,
        variant=variant,
        model=model,
        crps=float(np.mean(crps_draws(draws, observed))),
        log_crps=float(np.mean(log_crps(draws, observed))),
        covered=float(np.mean(covered(draws, observed, level=BAND))),
        pit=tuple(float(x) for x in pit_histogram(draws, observed, bins=BINS)),
        low=low,
        quarter=quarter,
        mid=mid,
        three_quarters=three_quarters,
        high=high,
        observed=observed,
    )
