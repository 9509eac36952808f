"""Dates that name a day, a month, a season or a year."""

from __future__ import annotations

import re
from datetime import date

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Parts, Sense, named
from brink.dates.words import vocabulary
from brink.dates.yearless import as_days, day_of, direction, exact, full_year, nearest, stepped, yearless


def iso_day(parts: Parts) -> Sense | None:
    year, month, day = (int(part) for part in re.split(r"[-/]", parts.low("iso")))
    return exact(year, month, day, "written as a full date")


def numeric_day(parts: Parts) -> Sense | None:
    """16/12/2022: the part above twelve is the day; when neither is, both readings stay open."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", parts.low("numeric")))
    year = year if year > 99 else full_year(year)
    if "." in parts.low("numeric") or first > 12 or first == second:
        return exact(year, second, first, "written in figures, day first")
    if second > 12:
        return exact(year, first, second, "written in figures, month first")
    readings = sorted((day_of(year, second, first), day_of(year, first, second)), key=lambda d: d or date.min)
    if None in readings:
        return None
    earliest, latest = readings[0] or date.min, readings[1] or date.min
    return Sense(
        because="in figures, and either number may be the month: both readings are kept",
        unit="days",
        at=lambda _day, _ahead: reckoning.span(earliest, latest),
        free=True,
    )


def named_day(parts: Parts) -> Sense | None:
    day = int(parts.number("d")) if "d" in parts else parts.ordinal()
    month = parts.value("m", "MONTH")
    if "y" in parts:
        return exact(int(parts.number("y")), month, day, "a full date")
    if "s" in parts:
        return exact(full_year(int(parts.number("s"))), month, day, "a full date")
    if not 1 <= day <= 31 or day_of(2000, month, day) is None:
        return None
    if parts.step() is not None and "w" not in parts:
        pick = stepped(lambda year: as_days(year, month, day), parts.step() or 0)
        return Sense(because=f"the {direction(parts.step())} {day}.{month}.", at=pick, bare_month=True)
    weekday = parts.value("w", "WEEKDAY") if "w" in parts else None
    because = "no year written: the nearest such day" + (
        " that falls on that weekday" if "w" in parts else ""
    )
    return Sense(because=because, at=yearless(month, day, weekday), bare_month=True)


def day_of_relative_year(parts: Parts) -> Sense:
    """The 24th of October last year."""
    day = int(parts.number("d")) if "d" in parts else parts.ordinal()
    month, step = parts.value("m", "MONTH"), parts.step() or 0
    return Sense(
        because="a day of a year counted from the day of writing",
        at=lambda writing, _: as_days(writing.year + step, month, day),
    )


def wire_day(parts: Parts) -> Sense | None:
    """A day as old wire copy prints it, 12 JAN 90: only with the month in capitals."""
    if not parts.words.raw(parts.places["m"]).isupper():
        return None
    year = full_year(int(parts.number("s")))
    return exact(year, parts.value("m", "MONTH"), int(parts.number("d")), "a full date")


def day_of_month(parts: Parts) -> Sense | None:
    """The nearest such day back ("the 11th"), or ahead when the clause looks ahead."""
    ordinal = parts.ordinal()
    if (
        not parts.number("o")
        or not 1 <= ordinal <= 31
        or parts.words.before(parts.first) not in vocabulary()["day_after"]
    ):
        return None
    if (
        parts.words.after(parts.last - 1)[:1].isalpha()
        and parts.words.after(parts.last - 1) not in vocabulary()["small_words"]
    ):
        return None

    def at(day: date, ahead: bool) -> DateInterval | None:
        for step in range(14):
            month = reckoning.shift(day.replace(day=1), step if ahead else -step, "month")
            found = day_of(month.year, month.month, ordinal)
            if found and (found >= day if ahead else found <= day):
                return DateInterval.day(found)
        return None

    return Sense(because="the nearest such day of a month", at=at, bare_month=True)


def named_month(parts: Parts) -> Sense:
    year = int(parts.number("y")) if "y" in parts else full_year(int(parts.number("s")))
    return named(DateInterval.month(year, parts.value("m", "MONTH")), "month", "a month with its year")


def bare_month(parts: Parts) -> Sense:
    month = parts.value("m", "MONTH")
    return Sense(
        because="no year written: the nearest such month",
        unit="month",
        bare_month=True,
        at=nearest(lambda year: DateInterval.month(year, month)),
    )


def month_of_year(parts: Parts) -> Sense:
    month, step = parts.value("m", "MONTH"), parts.step() or 0
    return Sense(
        because="a month of a year counted from the day of writing",
        unit="month",
        at=lambda day, _: DateInterval.month(day.year + step, month),
    )


def relative_month(parts: Parts) -> Sense:
    month = parts.value("m", "MONTH")
    return Sense(
        because=f"the {direction(parts.step())} such month",
        unit="month",
        bare_month=True,
        at=stepped(lambda year: DateInterval.month(year, month), parts.step() or 0),
    )


def bare_year(parts: Parts) -> Sense:
    return named(DateInterval.year(int(parts.number("y"))), "year", "a year")


def fiscal_year(parts: Parts) -> Sense:
    year = DateInterval.year(int(parts.number("y")))
    return named(year, "year", "a fiscal year, taken as the calendar year of its name")


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
    return named(
        reckoning.years((number - 1) * 100 + 1, 100), "century", "a century, from its year 1 to its year 00"
    )


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
        return Sense(
            because=f"a {unit} of a year counted from the day of writing",
            unit=unit,
            at=lambda day, _: of_year(day.year + step),
        )
    return Sense(
        because=f"no year written: the latest such {unit}", unit=unit, at=nearest(of_year), bare_month=True
    )


def season_of_year(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    if "y" in parts:
        return named(
            reckoning.season(name, int(parts.number("y"))), name, "a season of the northern hemisphere"
        )
    step = parts.step() or 0
    return Sense(
        because="a northern season of a year counted from the day of writing",
        unit=name,
        at=lambda day, _: reckoning.season(name, day.year + step),
    )


def relative_season(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    step = parts.step() or 0
    if step:
        at = stepped(lambda year: reckoning.season(name, year), step)
    else:

        def at(day: date, _: bool) -> DateInterval | None:
            return reckoning.season(name, day.year - (name == "winter" and day.month < 6))

    return Sense(
        because=f"the {direction(step)} northern season of that name", unit=name, at=at, bare_month=True
    )


def bare_season(parts: Parts) -> Sense:
    name = parts.letters("s", "SEASON")
    return Sense(
        because="no year written: the nearest northern season of that name",
        unit=name,
        bare_month=True,
        at=nearest(lambda year: reckoning.season(name, year)),
    )
