"""The quarter that ends with the as-of date, the one before it, and what was reported of each."""

from __future__ import annotations

from datetime import date, timedelta

from brink.case.view import View
from brink.code.incidents import Incident
from brink.dates import DateInterval

WINDOW_DAYS = 91
FACT = ("happened", "ongoing")


def attacks_in(view: View, window: DateInterval) -> list[Incident]:
    """Reported attacks whose first day falls into the window and whose month is known."""
    return [
        i
        for i in view.happenings
        if i.type == "ASSAULT"
        and i.status in FACT
        and i.date
        and i.date.days <= 31
        and falls_in(i.date.start, window)
    ]


def falls_in(day: date, window: DateInterval) -> bool:
    return window.start <= day < window.end


def windows(as_of: date) -> tuple[DateInterval, DateInterval]:
    """The quarter that ends with the as-of date and the one before it."""
    end = as_of + timedelta(days=1)
    middle = end - timedelta(days=WINDOW_DAYS)
    return DateInterval(middle, end), DateInterval(middle - timedelta(days=WINDOW_DAYS), middle)


def reports_in(view: View, window: DateInterval) -> int:
    """Independent reports published in the window."""
    return len({view.families[s.id].id for s in view.stories if s.date and falls_in(s.date.start, window)})
