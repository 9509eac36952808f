"""Dates counted from the day of writing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.sense import Parts, Sense
from brink.dates.words import vocabulary

DAY = timedelta(days=1)


def day_word(parts: Parts) -> Sense:
    days = parts.value("d", "DAYWORD")
    return Sense(because="counted from the day of writing", at=_moved(days, "day", "day"))


def day_before(parts: Parts) -> Sense:
    return Sense(
        because="counted from the day of writing", at=_moved(2 if "t" in parts else -2, "day", "day")
    )


def present(parts: Parts) -> Sense:
    return Sense(
        because="the day of writing", at=_moved(0, "day", "day"), fixed=parts.letters("r", "PRESENT")
    )


def recent(parts: Parts) -> Sense:
    days = parts.value("r", "RECENT")
    return Sense(
        because=f"a vague word, taken as the last {days} days",
        unit="days",
        fixed="PAST_REF",
        at=lambda day, _: reckoning.span(day - days * DAY, day),
    )


def weekday(parts: Parts) -> Sense:
    """The last or coming day of that name; "next" is in the week after, "this" in the same week."""
    wanted = parts.value("w", "WEEKDAY")
    step = -1 if "b2" in parts else parts.step()
    near = "a2" in parts or (step == 1 and parts.low("a") != "next")

    def at(day: date, ahead: bool) -> DateInterval:
        back = (day.weekday() - wanted) % 7
        if near:
            return DateInterval.day(day + (-back % 7 or 7) * DAY)
        if step == -1:
            return DateInterval.day(day - (back or 7) * DAY)
        if step is not None:
            return DateInterval.day(day + (wanted - day.weekday() + 7 * step) * DAY)
        return DateInterval.day(day + -back % 7 * DAY if ahead else day - back * DAY)

    return Sense(
        because="the day of that name nearest to the day of writing, back or ahead as the clause speaks",
        at=at,
    )


def weekday_of_week(parts: Parts) -> Sense:
    wanted, step = parts.value("w", "WEEKDAY"), parts.step() or 0
    return Sense(
        because="a day of a week counted from the day of writing",
        at=lambda day, _: DateInterval.day(day + (wanted - day.weekday() + 7 * step) * DAY),
    )


def relative_unit(parts: Parts) -> Sense | None:
    """The calendar week before for "last week"; the nearest weekend for "this weekend"."""
    unit = parts.unit()
    if unit in ("hour", "minute", "second"):
        return None
    if "b" in parts and (unit == "day" or parts.words.after(parts.last - 1) == "of"):
        return Sense(because="counted from an event whose day is not given here", unit=unit)
    step = -1 if "k" in parts or "kk" in parts else 0 if "c" in parts else parts.step() or 0
    if unit == "weekend":
        return Sense(because="a weekend counted from the day of writing", unit=unit, at=_weekend(step))
    apart = (lambda day: _whole(day, step, unit)) if "k" in parts or "kk" in parts else None
    return Sense(
        because=f"a calendar {unit} counted from the day of writing",
        unit=unit,
        apart=apart,
        at=lambda day, _: _whole(day, step, unit),
    )


def _whole(day: date, step: int, unit: str) -> DateInterval:
    return reckoning.holding(reckoning.shift(day, step, unit), unit)


def the_weekend(_: Parts) -> Sense:
    return Sense(because="the weekend nearest to the day of writing", unit="weekend", at=_weekend(0))


def _weekend(step: int) -> Callable[[date, bool], DateInterval]:
    def at(day: date, ahead: bool) -> DateInterval:
        this = reckoning.holding(day, "weekend")
        if step > 0 or (step == 0 and (ahead or day >= this.start)):
            return (
                this
                if step == 0 or day < this.start
                else DateInterval(this.start + 7 * DAY, this.end + 7 * DAY)
            )
        return DateInterval(this.start - 7 * DAY, this.end - 7 * DAY)

    return at


def current_unit(parts: Parts) -> Sense | None:
    unit = parts.unit()
    if unit in ("hour", "minute", "second"):
        return None
    return Sense(because=f"the {unit} of writing", unit=unit, at=lambda day, _: _whole(day, 0, unit))


def units_ago(parts: Parts) -> Sense:
    unit = parts.unit() if "u" in parts else parts.words.lower[parts.places["bare"]]
    if "bare" in parts:
        unit = str(vocabulary()["UNITS"][unit])
    low, high = parts.count() or vocabulary()["bare_plural"]
    if low == high:
        return Sense(
            because="counted back from the day of writing",
            unit=grain_of(unit, low),
            at=_moved(-low, unit, unit),
        )
    return Sense(
        because=f"a vague number, taken as {low} to {high} {unit}s back",
        unit="vague",
        fixed="PAST_REF",
        at=lambda day, _: reckoning.span(reckoning.shift(day, -high, unit), reckoning.shift(day, -low, unit)),
    )


def units_ahead(parts: Parts) -> Sense:
    unit = parts.unit()
    low, high = parts.count() or (1, 1)
    if low == high:
        return Sense(
            because="counted on from the day of writing", unit=grain_of(unit, low), at=_moved(low, unit, unit)
        )
    return Sense(
        because=f"a vague number, taken as {low} to {high} {unit}s on",
        unit="vague",
        fixed="FUTURE_REF",
        at=lambda day, _: reckoning.span(reckoning.shift(day, low, unit), reckoning.shift(day, high, unit)),
    )


def window(parts: Parts) -> Sense | None:
    """From so many units before the day of writing through that day: the past eight months."""
    unit = parts.unit()
    if "n" not in parts and parts.low("u") in ("day", "hour", "minute", "second", "weekend"):
        return None
    if parts.words.after(parts.last - 1) == "of":
        return Sense(because="counted from an event whose day is not given here", unit=unit)
    back = "a" not in parts
    vague = parts.count() is None and unit + "s" == parts.low("u")
    most = vocabulary()["recent_plural"][1] if vague else (parts.count() or (1, 1))[1]
    exact = not vague and "v" not in parts
    because = f"up to {most:g} {unit}s {'back' if back else 'on'} from the day of writing"
    return Sense(
        because=because,
        kind="date" if vague else "duration",
        unit="window",
        at=_reach(-most if back else most, unit),
        fixed=("PAST_REF" if back else "FUTURE_REF") if vague else length(most if exact else None, unit),
    )


def recent_units(parts: Parts) -> Sense:
    unit, most = parts.unit(), vocabulary()["recent_plural"][1]
    return Sense(
        because=f"a vague number, taken as up to {most} {unit}s back",
        unit="window",
        fixed="PAST_REF",
        at=_reach(-most, unit),
    )


def this_far(parts: Parts) -> Sense:
    unit = parts.unit()
    return Sense(
        because=f"the {unit} of writing up to the day of writing",
        unit="window",
        at=lambda day, _: DateInterval(reckoning.holding(day, unit).start, day + DAY),
    )


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length of time: P2W, PT24H, P20Y; PXM when the number is open."""
    if unit in ("decade", "century") and count is not None:
        count, unit = count * (10 if unit == "decade" else 100), "year"
    letter = {"fortnight": "W", "weekend": "WE", "decade": "DE", "century": "CE"}.get(unit, unit[0].upper())
    clock = "T" if unit in ("hour", "minute", "second") else ""
    if unit == "fortnight" and count is not None:
        count *= 2
    return f"P{clock}{'X' if count is None else f'{count:g}'}{letter}"


def grain_of(unit: str, count: float) -> str:
    """How finely "so many units ago" is known: half years to the month, the rest to the unit."""
    if unit in ("hour", "minute", "second"):
        return "day"
    if count != int(count):
        return "month" if unit in reckoning.MONTHS_IN else "day"
    return {"fortnight": "week", "weekend": "week", "decade": "years", "century": "years"}.get(unit, unit)


def _moved(count: float, unit: str, grain: str) -> Callable[[date, bool], DateInterval]:
    grain = grain_of(grain, count)

    def at(day: date, _: bool) -> DateInterval:
        there = reckoning.shift(day, count, unit) if unit != "hour" or abs(count) >= 24 else day
        if grain == "years":
            # "two decades ago" is known to within two years.
            return (
                reckoning.years(there.year - 2, 5)
                if unit == "decade"
                else reckoning.holding(there, "century")
            )
        return reckoning.holding(there, grain)

    return at


def _reach(count: float, unit: str) -> Callable[[date, bool], DateInterval]:
    def at(day: date, _: bool) -> DateInterval:
        other = reckoning.shift(day, count, unit)
        return reckoning.span(min(day, other), max(day, other))

    return at
