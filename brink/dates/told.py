"""Days, months and seasons of the time that the text tells of: "that November", "on 2 October that year"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Parts, Sense
from brink.dates.words import SENTENCE_ENDS
from brink.dates.yearless import as_days

_POINTING: Final = frozenset(
    {"later", "earlier", "by", "until", "since", "in", "of", "from", "before", "after", "late", "early"}
    | {"during", "on", "and", ",", "-", "—", "–", "\n", "", '"', "“", "(", "mid"}
)
_WHOLE_YEAR_DAYS: Final = 300
_DAYS_NEAR: Final = 31


def told_month(parts: Parts) -> Sense | None:
    """The month of that name in the year told of, or the next one after the month or day told of."""
    month = parts.value("m", "MONTH")
    if not _points(parts):
        return None
    return _told("month", _next_of(lambda year: DateInterval.month(year, month), after="f" in parts))


def told_season(parts: Parts) -> Sense | None:
    name = parts.letters("s", "SEASON")
    if not _points(parts):
        return None
    return _told(name, _next_of(lambda year: reckoning.season(name, year), after="f" in parts))


def told_weekday(parts: Parts) -> Sense | None:
    wanted = parts.value("w", "WEEKDAY")
    if not _points(parts):
        return None

    def after(told: DateInterval) -> DateInterval | None:
        if told.days > _DAYS_NEAR:
            return None
        ahead = (wanted - told.start.weekday()) % 7 or (7 if "f" in parts else 0)
        return DateInterval.day(told.start + ahead * (date(2000, 1, 2) - date(2000, 1, 1)))

    return _told("day", after)


def month_of_that_year(parts: Parts) -> Sense:
    month = parts.value("m", "MONTH")
    return _told("month", lambda told: _of_year(told, lambda year: DateInterval.month(year, month)))


def season_of_that_year(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    return _told(name, lambda told: _of_year(told, lambda year: reckoning.season(name, year)))


def day_of_that_year(parts: Parts) -> Sense:
    number = int(parts.number("d")) if "d" in parts else parts.ordinal()
    month = parts.value("m", "MONTH")
    return _told("day", lambda told: _of_year(told, lambda year: as_days(year, month, number)))


def _told(unit: str, days: Callable[[DateInterval], DateInterval | None]) -> Sense:
    return Sense(because="of the time told of before", unit=unit, told=days)


def _points(parts: Parts) -> bool:
    """Whether "that" points at a time, and does not open a clause ("said THAT Friday was calm")."""
    before = parts.words.before(parts.first)
    return "f" in parts or before in _POINTING or before in SENTENCE_ENDS


def _of_year(told: DateInterval, of: Callable[[int], DateInterval | None]) -> DateInterval | None:
    return of(told.start.year) if told.start.year == told.last.year else None


def _next_of(
    of_year: Callable[[int], DateInterval], *, after: bool
) -> Callable[[DateInterval], DateInterval | None]:
    """The one begun in a year told of; else the one that holds what is told of, or the first begun later."""

    def days(told: DateInterval) -> DateInterval | None:
        near = [of_year(year) for year in range(told.start.year - 1, told.start.year + 3)]
        if after:
            return next((one for one in near if one.start >= told.end), None)
        if told.days >= _WHOLE_YEAR_DAYS:
            return next((one for one in near if one.start >= told.start), None)
        return next((one for one in near if one.end > told.start), None)

    return days
