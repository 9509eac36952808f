"""Words before a date that take a part of it: early March, the end of 2021, later this month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Parts, Sense
from brink.dates.words import vocabulary

Cut = Callable[[DateInterval, date], DateInterval | None]


def third(parts: Parts, whole: Sense) -> Sense | None:
    which = parts.value("t", "THIRD")
    if whole.unit == "day":
        return replace(whole, kind="time", part="") if which != 1 else None
    return _cut(
        whole, lambda days, _: reckoning.third(days, which), f"its {('early', 'middle', 'late')[which]} third"
    )


def edge(parts: Parts, whole: Sense) -> Sense | None:
    which = parts.value("e", "EDGE")
    return _cut(whole, lambda days, _: reckoning.edge(days, which), f"its {('first', 'last')[which]} sixth")


def clipped(parts: Parts, whole: Sense) -> Sense | None:
    """A date up to the day of writing ("earlier this week"), or from it on ("later this month")."""
    back = "s" in parts

    def clip(days: DateInterval, day: date) -> DateInterval | None:
        if days.days == 1 or not days.start <= day < days.end:
            return days
        return DateInterval(days.start, day + timedelta(days=1)) if back else DateInterval(day, days.end)

    return _cut(whole, clip, "up to the day of writing" if back else "from the day of writing on")


def halved(parts: Parts, whole: Sense) -> Sense | None:
    number = parts.ordinal()
    if number not in (1, 2) or whole.unit not in ("year", "decade", "century", "month", "quarter"):
        return None

    def half(days: DateInterval, _: date) -> DateInterval:
        if whole.unit == "year":
            return reckoning.months(days.start.year, 1 if number == 1 else 7, 6)
        middle = days.start + timedelta(days=days.days // 2)
        return DateInterval(days.start, middle) if number == 1 else DateInterval(middle, days.end)

    return replace(_cut(whole, half, f"half {number}"), unit="half" if whole.unit == "year" else "part")


def counted_off(parts: Parts, whole: Sense) -> Sense | None:
    """So many units at one end of a date: the first three months of 2022, the last days of June."""
    unit = parts.unit()
    number = parts.ordinal()
    count = parts.count() or ((1, 1) if parts.low("u") == unit else vocabulary()["recent_plural"])
    if number not in (1, -1) or unit in ("hour", "minute", "second"):
        return _nth(parts, whole) if number > 1 and count == (1, 1) else None

    def cut(days: DateInterval, _: date) -> DateInterval:
        inside = count[1]
        if number == 1:
            return DateInterval(days.start, min(days.end, reckoning.shift(days.start, inside, unit)))
        return DateInterval(max(days.start, reckoning.shift(days.end, -inside, unit)), days.end)

    return _cut(whole, cut, f"its {'first' if number == 1 else 'last'} {count[1]:g} {unit}s")


def _nth(parts: Parts, whole: Sense) -> Sense | None:
    """One unit counted from the first day of a date: the second week of May."""
    unit, number = parts.unit(), parts.ordinal()
    if unit not in ("day", "week", "month", "year", "decade"):
        return None

    def cut(days: DateInterval, _: date) -> DateInterval | None:
        start = reckoning.shift(days.start, number - 1, unit)
        end = min(days.end, reckoning.shift(start, 1, unit))
        return DateInterval(start, end) if start < end else None

    return _cut(whole, cut, f"its {unit} number {number}")


def part_of_day(parts: Parts, whole: Sense) -> Sense | None:
    if whole.unit != "day":
        return None
    return replace(whole, kind="time", part="T" + parts.letters("p", "PART"))


def _cut(whole: Sense, cut: Cut, words: str) -> Sense:
    reading = whole.at

    def at(day: date, ahead: bool) -> DateInterval | None:
        days = reading(day, ahead) if reading else None
        return days and cut(days, day)

    apart = whole.apart
    return replace(
        whole,
        at=at if reading else None,
        because=f"{whole.because}, {words}",
        apart=(lambda day: cut(apart(day), day) or apart(day)) if apart else None,
    )
