"""Which year is meant where words leave it out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date
from functools import cache

from brink.dates.interval import DateInterval
from brink.dates.sense import Reading, Sense, named

FURTHEST_BACK_DAYS = 320
"""A day named without its year lies less far back than this, else it is the coming one."""


def nearest(of_year: Callable[[int], DateInterval]) -> Reading:
    """The one under way or last begun, or, when the clause looks ahead, under way or next to end."""

    of_year = cache(of_year)

    def at(day: date, ahead: bool) -> DateInterval | None:
        near = [of_year(year) for year in range(day.year - 1, day.year + 2)]
        if ahead:
            return next((one for one in near if one.last >= day), None)
        return next((one for one in reversed(near) if one.start <= day), None)

    return at


def stepped(of_year: Callable[[int], DateInterval | None], step: int) -> Reading:
    """The last one ended before the day's month, the one of its year, or the next one begun after it."""

    def at(day: date, _: bool) -> DateInterval | None:
        if step == 0:
            return of_year(day.year)
        near = [one for year in range(day.year - 5, day.year + 6) if (one := of_year(year))]
        if step < 0:
            return next((one for one in reversed(near) if one.last < day), None)
        return next((one for one in near if one.start > day), None)

    return at


def yearless(month: int, number: int, weekday: int | None) -> Reading:
    """The nearest such day; with a weekday, the nearest one that falls on it."""

    @cache
    def around(year: int) -> list[date]:
        return [found for near in range(year - 8, year + 9) if (found := day_of(near, month, number))]

    def at(day: date, ahead: bool) -> DateInterval | None:
        days = around(day.year)
        if weekday is not None and any(
            abs(one - day).days < 4000 and one.weekday() == weekday for one in days
        ):
            days = [one for one in days if one.weekday() == weekday]
            return DateInterval.day(min(days, key=lambda one: (abs(one - day), one)))
        back = days[place - 1] if (place := bisect_right(days, day)) else None
        on = days[place] if (place := bisect_left(days, day)) < len(days) else None
        near = back is not None and (day - back).days <= FURTHEST_BACK_DAYS
        soon = on is not None and (on - day).days <= FURTHEST_BACK_DAYS
        if on and ((ahead and soon) or not near):
            return DateInterval.day(on)
        return DateInterval.day(back) if back else None

    return at


def exact(year: int, month: int, day: int, because: str) -> Sense | None:
    found = day_of(year, month, day)
    return named(DateInterval.day(found), "day", because) if found else None


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def as_days(year: int, month: int, day: int) -> DateInterval | None:
    found = day_of(year, month, day)
    return DateInterval.day(found) if found else None


def full_year(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def direction(step: int | None) -> str:
    return {-1: "last", 0: "current", 1: "next"}[step or 0]
