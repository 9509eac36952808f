"""A date as metadata states it becomes an interval of days."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from brink.dates import DateInterval

_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for month in names.split()
}
_ISO_INTERVAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")
_ISO_TIME = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[T ]\d{1,2}[:.\d]*.{0,40}", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(T?\d{4,6})?Z?")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_DAY_MONTH = re.compile(
    r"(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b.{0,40}"
)
_MONTH_DAY = re.compile(
    r"(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b.{0,40}"
)
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9})\.?,? (\d{4})")
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


def stated_date(value: object) -> DateInterval | None:
    """The days a metadata value names, or None when it names none beyond doubt.

    The day is the one written, whatever the time zone: that is the paper's own day. Forms in
    which day and month could be exchanged ("03/04/2022") are not read.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return DateInterval.day(value)
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not text or len(text) > 100:
        return None
    try:
        interval = _read(text)
    except (ValueError, OverflowError):
        return None
    within = interval is not None and _FIRST_YEAR <= interval.start.year <= _LAST_YEAR
    return interval if within else None


def _read(text: str) -> DateInterval | None:
    if _ISO_INTERVAL.fullmatch(text):
        return DateInterval.parse(text)
    for pattern in (_ISO_TIME, _COMPACT, _SLASHED):
        if found := pattern.fullmatch(text):
            year, month, day = (int(part) for part in found.groups()[:3])
            return DateInterval.day(date(year, month, day))
    return _read_words(text)


def _read_words(text: str) -> DateInterval | None:
    if found := _DAY_MONTH.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _MONTH_DAY.fullmatch(text):
        return _day(found[3], found[1], found[2])
    if (found := _MONTH_YEAR.fullmatch(text)) and found[1].casefold() in _MONTHS:
        return DateInterval.month(int(found[2]), _MONTHS[found[1].casefold()])
    return DateInterval.day(parsedate_to_datetime(text).date())


def _day(year: str, month: str, day: str) -> DateInterval:
    if month.casefold() not in _MONTHS:
        raise ValueError(f"no month is called {month}")
    return DateInterval.day(date(int(year), _MONTHS[month.casefold()], int(day)))
