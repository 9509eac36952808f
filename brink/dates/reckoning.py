"""Counting days, weeks, months and years on the calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from brink.dates.interval import DateInterval

DAY = timedelta(days=1)
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season of the northern hemisphere; winter runs into the next year."""


def shift(day: date, count: float, unit: str) -> date:
    """The day `count` units after `day`, or before it when negative; the last of a shorter month."""
    if unit in MONTHS_IN:
        return _add_months(day, round(count * MONTHS_IN[unit]))
    if unit in DAYS_IN:
        return day + timedelta(days=int(count * DAYS_IN[unit]))
    if unit == "hour":
        return day + timedelta(days=int(count / 24) if abs(count) >= 24 else (count > 0) - (count < 0))
    return day


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if not 1 <= year <= 9999:
        raise OverflowError(f"{day} and {months} months leave the calendar")
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def span(first: date, last: date) -> DateInterval:
    """From the first through the last day."""
    return DateInterval(first, last + DAY)


def holding(day: date, unit: str) -> DateInterval:
    """The calendar day, week (from Monday), month, quarter, year, decade or century that holds `day`."""
    if unit in ("week", "fortnight"):
        monday = day - timedelta(days=day.weekday())
        return DateInterval(monday, monday + 7 * DAY)
    if unit == "weekend":
        saturday = day - timedelta(days=day.weekday()) + 5 * DAY
        return DateInterval(saturday, saturday + 2 * DAY)
    if unit == "month":
        return DateInterval.month(day.year, day.month)
    if unit == "quarter":
        return months(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit == "year":
        return DateInterval.year(day.year)
    if unit == "decade":
        return years(day.year - day.year % 10, 10)
    if unit == "century":
        return years((day.year - 1) // 100 * 100 + 1, 100)
    return DateInterval.day(day)


def months(year: int, month: int, count: int) -> DateInterval:
    """`count` months from the first of `month`."""
    first = date(year, month, 1)
    return DateInterval(first, _add_months(first, count))


def years(first: int, count: int) -> DateInterval:
    return DateInterval(date(first, 1, 1), date(first + count, 1, 1))


def season(name: str, year: int) -> DateInterval:
    """Three months; the winter of a year begins in its December."""
    return months(year, SEASON_STARTS[name], 3)


def third(whole: DateInterval, which: int) -> DateInterval:
    """The early, middle or late third: for a month, the days 1 to 10, 11 to 20 and 21 on."""
    if whole.days < 3:
        return whole
    return _portion(whole, which, 3)


def edge(whole: DateInterval, which: int) -> DateInterval:
    """The first or last sixth, which is what beginning and end of a month, a year or a decade mean here."""
    if whole.days < 6:
        return DateInterval.day(whole.start if which == 0 else whole.last)
    first = _portion(whole, 0, 6)
    if which == 0:
        return first
    return DateInterval(whole.end - first.days * DAY, whole.end) if whole.days < 60 else _portion(whole, 5, 6)


def _portion(whole: DateInterval, which: int, parts: int) -> DateInterval:
    months_long = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month
    if whole.start.day == whole.end.day == 1 and months_long % parts == 0:
        step = months_long // parts
        return DateInterval(
            _add_months(whole.start, which * step), _add_months(whole.start, (which + 1) * step)
        )
    step = whole.days // parts
    start = whole.start + which * step * DAY
    return DateInterval(start, whole.end if which == parts - 1 else start + step * DAY)


def easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian computus.

    References
    ----------
    Meeus (1991), *Astronomical Algorithms*, chapter 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def timex(interval: DateInterval, unit: str) -> str | None:
    """The TIMEX3 value of a calendar unit: 2022-12-16, 2022-W50, 2022-12, 2022-Q4, 2022-SU, 2022, 199, 18."""
    first = interval.start
    year = f"{first.year:04d}"
    if unit == "day":
        return first.isoformat()
    if unit in ("week", "weekend"):
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit in SEASON_STARTS:
        return f"{year}-{ {'spring': 'SP', 'summer': 'SU', 'autumn': 'FA', 'winter': 'WI'}[unit] }"
    if unit in ("quarter", "half"):
        letter, size = ("Q", 3) if unit == "quarter" else ("H", 6)
        return f"{year}-{letter}{(first.month - 1) // size + 1}"
    return {"month": year + f"-{first.month:02d}", "year": year, "decade": year[:3], "century": year[:2]}.get(
        unit
    )
