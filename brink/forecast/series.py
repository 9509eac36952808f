"""The forecast of one monthly series of a case, from what was known at its as-of date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from brink.case.series import MonthlySeries, every_monthly_series, monthly_series, series_key
from brink.dates.months import Month, last_whole_month, month_label
from brink.errors import BadForecast
from brink.forecast.escalation import AHEAD_MONTHS, TRAILING_MONTHS, bar, trailing_mean
from brink.forecast.matched import Matched, matched
from brink.forecast.nearest import Past
from brink.forecast.panel import Panel
from brink.forecast.paths import joined, past_paths
from brink.forecast.pool import pool_draws
from brink.forecast.scores import chance_of_at_least

if TYPE_CHECKING:
    from brink.case.view import View

Floats = NDArray[np.float64]

HORIZON, GAP = 14, 3
"""Months from the last one known to the last and to the first one forecast, as in the VIEWS challenge."""
STALE_MONTHS = 24
"""A series that ended longer before the as-of date is not forecast."""
BANDS = (0.5, 0.8, 0.9)
THRESHOLDS = (1, 25, 100)


@dataclass(frozen=True, slots=True)
class SeriesForecast:
    """Draws of the months ahead of one series.

    `paths` has shape (n_months, 1000): column j is one path, the rows are whole counts, equally likely.
    `past` is the series up to the last month taken as known.
    """

    past: MonthlySeries
    world: Matched
    months: tuple[Month, ...]
    paths: Floats

    @property
    def name(self) -> str:
        """`ucdp-ttp deaths`."""
        return self.past.name

    @property
    def last_known(self) -> Month:
        """The last month whose count the forecast rests on."""
        return self.past.end - 1

    @property
    def trailing_mean(self) -> float:
        """Mean count a month over the last twelve known."""
        return float(trailing_mean(self.past.counts[None])[0, -1])

    @property
    def escalation_bar(self) -> float:
        """What the mean of the first three months must reach to count as an escalation."""
        return float(bar(self.past.counts[None])[0, -1])

    @property
    def escalation(self) -> float | None:
        """Chance that the mean of the first three months reaches both 25 deaths and twice the trailing mean.

        None for series that do not count deaths, for which the threshold has no meaning.
        """
        if self.world.panel.measure != "deaths":
            return None
        return float(chance_of_at_least(self.paths[:AHEAD_MONTHS].mean(axis=0), self.escalation_bar))


def forecast_series(
    view: View, series_id: str, field: str | None = None, *, horizon: int = HORIZON, gap: int = GAP
) -> SeriesForecast:
    """Forecast a series of a case for the months after its as-of date.

    The first month forecast is the one after the last whole month at the as-of date; the last one taken
    as known lies `gap` months before it (1: no gap), the last one forecast `horizon` months after that.

    Raises
    ------
    NotInCase
        When the case has no such series or field.
    BadForecast
        When gap and horizon do not fit, or the series has too little or too old a history.
    """
    if not 1 <= gap <= horizon:
        raise BadForecast(f"the gap ({gap}) must be at least 1 and not beyond the horizon ({horizon})")
    first = last_whole_month(view.as_of) + 1
    past = known_part(monthly_series(view, series_id, field), first - gap)
    return from_history(
        past, matched(series_key(view, series_id).where, past.field), first, first - gap + horizon
    )


def forecast_case(view: View, *, horizon: int = HORIZON, gap: int = GAP) -> list[SeriesForecast | str]:
    """Forecast every monthly series of a case; where one cannot be forecast, the reason stands instead."""
    made: list[SeriesForecast | str] = []
    for series in every_monthly_series(view):
        try:
            made.append(forecast_series(view, series.id, series.field, horizon=horizon, gap=gap))
        except BadForecast as reason:
            made.append(str(reason))
    return made


def from_history(past: MonthlySeries, world: Matched, first: Month, last: Month) -> SeriesForecast:
    """Forecast months [first, last] from a series that ends with the last month known."""
    known, ready = known_world(world.panel, past.end - 1, last - (past.end - 1))
    months = tuple(range(first, last + 1))
    steps = [month - (past.end - 1) for month in months]
    draws = pool_draws(known, past.counts, steps=steps, past=ready)
    templates = past_paths(known, past.counts, steps=steps, count=draws.shape[1])
    return SeriesForecast(past, world, months, joined(draws, templates))


@lru_cache(maxsize=16)
def known_world(panel: Panel, last_known: Month, longest: int) -> tuple[Floats, Past]:
    """The world as known then, made ready once for all series of a case."""
    known = panel.until(last_known).counts
    return known, Past(known, longest=longest)


def known_part(series: MonthlySeries, last: Month) -> MonthlySeries:
    """The series up to `last`, from after its last unknown month on.

    Raises
    ------
    BadForecast
        When what is left is less than a year or ended long ago.
    """
    counts = series.window(series.first, last + 1)
    end = int(np.flatnonzero(np.isfinite(counts))[-1]) + 1 if np.isfinite(counts).any() else 0
    holes = np.flatnonzero(~np.isfinite(counts[:end]))
    begin = int(holes[-1]) + 1 if holes.size else 0
    if end - begin < TRAILING_MONTHS:
        raise BadForecast(
            f"{series.name} has {end - begin} known months on end up to {month_label(last)}; a forecast "
            f"needs {TRAILING_MONTHS} (`absent: zero` says that months without a row are zeros)"
        )
    if last - (series.first + end - 1) > STALE_MONTHS:
        raise BadForecast(
            f"{series.name} ends {month_label(series.first + end - 1)}, more than {STALE_MONTHS} months "
            f"before {month_label(last)}"
        )
    return MonthlySeries(
        series.id, series.field, series.meaning, series.unit, series.source,
        series.first + begin, counts[begin:end],
    )  # fmt: skip


def month_rows(made: SeriesForecast) -> list[dict[str, Any]]:
    """One row a month: median, bands, and chances of passing 1, 25 and 100."""
    rows = []
    for month, draws in zip(made.months, made.paths, strict=True):
        bands = {
            f"{side}_{band:.0%}".replace("%", ""): int(np.quantile(draws, at))
            for band in BANDS
            for side, at in (("low", (1 - band) / 2), ("high", (1 + band) / 2))
        }
        rows.append(
            {
                "series": made.past.id,
                "field": made.past.field,
                "month": month_label(month),
                "known_to": month_label(made.last_known),
                "median": int(np.median(draws)),
                "mean": float(draws.mean()),
                **bands,
                **{f"p_{bar}": float(chance_of_at_least(draws, bar)) for bar in THRESHOLDS},
                "escalation": made.escalation,
            }
        )
    return rows
