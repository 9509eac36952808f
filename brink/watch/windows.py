"""Lengths of time laid back from a day, and as whole months."""

from __future__ import annotations

import calendar
import math
from datetime import date, timedelta

from brink.case.parts.base import Window

_MONTHS = {"month": 1, "year": 12}
_DAYS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}


def back(day: date, length: Window) -> date:
    """The day before the first of a window that ends with `day`.

    A window of a month that ends with the last day of one is that whole month.

    >>> back(date(2022, 12, 31), Window(count=3, unit="month"))
    datetime.date(2022, 9, 30)
    """
    return _shifted(day, length, -1)


def ahead(day: date, length: Window) -> date:
    """The day by which a length of time has passed since `day`."""
    return _shifted(day, length, +1)


def months_in(length: Window) -> int:
    """A length in whole months, at least one; days and weeks are rounded up."""
    if length.unit in _MONTHS:
        return length.count * _MONTHS[length.unit]
    return max(1, math.ceil(length.count * _DAYS[length.unit] / 31))


def days_in(length: Window) -> float:
    """A length in days, months and years at their mean length."""
    return length.count * _DAYS[length.unit]


def _shifted(day: date, length: Window, way: int) -> date:
    if length.unit not in _MONTHS:
        shifted = day.toordinal() + way * length.count * int(_DAYS[length.unit])
        return date.fromordinal(max(1, shifted))
    at = day.year * 12 + day.month - 1 + way * length.count * _MONTHS[length.unit]
    year, month = max(1, at // 12), at % 12 + 1
    longest = calendar.monthrange(year, month)[1]
    ends_a_month = (day + timedelta(days=1)).day == 1
    return date(year, month, longest if ends_a_month else min(day.day, longest))
