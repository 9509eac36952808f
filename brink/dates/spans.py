"""Dates that name their first and last day, month or year in one: 12-16 March, June-July 2014, 2018-20."""

from __future__ import annotations

from datetime import date, timedelta

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Parts, Sense, named
from brink.dates.yearless import day_of, nearest, yearless


def days_span(parts: Parts) -> Sense | None:
    first = int(parts.number("d")) if "d" in parts else parts.ordinal("o")
    last = int(parts.number("e")) if "e" in parts else parts.ordinal("p")
    month = parts.value("m", "MONTH")
    if not 1 <= first < last <= 31 or day_of(2000, month, first) is None or day_of(2000, month, last) is None:
        return None
    days = last - first
    if "y" in parts:
        start = day_of(int(parts.number("y")), month, first)
        return (
            named(reckoning.span(start, start + timedelta(days=days)), "days", "a span of days")
            if start
            else None
        )
    nearest = yearless(month, last, None)

    def at(day: date, ahead: bool) -> DateInterval | None:
        end = nearest(day, ahead)
        return end and DateInterval(end.start - timedelta(days=days), end.end)

    return Sense(because="no year written: the nearest such days", unit="days", at=at, bare_month=True)


def months_span(parts: Parts) -> Sense | None:
    first, last = parts.value("m", "MONTH"), parts.value("n", "MONTH")
    length = (last - first) % 12 + 1
    if "y" in parts:
        year = int(parts.number("y")) - (first > last)
        return named(reckoning.months(year, first, length), "months", "a span of months")
    return Sense(
        because="no year written: the nearest such months",
        unit="months",
        bare_month=True,
        at=nearest(lambda year: reckoning.months(year, first, length)),
    )


def years_span(parts: Parts) -> Sense | None:
    first = int(parts.number("y"))
    last = int(parts.number("z")) if "z" in parts else first // 100 * 100 + int(parts.number("s"))
    if not first < last <= first + 150:
        return None
    return named(reckoning.years(first, last - first + 1), "years", "a span of years")
