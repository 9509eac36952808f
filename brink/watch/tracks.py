"""Reading an indicator at every step of the past: over monthly series, or over coded rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from brink.case.counted import MONTH_DAYS, Counted, counted
from brink.case.parts.watch import Indicator
from brink.case.series import MonthlySeries, monthly_series, series_key
from brink.case.view import View
from brink.dates.months import last_whole_month, month_interval, month_label, month_of
from brink.errors import NotInCase
from brink.watch.ladder import rung_rows
from brink.watch.reading import Floats, is_record, percent_change, window_sums, z_scores
from brink.watch.track import Step, Track, is_crossed, is_off
from brink.watch.windows import ahead, back, days_in, months_in

LATE_MONTHS = 3
"""A series whose last month is older than this says nothing about now."""


def track(view: View, indicator: Indicator) -> Track:
    """What an indicator read at every step up to the view's date."""
    if indicator.counts.series is not None:
        return _of_series(view, indicator)
    return _of_rows(view, indicator)


def active_series(view: View, series: str, field: str | None) -> MonthlySeries:
    """A series from its first month with anything in it, so that years before a conflict teach nothing.

    Raises
    ------
    NotInCase
        When the case has no such series or field, or was opened without its files.
    """
    whole = monthly_series(view, series, field)
    seen = np.flatnonzero(whole.counts > 0)
    first = int(seen[0]) if seen.size else len(whole.counts)
    return replace(whole, first=whole.first + first, counts=whole.counts[first:])


def _of_series(view: View, indicator: Indicator) -> Track:
    assert indicator.counts.series is not None
    try:
        series = active_series(view, indicator.counts.series, indicator.counts.field)
    except NotInCase as missing:
        return Track((), (), 0, str(missing))
    months = months_in(indicator.window)
    sums = window_sums(series.counts, months)
    values, allowed = _read(view, series, sums, indicator)
    steps = [
        Step(
            day=month_interval(series.first + t).last,
            count=float(sums[t]),
            value=float(values[t]),
            may_cross=bool(allowed[t]),
            crossed=bool(allowed[t]) and is_crossed(float(values[t]), indicator),
            surely=bool(allowed[t]) and is_crossed(float(values[t]), indicator),
            off=is_off(float(values[t]), indicator),
            sources=0,
            months=tuple(range(series.first + t - months + 1, series.first + t + 1)),
        )
        for t in range(_first_known(values), len(sums))
    ]
    return Track(tuple(steps), (), 0, _late(view, series))


def _first_known(values: Floats) -> int:
    """The first month of which the rule can tell anything."""
    known = np.flatnonzero(~np.isnan(values))
    return int(known[0]) if known.size else len(values)


def _late(view: View, series: MonthlySeries) -> str | None:
    if not len(series.counts):
        return f"{series.name} has no event up to {view.as_of}"
    if last_whole_month(view.as_of) - (series.end - 1) > LATE_MONTHS:
        return f"{series.name} ends with {month_label(series.end - 1)}"
    return None


def _read(view: View, series: MonthlySeries, sums: Floats, indicator: Indicator) -> tuple[Floats, np.ndarray]:
    """The value of each month, and whether it may cross there."""
    months, floor = months_in(indicator.window), sums >= indicator.floor
    baseline = months_in(indicator.baseline) if indicator.baseline else 0
    if indicator.reads == "change":
        return percent_change(sums, months, baseline), floor
    if indicator.reads == "z-score":
        return z_scores(sums, months, baseline), floor
    if indicator.reads == "record":
        return sums, is_record(sums, months, baseline)
    if indicator.reads == "first in":
        quiet = [not (sums[max(0, t - baseline) : t - months + 1] > 0).any() for t in range(len(sums))]
        known = np.arange(len(sums)) >= baseline
        return np.where(quiet, sums, 0.0), known
    if indicator.reads == "exceedance":
        from brink.watch.exceedance import exceedances

        key = series_key(view, series.id)
        return exceedances(series, key, indicator), np.ones(len(sums), dtype=bool)
    return sums, np.ones(len(sums), dtype=bool)


