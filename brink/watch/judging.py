"""By what a firing is judged: whether the outcome that it warns of followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from brink.case.parts.watch import Followed, Indicator
from brink.case.series import MonthlySeries
from brink.case.view import View
from brink.dates.months import month_of
from brink.errors import NotInCase
from brink.watch.outcomes import AHEAD, BEHIND, de_escalations, escalations, onsets
from brink.watch.reading import Floats
from brink.watch.tracks import active_series

Came = Literal["right", "false", "open", "not judged"]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    of: int
    hits: int

    @property
    def value(self) -> float:
        """The share; nan of nothing."""
        return self.hits / self.of if self.of else float("nan")

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.hits} of {self.of})" if self.of else "none to judge"


@dataclass(frozen=True, slots=True)
class Judge:
    """Whether the outcome followed each month of a series."""

    rule: Followed
    series: MonthlySeries
    followed: Floats
    words: str

    def at(self, day: date) -> Came:
        """What came of a firing on a day; `open` until the months that decide have passed."""
        t = month_of(day) - self.series.first
        if t >= len(self.followed) - AHEAD:
            return "open"
        if t < 0 or np.isnan(self.followed[t]):
            return "not judged"
        return "right" if self.followed[t] else "false"

    def means(self, day: date) -> tuple[float | None, float | None]:
        """Means of the twelve months up to a day's and of the three after it."""
        month = month_of(day)
        before = self.series.window(month - BEHIND + 1, month + 1)
        after = self.series.window(month + 1, month + 1 + AHEAD)
        return _known_mean(before), _known_mean(after)

    def base_rate(self, first: date, last: date) -> Share:
        """In how many of the months between two days the outcome followed, whatever fired."""
        low, high = (month_of(day) - self.series.first for day in (first, last))
        span = self.followed[max(0, low) : max(0, high + 1)]
        known = span[~np.isnan(span)]
        return Share(known.size, int(known.sum()))


def judge_of(view: View, indicator: Indicator) -> Judge | None:
    """By what an indicator's firings are judged; None where no series of the case tells."""
    rule = indicator.outcome or (Followed() if indicator.counts.series else None)
    if rule is None:
        return None
    source = rule.series or indicator.counts.series
    field = rule.field or (indicator.counts.field if rule.series is None else None)
    assert source is not None
    try:
        series = active_series(view, source, field)
    except NotInCase:
        return None
    read = {"escalation": escalations, "onset": onsets, "de-escalation": de_escalations}[rule.kind]
    words = {
        "escalation": f"escalation of {series.name}: the next three months have a mean of at least "
        f"twice that of the twelve before, and of at least {rule.floor:g}",
        "onset": f"onset on {series.name}: {rule.floor:g} or more in one of the next twelve months, "
        "after 24 quiet ones",
        "de-escalation": f"de-escalation of {series.name}: the next three months have half the mean "
        f"of the twelve before or less, which was at least {rule.floor:g}",
    }[rule.kind]
    return Judge(rule, series, read(series.counts, rule.floor), words)


def _known_mean(counts: Floats) -> float | None:
    return None if np.isnan(counts).any() else float(counts.mean())
