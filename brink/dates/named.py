"""Dates that name a day, a month, a season or a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Parts, Reading, Sense, named
from brink.dates.words import vocabulary

FURTHEST_BACK_DAYS = 320
"""A day named without its year lies less far back than this, else it is the coming one."""


def iso_day(parts: Parts) -> Sense | None:
    year, month, day = (int(part) for part in re.split(r"[-/]", parts.low("iso")))
    return _exact(year, month, day, "written as a full date")


def numeric_day(parts: Parts) -> Sense | None:
    """16/12/2022: the part above twelve is the day; when neither is, both readings stay open."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", parts.low("numeric")))
    year = year if year > 99 else _century(year)
    if "." in parts.low("numeric") or first > 12 or first == second:
        return _exact(year, second, first, "written in figures, day first")
    if second > 12:
        return _exact(year, first, second, "written in figures, month first")
    readings = sorted((_day(year, second, first), _day(year, first, second)), key=lambda d: d or date.min)
    if None in readings:
        return None
    earliest, latest = readings[0] or date.min, readings[1] or date.min
    return Sense(because="in figures, and either number may be the month: both readings are kept", unit="days",
                 at=lambda day, ahead: reckoning.span(earliest, latest), free=True)


def named_day(parts: Parts) -> Sense | None:
    day = int(parts.number("d")) if "d" in parts else parts.ordinal()
    month = parts.value("m", "MONTH")
    if "y" in parts:
        return _exact(int(parts.number("y")), month, day, "a full date")
    if "s" in parts:
        return _exact(_century(int(parts.number("s"))), month, day, "a full date")
    if not 1 <= day <= 31 or _day(2000, month, day) is None:
        return None
    if parts.step() is not None and "w" not in parts:
        pick = _stepped(lambda year: _as_days(year, month, day), parts.step() or 0)
        return Sense(because=f"the {_direction(parts.step())} {day}.{month}.", at=pick, bare_month=True)
    weekday = parts.value("w", "WEEKDAY") if "w" in parts else None
    because = "no year written: the nearest such day" + (" that falls on that weekday" if "w" in parts else "")
    return Sense(because=because, at=_yearless(month, day, weekday), bare_month=True)


def days_span(parts: Parts) -> Sense | None:
    first = int(parts.number("d")) if "d" in parts else parts.ordinal("o")
    last = int(parts.number("e")) if "e" in parts else parts.ordinal("p")
    month = parts.value("m", "MONTH")
    if not 1 <= first < last <= 31 or _day(2000, month, first) is None or _day(2000, month, last) is None:
        return None
    days = last - first
    if "y" in parts:
        start = _day(int(parts.number("y")), month, first)
        return start and named(reckoning.span(start, start + timedelta(days=days)), "days", "a span of days")
    nearest = _yearless(month, last, None)

    def at(day: date, ahead: bool) -> DateInterval | None:
        end = nearest(day, ahead)
        return end and DateInterval(end.start - timedelta(days=days), end.end)

    return Sense(because="no year written: the nearest such days", unit="days", at=at, bare_month=True)


def day_of_month(parts: Parts) -> Sense | None:
    """"the 11th": the nearest such day back, or ahead when the clause looks ahead."""
    ordinal = parts.ordinal()
    if not parts.number("o") or not 1 <= ordinal <= 31 or parts.words.before(parts.first) not in vocabulary()["day_after"]:
        return None
    if parts.words.after(parts.last - 1)[:1].isalpha() and parts.words.after(parts.last - 1) not in vocabulary()["small_words"]:
        return None

    def at(day: date, ahead: bool) -> DateInterval | None:
        for step in range(14):
            month = reckoning.shift(day.replace(day=1), step if ahead else -step, "month")
            found = _day(month.year, month.month, ordinal)
            if found and (found >= day if ahead else found <= day):
                return DateInterval.day(found)
        return None

    return Sense(because="the nearest such day of a month", at=at, bare_month=True)


def named_month(parts: Parts) -> Sense:
    year = int(parts.number("y")) if "y" in parts else _century(int(parts.number("s")))
    return named(DateInterval.month(year, parts.value("m", "MONTH")), "month", "a month with its year")


def months_span(parts: Parts) -> Sense | None:
    first, last = parts.value("m", "MONTH"), parts.value("n", "MONTH")
    length = (last - first) % 12 + 1
    if "y" in parts:
        year = int(parts.number("y")) - (first > last)
        return named(reckoning.months(year, first, length), "months", "a span of months")
    return Sense(because="no year written: the nearest such months", unit="months", bare_month=True,
                 at=_nearest(lambda year: reckoning.months(year, first, length)))


def bare_month(parts: Parts) -> Sense:
    month = parts.value("m", "MONTH")
    return Sense(because="no year written: the nearest such month", unit="month", bare_month=True,
                 at=_nearest(lambda year: DateInterval.month(year, month)))


def month_of_year(parts: Parts) -> Sense:
    month, step = parts.value("m", "MONTH"), parts.step() or 0
    return Sense(because="a month of a year counted from the day of writing", unit="month",
                 at=lambda day, ahead: DateInterval.month(day.year + step, month))


def relative_month(parts: Parts) -> Sense:
    month = parts.value("m", "MONTH")
    return Sense(because=f"the {_direction(parts.step())} such month", unit="month", bare_month=True,
                 at=_stepped(lambda year: DateInterval.month(year, month), parts.step() or 0))


def bare_year(parts: Parts) -> Sense:
    return named(DateInterval.year(int(parts.number("y"))), "year", "a year")


def fiscal_year(parts: Parts) -> Sense:
    year = DateInterval.year(int(parts.number("y")))
    return named(year, "year", "a fiscal year, taken as the calendar year of its name")


