"""An indicator in time: what it read, whether it was crossed, and on what that rested."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from brink.case.counted import Counted
from brink.case.parts.base import Window
from brink.case.parts.watch import Indicator
from brink.dates.months import Month
from brink.watch.windows import ahead

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Step:
    """One day on which an indicator is read: a month's last for series, any change of the count for rows."""

    day: date
    count: float
    """What was counted in the window; nan when unknown."""
    value: float
    """What is held against the threshold; nan when it cannot be told."""
    may_cross: bool
    """Whether what else the rule asks for is met: its floor, its record, a whole baseline."""
    crossed: bool
    surely: bool
    """Whether it is crossed without rows that are in doubt."""
    off: bool
    """Whether it is beyond the level at which it goes off."""
    sources: int
    """Independent sources of the rows that are not in doubt; 0 for series."""
    months: tuple[Month, ...] = ()
    rows: tuple[str, ...] = ()
    """Ids of the rows in the window."""


@dataclass(frozen=True, slots=True)
class Track:
    """Every step from where the indicator can first be read up to the as-of date."""

    steps: tuple[Step, ...]
    rows: tuple[Counted, ...]
    """Every row that is counted at any time, also those that fit no day."""
    unplaced: int
    """Rows that fit no day and so are never counted."""
    blind: str | None
    """Why it cannot be read now, if it cannot."""


@dataclass(frozen=True, slots=True)
class Episode:
    """From the step at which it fires to the one at which it is off again."""

    first: int
    end: int | None
    """The step at which it was off again, or None while it lasts."""


def is_crossed(value: float, indicator: Indicator) -> bool:
    """Whether a value is on the threshold's far side; an unknown one is not."""
    if np.isnan(value):
        return False
    if indicator.direction == "at least":
        return value >= indicator.threshold
    return value <= indicator.threshold


def is_off(value: float, indicator: Indicator) -> bool:
    """Whether a value has gone back so far that the episode is over; an unknown one has not.

    At least 10 with `off_at` 0.5 is off below 5; at most 10 is off above 20.
    """
    if np.isnan(value):
        return False
    if indicator.direction == "at least":
        return value < indicator.threshold * indicator.off_at or (indicator.threshold == 0 and value < 0)
    return value > indicator.threshold / indicator.off_at if indicator.off_at else False


def episodes(steps: Iterable[Step], cool_down: Window) -> list[Episode]:
    """Firings on what is not in doubt: on at the threshold, off beyond `off`, then silent for a while."""
    found: list[Episode] = []
    begun: int | None = None
    silent_until = date.min
    for i, step in enumerate(steps):
        if begun is None and step.surely and step.day >= silent_until:
            begun = i
        elif begun is not None and step.off and not step.surely:
            found.append(Episode(begun, i))
            begun, silent_until = None, ahead(step.day, cool_down)
    if begun is not None:
        found.append(Episode(begun, None))
    return found