def _of_rows(view: View, indicator: Indicator) -> Track:
    count = indicator.counts
    rows = rung_rows(view, count) if count.measure == "rung" else counted(view, count)
    placed = [row for row in rows if row.day is not None and row.known is not None]
    begun = reporting_begins(view)
    if begun is None:
        return Track((), tuple(rows), len(rows), "no report has a date, so nothing can be laid into a window")
    undone = _undone(view, indicator)
    steps = [
        _step(indicator, placed, undone, day, begun) for day in _days(view, indicator, placed, undone, begun)
    ]
    return Track(tuple(steps), tuple(rows), len(rows) - len(placed), None)


def reporting_begins(view: View) -> date | None:
    """The day of the first report whose date is known to the month."""
    return min((s.date.start for s in view.stories if s.date and s.date.days <= MONTH_DAYS), default=None)


def _undone(view: View, indicator: Indicator) -> list[Counted]:
    if indicator.undone_by is None:
        return []
    return [row for row in counted(view, indicator.undone_by) if row.day and row.known]


def _days(
    view: View, indicator: Indicator, rows: Sequence[Counted], undone: Sequence[Counted], begun: date
) -> list[date]:
    """Days on which the reading may change, the last of every month, and the as-of date."""
    days = {view.as_of}
    days |= {month_interval(m).last for m in range(month_of(begun), month_of(view.as_of) + 1)}
    for row in [*rows, *undone]:
        if row.day is not None and row.known is not None:
            gone = ahead(row.day, indicator.window)
            days |= {max(row.day, row.known), gone, gone + timedelta(days=1)}
    return sorted(day for day in days if begun <= day <= view.as_of)


def _step(
    indicator: Indicator, rows: Sequence[Counted], undone: Sequence[Counted], day: date, begun: date
) -> Step:
    start = back(day, indicator.window)
    for row in undone:
        if row.day is not None and row.known is not None and row.known <= day:
            start = max(start, row.day)
    seen = _between(rows, start, day, known=day)
    sure = [row for row in seen if not row.doubts]
    value, surely = (_value(indicator, rows, which, start, day, begun) for which in (seen, sure))
    enough = total(indicator, seen) >= indicator.floor
    return Step(
        day=day,
        count=total(indicator, seen),
        value=value,
        may_cross=enough,
        crossed=enough and is_crossed(value, indicator),
        surely=enough and is_crossed(surely, indicator),
        off=is_off(surely, indicator),
        sources=len(frozenset[str]().union(*(row.sources for row in sure))),
        rows=tuple(row.row for row in seen),
    )


def _between(rows: Sequence[Counted], start: date, end: date, *, known: date) -> list[Counted]:
    """Rows dated after `start` and up to `end` that a report had told of by `known`."""
    return [row for row in rows if row.day and row.known and start < row.day <= end and row.known <= known]


def total(indicator: Indicator, rows: Sequence[Counted]) -> float:
    """What rows add up to: districts count once, of rungs the highest counts."""
    if indicator.counts.measure == "districts":
        return float(len({row.district for row in rows}))
    if indicator.counts.measure == "rung":
        return max((row.value for row in rows), default=0.0)
    return float(sum(row.value for row in rows))


def _value(
    indicator: Indicator,
    rows: Sequence[Counted],
    seen: Sequence[Counted],
    start: date,
    day: date,
    begun: date,
) -> float:
    now = total(indicator, seen)
    if indicator.baseline is None:
        return now
    earlier = back(start, indicator.baseline)
    before = _between(rows, earlier, start, known=day)
    if indicator.reads == "first in":
        known = [case for case in indicator.before if earlier < case.date.last <= start]
        return 0.0 if before or known else now
    if begun > earlier:
        return float("nan")
    usual = total(indicator, before) * days_in(indicator.window) / days_in(indicator.baseline)
    if usual > 0:
        return 100 * (now / usual - 1)
    return float("inf") if now > 0 else 0.0