def years_span(parts: Parts) -> Sense | None:
    first = int(parts.number("y"))
    last = int(parts.number("z")) if "z" in parts else first // 100 * 100 + int(parts.number("s"))
    if not first < last <= first + 150:
        return None
    return named(reckoning.years(first, last - first + 1), "years", "a span of years")


def decade(parts: Parts) -> Sense | None:
    figures = re.sub(r"\D", "", parts.low("decade"))
    if len(figures) == 2:
        if parts.low("decade")[0].isdigit():
            return None
        return named(reckoning.years(1900 + int(figures), 10), "decade", "a decade of the last century")
    first = int(figures)
    if first < 1000:
        return None
    length, unit = (100, "century") if first % 100 == 0 and first < 2000 else (10, "decade")
    return named(reckoning.years(first, length), unit, f"a {unit}")


def century(parts: Parts) -> Sense | None:
    number = parts.ordinal()
    if not 5 <= number <= 22:
        return None
    return named(reckoning.years((number - 1) * 100 + 1, 100), "century", "a century, from its year 1 to its year 00")


def quarter(parts: Parts) -> Sense | None:
    unit, size = ("half", 6) if "f" in parts else ("quarter", 3)
    number = int(parts.low("q")[1]) if "q" in parts else parts.ordinal()
    if not 1 <= number <= 12 // size:
        return None

    def of_year(year: int) -> DateInterval:
        return reckoning.months(year, (number - 1) * size + 1, size)

    if "y" in parts:
        return named(of_year(int(parts.number("y"))), unit, f"a {unit} of a year")
    step = parts.step()
    if step is not None:
        return Sense(because=f"a {unit} of a year counted from the day of writing", unit=unit,
                     at=lambda day, ahead: of_year(day.year + step))
    return Sense(because=f"no year written: the latest such {unit}", unit=unit, at=_nearest(of_year), bare_month=True)


def season_of_year(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    if "y" in parts:
        return named(reckoning.season(name, int(parts.number("y"))), name, "a season of the northern hemisphere")
    step = parts.step() or 0
    return Sense(because="a northern season of a year counted from the day of writing", unit=name,
                 at=lambda day, ahead: reckoning.season(name, day.year + step))


def relative_season(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    step = parts.step() or 0
    if step:
        at = _stepped(lambda year: reckoning.season(name, year), step)
    else:
        def at(day: date, ahead: bool) -> DateInterval | None:
            return reckoning.season(name, day.year - (name == "winter" and day.month < 6))
    return Sense(because=f"the {_direction(step)} northern season of that name", unit=name, at=at, bare_month=True)


def bare_season(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    return Sense(because="no year written: the nearest northern season of that name", unit=name, bare_month=True,
                 at=_nearest(lambda year: reckoning.season(name, year)))


def holiday(name: str) -> Sense:
    """A day known by its name; lunar feasts stay open."""
    known = vocabulary("holidays")[name]
    if "on" in known:
        return named(DateInterval.day(known["on"]), "day", "a day of history known by its name")
    if "moon" in known:
        return Sense(because=f"{known['moon']}, whose days are announced by sighting of the moon")

    def of_year(year: int) -> DateInterval:
        if "easter" in known:
            return DateInterval.day(reckoning.easter(year) + timedelta(days=known["easter"]))
        return DateInterval.day(date(year, known["month"], known["day"]))

    return Sense(because="a feast known by its name: the nearest one", at=_nearest(of_year), bare_month=True)


def _nearest(of_year: Callable[[int], DateInterval]) -> Reading:
    """The one under way or last begun, or, when the clause looks ahead, under way or next to end."""

    def at(day: date, ahead: bool) -> DateInterval | None:
        near = [of_year(year) for year in range(day.year - 1, day.year + 2)]
        if ahead:
            return next((one for one in near if one.last >= day), None)
        return next((one for one in reversed(near) if one.start <= day), None)

    return at


def _stepped(of_year: Callable[[int], DateInterval | None], step: int) -> Reading:
    """The last one ended before the day's month, the one of its year, or the next one begun after it."""

    def at(day: date, ahead: bool) -> DateInterval | None:
        if step == 0:
            return of_year(day.year)
        near = [one for year in range(day.year - 5, day.year + 6) if (one := of_year(year))]
        if step < 0:
            return next((one for one in reversed(near) if one.last < day), None)
        return next((one for one in near if one.start > day), None)

    return at


def _yearless(month: int, number: int, weekday: int | None) -> Reading:
    def at(day: date, ahead: bool) -> DateInterval | None:
        days = [found for year in range(day.year - 8, day.year + 9) if (found := _day(year, month, number))]
        if weekday is not None and any(abs(one - day).days < 4000 and one.weekday() == weekday for one in days):
            days = [one for one in days if one.weekday() == weekday]
            return DateInterval.day(min(days, key=lambda one: (abs(one - day), one)))
        back = max((one for one in days if one <= day), default=None)
        on = min((one for one in days if one >= day), default=None)
        if on and (ahead or back is None or (day - back).days > FURTHEST_BACK_DAYS):
            return DateInterval.day(on)
        return back and DateInterval.day(back)

    return at


def _exact(year: int, month: int, day: int, because: str) -> Sense | None:
    found = _day(year, month, day)
    return found and named(DateInterval.day(found), "day", because)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _as_days(year: int, month: int, day: int) -> DateInterval | None:
    found = _day(year, month, day)
    return found and DateInterval.day(found)


def _century(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def _direction(step: int | None) -> str:
    return {-1: "last", 0: "current", 1: "next"}[step or 0]
