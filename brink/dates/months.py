"""Calendar months as whole numbers, so that series and horizons can be counted."""

from __future__ import annotations

import re
from datetime import date

from brink.dates.interval import DateInterval

FIRST_YEAR = 1980
"""Month 1 is January 1980, as in the VIEWS data (Hegre et al. 2021, JPR 58(3))."""
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-\d{2})?")

Month = int
"""A month's number: 1 is January 1980, 516 is December 2022."""


def month_number(year: int, month: int) -> Month:
    """The number of a calendar month.

    >>> month_number(2022, 12)
    516
    """
    return (year - FIRST_YEAR) * 12 + month


def month_of(day: date) -> Month:
    """The month a day lies in."""
    return month_number(day.year, day.month)


def last_whole_month(as_of: date) -> Month:
    """The last month that has ended by the close of a day.

    >>> last_whole_month(date(2022, 12, 31)), last_whole_month(date(2022, 12, 30))
    (516, 515)
    """
    month = month_of(as_of)
    return month if month_interval(month).last == as_of else month - 1


def month_interval(month: Month) -> DateInterval:
    """The days of a month."""
    years, before = divmod(month - 1, 12)
    return DateInterval.month(FIRST_YEAR + years, before + 1)


def month_label(month: Month) -> str:
    """A month as `2022-12`."""
    return f"{month_interval(month).start:%Y-%m}"


def month_words(month: Month) -> str:
    """A month as `December 2022`."""
    return f"{month_interval(month).start:%B %Y}"


def parse_month(text: str) -> Month:
    """The number of a month written `2022-12` or as a day in it.

    Raises
    ------
    ValueError
        When the text is neither.
    """
    match = _ISO.fullmatch(text.strip())
    if match is None or not 1 <= int(match[2]) <= 12:
        raise ValueError(f"{text!r} is not a month; write it as 2022-12")
    return month_number(int(match[1]), int(match[2]))
