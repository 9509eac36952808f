"""What date words mean before it is known on which day they were written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from brink.dates.interval import DateInterval
from brink.dates.words import Words, vocabulary

Kind = Literal["date", "duration", "time", "set"]
Reading = Callable[[date, bool], DateInterval | None]
"""The days meant, given a day of writing and whether the clause looks ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning of some words.

    `at` gives the days for a day of writing; `apart` gives them from another date of the
    text ("two weeks later"). With neither, the words name no days, and `because` says why.
    """

    because: str
    kind: Kind = "date"
    unit: str = "day"
    at: Reading | None = None
    apart: Callable[[date], DateInterval] | None = None
    told: Callable[[DateInterval], DateInterval | None] | None = None
    """The days from the whole of another date of the text ("that November")."""
    free: bool = False
    """True when the days are the same whenever this was written."""
    fixed: str | None = None
    """A TIMEX3 value that does not come from the days."""
    part: str = ""
    """TIMEX3 letters for a part of the day or a clock time, after the day's value."""
    bare_month: bool = False
    """True for a day, month or season whose year the words leave out."""


def named(interval: DateInterval, unit: str, because: str) -> Sense:
    """A date that needs no day of writing."""
    return Sense(because=because, unit=unit, at=lambda _day, _ahead: interval, free=True)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that a pattern kept, by name, as places in the text's words."""

    words: Words
    first: int
    last: int
    """One past the last word of the pattern."""
    places: dict[str, int]

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def low(self, name: str) -> str:
        """The lower-case word without the stop of an abbreviation."""
        return self.words.lower[self.places[name]].rstrip(".")

    def number(self, name: str) -> float:
        return self.words.values[self.places[name]]

    def value(self, name: str, kind: str) -> int:
        """The vocabulary's value for the word, as class `kind`."""
        return int(vocabulary()[kind][self.low(name)])

    def letters(self, name: str, kind: str) -> str:
        return str(vocabulary()[kind][self.low(name)])

    def unit(self) -> str:
        word = self.low("u")
        known = vocabulary()
        return str(known["UNIT"].get(word) or known["UNITS"][word])

    def ordinal(self, name: str = "o") -> int:
        """3 for "3rd" and "third", -1 for "last"."""
        value = self.number(name)
        return int(value) if value else int(vocabulary()["ORDINAL"][self.low(name)])

    def step(self) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next", None when no such word stands there."""
        for name, kind in (("b", "BACK"), ("a", "AHEAD"), ("here", "HERE")):
            if name in self:
                return self.value(name, kind)
        return None

    def count(self) -> tuple[float, float] | None:
        """How many units, at least and at most; None when no number stands there."""
        low: tuple[float, float]
        if "n" in self:
            low = (self.number("n"), self.number("n"))
        elif "v" in self:
            fewest, most = vocabulary()["VAGUE"][self.low("v")]
            low = (fewest, most)
        elif "h" in self:
            low = (0.5, 0.5)
        elif "one" in self:
            low = (1, 1)
        else:
            return None
        return (low[0] + 0.5, low[1] + 0.5) if "and2" in self else low
