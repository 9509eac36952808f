"""How long the time lasts that words name, whatever is unknown about the day of writing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from brink.code.passage import Passage, Setting
from brink.dates import DateInterval
from brink.dates.expressions import DateExpression, find_dates

Stretches = Mapping[tuple[int, int], DateInterval]
"""The days that a date's words (first character, past the last) name, read on one day of writing."""


def stretches(passage: Passage, setting: Setting) -> Stretches:
    """The dates of a passage as one who knew the day of writing would read them; their lengths count.

    In a story of some day between 2016 and 2017 "on Thursday" may be any of 365 days, and is one.
    """
    if setting.date is None or setting.date.days == 1:
        return {}
    day = DateInterval(setting.date.start, setting.date.start + timedelta(days=1))
    read = find_dates(passage.doc.legible.even, anchor=day)
    return {(one.start, one.end): one.interval for one in read if one.interval is not None}


def stretch_of(read: DateExpression, known: Stretches) -> DateInterval | None:
    return known.get((read.start, read.end), read.interval)
