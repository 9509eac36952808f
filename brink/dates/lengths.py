"""Durations, things that happen again and again, and times of day."""

from __future__ import annotations

from datetime import date

from brink.dates import reckoning
from brink.dates.interval import DateInterval
from brink.dates.relative import length, weekday
from brink.dates.sense import Parts, Sense

WEEKDAY_VALUE = "XXXX-WXX-{}"


def duration(parts: Parts) -> Sense | None:
    """A length of time; never an age, and no days of its own."""
    unit = parts.unit()
    count = parts.count()
    if _is_age(parts) or (count is None and "long" not in parts.words.lower[parts.first : parts.last]):
        return None
    if parts.low("u") in ("second", "quarter", "weekend"):
        return None
    known = parts.number("m") if "m" in parts else count[1] if count and "v" not in parts else None
    if count is None and parts.low("u") == unit:
        known = 1
    return Sense(because="a length of time", kind="duration", fixed=length(known, unit))


def bare_duration(parts: Parts) -> Sense | None:
    """For years: read only after words that measure."""
    if parts.words.before(parts.first) not in _MEASURES or parts.unit() in ("quarter", "second", "minute"):
        return None
    return Sense(because="a length of time, left vague", kind="duration", fixed=length(None, parts.unit()))


_MEASURES = frozenset(
    {
        "for",
        "after",
        "in",
        "within",
        "takes",
        "took",
        "take",
        "lasted",
        "last",
        "of",
        "many",
        "over",
        "than",
        "spent",
        "recent",
    }
)


def _is_age(parts: Parts) -> bool:
    follows = [parts.words.after(parts.last - 1, on) for on in (1, 2)]
    before = parts.words.before(parts.first)
    return "old" in follows or "olds" in follows or before in ("aged", "age", "ages")


def every(parts: Parts) -> Sense | None:
    """Every Friday, each year."""
    if "w" in parts:
        value = WEEKDAY_VALUE.format(parts.value("w", "WEEKDAY") + 1)
    elif "m" in parts:
        value = f"XXXX-{parts.value('m', 'MONTH'):02d}"
    elif "p" in parts:
        value = f"XXXX-XX-XXT{parts.letters('p', 'PART')}"
    else:
        count = (
            parts.number("n")
            if "n" in parts
            else 2
            if "other" in parts.words.lower[parts.first : parts.last]
            else 1
        )
        value = length(count, parts.unit())
    return Sense(because="again and again", kind="set", fixed=value)


def often(parts: Parts) -> Sense | None:
    if parts.words.capital(parts.first) and parts.words.before(parts.first) not in (".", "\n", "”", '"'):
        return None
    return Sense(because="again and again", kind="set", fixed=parts.letters("f", "OFTEN"))


def rate(parts: Parts) -> Sense:
    return Sense(because="so often in that time", kind="set", fixed=length(1, parts.unit()))


def per(parts: Parts) -> Sense | None:
    """A rate when a number or a plural stands before ("$40 a month"), else a duration."""
    unit, words = parts.unit(), parts.words
    article = words.lower[parts.first]
    before = words.before(parts.first)
    if unit in ("second", "quarter") or words.after(parts.last - 1) in (
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "and",
    ):
        return None
    counted = parts.first and (
        words.values[parts.first - 1] > 0
        or before == "%"
        or (len(before) > 3 and before[-1] == "s" and before not in _NOT_PLURAL)
    )
    if article != "per" and not counted:
        return duration(Parts(words, parts.first, parts.last, {**parts.places, "one": parts.first}))
    return Sense(because="so much in that time", kind="set", fixed=length(1, unit))


_NOT_PLURAL = frozenset(
    {
        "lasts",
        "takes",
        "spends",
        "less",
        "plus",
        "versus",
        "thus",
        "across",
        "besides",
        "unless",
        "was",
        "this",
        "needs",
        "gets",
        "has",
        "does",
    }
)


def clock(parts: Parts) -> Sense | None:
    """A time of day; its day is given by a date beside it, else left open."""
    hour, minute = _hour_and_minute(parts)
    late = parts.low("p").startswith("p") if "p" in parts else False
    if "p" in parts:
        hour = hour % 12 + (12 if late else 0)
    if (
        "c" in parts
        and "p" not in parts
        and parts.words.before(parts.first) in ("minute", "score", "scored", "-")
    ):
        return None
    if hour > 24 or minute > 59:
        return None
    return Sense(
        because="a time of day whose day is not said beside it", kind="time", part=f"T{hour:02d}:{minute:02d}"
    )


def _hour_and_minute(parts: Parts) -> tuple[int, int]:
    if "h" in parts:
        return int(parts.number("h")), 0
    hour, minute = parts.low("c").replace(".", ":").split(":")
    return int(hour), int(minute)


def clock_word(parts: Parts) -> Sense:
    return Sense(
        because="a time of day whose day is not said beside it",
        kind="time",
        part=parts.letters("w", "CLOCKWORD"),
    )


def night(_: Parts) -> Sense:
    return Sense(
        because="the night of the day of writing",
        kind="time",
        part="TNI",
        at=lambda day, _: DateInterval.day(day),
    )


def overnight(_: Parts) -> Sense:
    def at(day: date, ahead: bool) -> DateInterval:
        return reckoning.span(
            day if ahead else reckoning.shift(day, -1, "day"), reckoning.shift(day, int(ahead), "day")
        )

    return Sense(because="the night before the day of writing", kind="time", unit="night", at=at)


def day_part(parts: Parts) -> Sense | None:
    """Tuesday morning, last night, late on Sunday."""
    letters = parts.letters("p", "PART") if "p" in parts else "EV" if "l" in parts else ""
    letters = f"T{letters}" if letters else ""
    if "t" in parts and parts.low("t") not in ("early", "late"):
        return None
    if "w" in parts:
        day_of = weekday(Parts(parts.words, parts.first, parts.last, {"w": parts.places["w"]}))
        timely = "p" in parts or "t" in parts
        return Sense(because=day_of.because, kind="time" if timely else "date", part=letters, at=day_of.at)
    days = parts.value("d", "DAYWORD") if "d" in parts else parts.step() or 0
    if "b" in parts and parts.low("p") != "night":
        return None
    return Sense(
        because="counted from the day of writing",
        kind="time",
        part=letters,
        at=lambda day, _: DateInterval.day(reckoning.shift(day, days, "day")),
    )
