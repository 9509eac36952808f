"""The sentences of the outlook: what may come, what moved, how such forecasts did, and what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from brink.dates.months import month_interval, month_words
from brink.errors import BrinkError
from brink.forecast.ahead import Ahead, ahead, escalation
from brink.forecast.pool import conflictology_draws
from brink.forecast.record import PastRecord
from brink.forecast.scores import chance_of_at_least, covered, crps_draws
from brink.words.probability import Scale, chance_said, percent_said

if TYPE_CHECKING:
    from brink.case.view import View

WAR_A_YEAR = 1000
"""UCDP's line between minor armed conflict and war, battle deaths in a calendar year."""


def sentences(forecast: Ahead, scale: Scale) -> Iterator[str]:
    what = forecast.series.field.replace("_", " ")
    last = float(np.nansum(forecast.series.counts[-12:]))
    more = float((forecast.totals(12) > last).mean())
    yield (
        f"More {what} in the next twelve months than in the last twelve ({last:.0f}): "
        f"{chance_said(more, scale)}."
    )
    found = escalation(forecast)
    if found is None:
        return
    yield (
        f"Escalation, three months with a mean of {found.level:.0f} or more "
        f"(the larger of 25 and twice the last year's mean of {found.trailing:.0f}): "
        f"{chance_said(found.probability, scale)}."
    )
    if found.trailing >= 25:
        half = float((forecast.totals(3) <= 3 * found.trailing / 2).mean())
        yield f"Half as many as in the last year, or fewer, over three months: {chance_said(half, scale)}."
    war = float(chance_of_at_least(forecast.totals(12), WAR_A_YEAR))
    yield f"{WAR_A_YEAR:,} in twelve months, UCDP's line for war: {chance_said(war, scale)}."


def moved(view: View, forecast: Ahead, scale: Scale) -> Iterator[str]:
    """What the last month changed, by the forecast that would have been made before it."""
    from brink.case.view import View

    earlier = month_interval(forecast.first - 1).start - timedelta(days=1)
    try:
        before = ahead(View(view.case, earlier), forecast.series.id, forecast.series.field)
    except BrinkError as error:
        yield f"Nothing can be said of a month ago: {error}."
        return
    count = float(forecast.series.counts[-1])
    below = float((before.draws[0] < count).mean())
    yield (
        f"{month_words(forecast.first - 1)} brought {count:.0f}, more than {percent_said(below)} of what was "
        f"forecast for it a month before."
    )
    yield (
        f"The middle of the next twelve months went from {before.totals(12)[500]:.0f} to "
        f"{forecast.totals(12)[500]:.0f}."
    )
    then, now = escalation(before), escalation(forecast)
    if then is not None and now is not None:
        yield (
            f"Escalation went from {chance_said(then.probability, scale)} for a mean of {then.level:.0f} to "
            f"{chance_said(now.probability, scale)} for {now.level:.0f}."
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


def told_later(forecast: Ahead, came: Sequence[float]) -> Iterator[str]:
    seen = np.array(came)
    total, last = seen.sum(), forecast.first + len(seen) - 1
    below = float((forecast.totals(len(seen)) < total).mean())
    draws = forecast.draws[: len(seen)]
    inside = {level: int(covered(draws, seen, level=level).sum()) for level in (0.5, 0.9)}
    yield (
        f"{month_words(forecast.first)} to {month_words(last)} brought {total:.0f}, more than "
        f"{percent_said(below)} of the draws of that total."
    )
    yield (
        f"Of {len(seen)} months, {inside[0.9]} lay in their 90 % interval and {inside[0.5]} in their 50 % "
        "interval."
    )
    benchmark = np.tile(conflictology_draws(forecast.series.counts), (len(seen), 1))
    own, other = float(crps_draws(draws, seen).mean()), float(crps_draws(benchmark, seen).mean())
    yield f"CRPS was {own:.1f} a month, conflictology's {other:.1f}; lower is better."
    found = escalation(forecast)
    if found is not None and len(seen) >= 3:
        happened = "came" if seen[:3].mean() >= found.level else "did not come"
        yield f"Escalation {happened}: the mean of the first three months was {seen[:3].mean():.0f}."
    ranks = [f"{100 * float((row < count).mean()):.0f}" for row, count in zip(draws, seen, strict=True)]
    yield f"Share of draws below what came, month by month, in per cent: {', '.join(ranks)}."
