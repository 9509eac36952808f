"""The years a forecast is replayed on: what was known, and which months were asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brink.dates.months import Month, month_number
from brink.errors import NotInCase
from brink.forecast.panel import END_MONTH

STEPS = tuple(range(3, 15))
"""Months ahead of the last one known, as in the VIEWS challenge: October to January through December."""
FIRST_YEAR, LAST_YEAR = 2000, 2025
CHOSEN_TO = 2019
"""Members and settings of the pool were chosen on windows up to this year, which therefore flatter it."""


@dataclass(frozen=True, slots=True)
class Window:
    """A forecast as it would have been made: the last month known, and the months ahead of it."""

    label: str
    last_known: Month
    steps: tuple[int, ...] = STEPS

    @property
    def months(self) -> tuple[Month, ...]:
        """The months forecast."""
        return tuple(self.last_known + step for step in self.steps)

    @property
    def clean(self) -> bool:
        """Whether it played no part in choosing the pool."""
        return self.months[0] > month_number(CHOSEN_TO, 12)


TRUE_FUTURE = Window("2024-07..2025-06", month_number(2024, 4))
"""The window that the entrants of the VIEWS challenge could not have seen."""


def yearly(first: int = FIRST_YEAR, last: int = LAST_YEAR) -> tuple[Window, ...]:
    """January to December of each year in [first, last], from data up to October before."""
    return tuple(Window(str(year), month_number(year - 1, 10)) for year in range(first, last + 1))


def parse_windows(text: str) -> tuple[Window, ...]:
    """Windows written `2000..2025`, or one year.

    Raises
    ------
    NotInCase
        When the text is neither, or years lie outside what the panels can replay.
    """
    match = re.fullmatch(r"(\d{4})(?:\.\.(\d{4}))?", text.strip())
    if match is None:
        raise NotInCase(f"windows cannot be {text!r}; write years as 2000..2025")
    first, last = int(match[1]), int(match[2] or match[1])
    if first > last or first < 1995 or month_number(last, 12) >= END_MONTH:
        raise NotInCase(
            f"windows {text} cannot be replayed; years run from 1995 (before, analogues are too few) to "
            f"{LAST_YEAR}, the first not after the last"
        )
    return yearly(first, last)
