"""Dates counted from another date of the text: two weeks later, the next day, that year."""

from __future__ import annotations

from brink.dates import reckoning
from brink.dates.relative import grain_of
from brink.dates.sense import Parts, Sense


def units_apart(parts: Parts) -> Sense | None:
    """Two weeks later: counted from another date, or left open when an event follows the words."""
    unit = parts.unit()
    back = "e" in parts
    low, high = parts.count() or (None, None)
    word = parts.words.lower[parts.last - 1]
    follows = parts.words.after(parts.last - 1)
    if word in ("before", "after") and follows not in _CLAUSE_ENDS:
        if low is None:
            return None
        return Sense(because="counted from an event whose day is not given here")
    if low is None or low != high or unit in ("hour", "minute", "second"):
        return None if low is None else Sense(because="too vague to count from another date", unit=unit)
    amount = -low if back else low
    return Sense(
        because="counted from the last date before it in the text",
        unit=grain_of(unit, low),
        apart=lambda day: reckoning.holding(reckoning.shift(day, amount, unit), grain_of(unit, amount)),
    )


def next_unit(parts: Parts) -> Sense | None:
    """The next day, that year: from the last date before it in the text."""
    unit = parts.unit()
    if unit in ("hour", "minute", "second"):
        return None
    word = parts.words.lower[parts.places["u"] - 1]
    step = 0 if word in ("that", "same", "the") else 1
    return Sense(
        because="counted from the last date before it in the text",
        unit=unit,
        apart=lambda day: reckoning.holding(reckoning.shift(day, step, unit), unit),
    )


def beside_event(parts: Parts) -> Sense | None:
    follows = parts.words.after(parts.last - 1)
    if parts.words.lower[parts.last - 1] == "of" or follows == "yesterday":
        return None
    if "u" in parts and parts.unit() in ("hour", "minute", "second", "weekend", "quarter"):
        return None
    if follows in _CLAUSE_ENDS and "u" in parts:
        unit, step = parts.unit(), -1 if parts.words.lower[parts.last - 1] == "before" else 1
        return Sense(
            because="counted from the last date before it in the text",
            unit=unit,
            apart=lambda day: reckoning.holding(reckoning.shift(day, step, unit), unit),
        )
    return Sense(
        because="counted from an event whose day is not given here", kind="time" if "p" in parts else "date"
    )


_CLAUSE_ENDS = frozenset({".", ",", ";", "!", "?", "\n", ")", "and", "but", "when", "as", "”", '"'})
