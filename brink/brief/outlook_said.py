"""The sentences of the outlook: what may come, what moved, how such forecasts did, and what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from brink.dates.months import month_interval, month_words
from brink.errors import BrinkError
from brink.forecast.escalation import AHEAD_MONTHS, FLOOR
from brink.forecast.pool import conflictology_draws
from brink.forecast.record import MONTHS_AHEAD, PastRecord
from brink.forecast.scores import chance_of_at_least, covered, crps_draws
from brink.forecast.series import SeriesForecast, forecast_series
from brink.words.probability import Scale, chance_said, percent_said

if TYPE_CHECKING:
    from brink.case.view import View

WAR_A_YEAR = 1000
"""UCDP's line between minor armed conflict and war, battle deaths in a calendar year."""


def next_year(view: View, series_id: str, field: str) -> SeriesForecast:
    """The twelve months after the as-of date, from all months that had ended by it."""
    return forecast_series(view, series_id, field, horizon=MONTHS_AHEAD, gap=1)


def counts_deaths(field: str) -> bool:
    """Whether a field counts people killed, by its name."""
    return any(word in field.casefold() for word in ("death", "kill", "fatal"))


def sentences(forecast: SeriesForecast, scale: Scale) -> Iterator[str]:
    what = forecast.past.field.replace("_", " ")
    last = float(np.nansum(forecast.past.counts[-12:]))
    totals = forecast.paths.sum(axis=0)
    more = float((totals > last).mean())
    yield (
        f"More {what} in the next twelve months than in the last twelve ({last:.0f}): "
        f"{chance_said(more, scale)}."
    )
    if forecast.escalation is None:
        return
    trailing = forecast.trailing_mean
    yield (
        f"Escalation, three months with a mean of {forecast.escalation_bar:.0f} or more "
        f"(the larger of 25 and twice the last year's mean of {trailing:.0f}): "
        f"{chance_said(forecast.escalation, scale)}."
    )
    if trailing >= FLOOR:
        half = float((forecast.paths[:AHEAD_MONTHS].mean(axis=0) <= trailing / 2).mean())
        yield f"Half as many as in the last year, or fewer, over three months: {chance_said(half, scale)}."
    war = float(chance_of_at_least(totals, WAR_A_YEAR))
    yield f"{WAR_A_YEAR:,} in twelve months, UCDP's line for war: {chance_said(war, scale)}."


def moved(view: View, forecast: SeriesForecast, scale: Scale) -> Iterator[str]:
    """What the last month changed, by the forecast that would have been made before it."""
    from brink.case.view import View

    earlier = month_interval(forecast.last_known).start - timedelta(days=1)
    try:
        before = next_year(View(view.case, earlier), forecast.past.id, forecast.past.field)
    except BrinkError as error:
        yield f"Nothing can be said of a month ago: {error}."
        return
    count = float(forecast.past.counts[-1])
    below = percent_said(float((before.paths[0] < count).mean()))
    yield (
        f"{month_words(forecast.last_known)} brought {count:.0f}, more than {below} of what was forecast for "
        "it a month before."
    )
    yield (
        f"The middle of the next twelve months went from {np.median(before.paths.sum(axis=0)):.0f} to "
        f"{np.median(forecast.paths.sum(axis=0)):.0f}."
    )
    if before.escalation is not None and forecast.escalation is not None:
        then, now = chance_said(before.escalation, scale), chance_said(forecast.escalation, scale)
        yield (
            f"Escalation went from {then} for a mean of {before.escalation_bar:.0f} "
            f"to {now} for {forecast.escalation_bar:.0f}."
        )


def record_said(record: PastRecord) -> Iterator[str]:
    told = record.windows
    if not told:
        yield "There is no earlier year on which this forecast could be tried."
        return
    ratio = record.ratio
    against = (
        "both forecasts were perfect throughout"
        if ratio is None
        else f"its error (CRPS) was {ratio:.2f} of conflictology's in the geometric mean; below 1 is better"
    )
    yield (
        f"Tried on this series in {len(told)} earlier windows of twelve months, each from what came before: "
        f"{against}. It did better in {record.won} of {len(told)}."
    )
    totals = sum(w.total_within_90 for w in told)
    yield (
        f"Of the months, {100 * record.coverage_90:.0f} % lay in their 90 % interval; of the yearly totals, "
        f"{totals} of {len(told)}."
    )
    worst = max(told, key=lambda w: w.crps)
    yield (
        f"Its worst window was {worst.label}, with a CRPS of {worst.crps:.0f} a month "
        f"(conflictology {worst.conflictology:.0f})."
    )


def told_later(forecast: SeriesForecast, came: Sequence[float]) -> Iterator[str]:
    seen = np.array(came)
    total, last = seen.sum(), forecast.months[len(seen) - 1]
    draws = forecast.paths[: len(seen)]
    below = float((draws.sum(axis=0) < total).mean())
    inside = {level: int(covered(draws, seen, level=level).sum()) for level in (0.5, 0.9)}
    yield (
        f"{month_words(forecast.months[0])} to {month_words(last)} brought {total:.0f}, more than "
        f"{percent_said(below)} of the draws of that total."
    )
    yield (
        f"Of {len(seen)} months, {inside[0.9]} lay in their 90 % interval and {inside[0.5]} in their 50 % "
        "interval."
    )
    benchmark = np.tile(conflictology_draws(forecast.past.counts), (len(seen), 1))
    own, other = float(crps_draws(draws, seen).mean()), float(crps_draws(benchmark, seen).mean())
    yield f"CRPS was {own:.1f} a month, conflictology's {other:.1f}; lower is better."
    if forecast.escalation is not None and len(seen) >= AHEAD_MONTHS:
        happened = "came" if seen[:AHEAD_MONTHS].mean() >= forecast.escalation_bar else "did not come"
        yield f"Escalation {happened}: the mean of the first three months was {seen[:3].mean():.0f}."
    ranks = [f"{100 * float((row < count).mean()):.0f}" for row, count in zip(draws, seen, strict=True)]
    yield f"Share of draws below what came, month by month, in per cent: {', '.join(ranks)}."
