"""A date known only so well: an interval of days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "days", "week", "month", "season", "year", "years"]


@dataclass(frozen=True, slots=True, order=True)
class DateInterval:
    """Days from `start` up to but not including `end`.

    "April 2022" is the whole month, never its first day. In files and listings an
    interval is written with its first and its *last* day: `2022-04-01/2022-04-30`.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"an interval must hold a day, got {self.start} up to {self.end}")

    @classmethod
    def day(cls, on: date) -> DateInterval:
        return cls(on, on + timedelta(days=1))

    @classmethod
    def month(cls, year: int, month: int) -> DateInterval:
        first = date(year, month, 1)
        return cls(first, first + timedelta(days=calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> DateInterval:
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def parse(cls, iso: str) -> DateInterval:
        """Read `2022-04-01/2022-04-30`, `2022-04-01`, `2022-04` or `2022`.

        Raises
        ------
        ValueError
            When the text is none of these.
        """
        first, _, last = iso.strip().partition("/")
        head = cls._one(first)
        return head if not last else cls(head.start, cls._one(last).end)

    @classmethod
    def _one(cls, iso: str) -> DateInterval:
        parts = iso.split("-")
        if len(parts) == 1:
            return cls.year(int(parts[0]))
        if len(parts) == 2:
            return cls.month(int(parts[0]), int(parts[1]))
        return cls.day(date.fromisoformat(iso))

    @property
    def last(self) -> date:
        """The last day inside."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def precision(self) -> Precision:
        """How well the date is known, by its length."""
        if self.days == 1:
            return "day"
        if self.days < 7:
            return "days"
        if self.days < 28:
            return "week"
        if self.days <= 31:
            return "month"
        if self.days < 360:
            return "season"
        return "year" if self.days <= 366 else "years"

    def overlaps(self, other: DateInterval) -> bool:
        return self.start < other.end and other.start < self.end

    def iso(self) -> str:
        """First and last day, as listings print it."""
        return f"{self.start.isoformat()}/{self.last.isoformat()}"

    def __str__(self) -> str:
        return self.iso()
