"""What happened before the as-of date, as the model takes it: counts, acts, and where they leave us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brink.case.series import monthly_series
from brink.dates.months import Month, last_whole_month
from brink.play.model.binding import model_of
from brink.play.model.dated_acts import (
    DatedEvent,
    dated_events,
    fading,
    in_month,
    share_of_months,
    since,
    struck,
)
from brink.play.model.mechanisms.leaders import RECOVERY
from brink.play.model.mechanisms.strikes import SHOCK_FADES

if TYPE_CHECKING:
    from brink.case.view import View

Floats = NDArray[np.float64]
FIT_MONTHS = 60
"""Five years before the as-of date: long enough for a trend, short enough for one kind of war."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Events and deaths of one series, month by month up to the as-of date, shape (n_months,) each."""

    events: Floats
    deaths: Floats


@dataclass(frozen=True, slots=True)
class History:
    """Months [first, end) before the as-of date; every array has their length."""

    first: Month
    end: Month
    attacks: Counts
    interstate: Counts | None
    first_rival: Counts | None
    second_rival: Counts | None
    acts: tuple[DatedEvent, ...]
    truce: Floats
    """Share of each month under a truce."""
    shock: Floats
    """How near the last strike is, 1 to 0."""
    leaderless: Floats
    """1 in the month of a leader's death, to 0 half a year later."""
    after_takeover: Floats
    """Share of each month after the host came to power; 0 throughout when it did not."""
    released: Floats
    """1 in the month of a prison release."""

    @property
    def months(self) -> int:
        """Number of months."""
        return self.end - self.first


def history_of(view: View, *, months: int = FIT_MONTHS) -> History | None:
    """The history that a case's model is fitted to; None when it names no series.

    Raises
    ------
    BadDefinition
        When the table of acts cannot be read.
    NotInCase
        When a series is not in the case.
    """
    case_model = model_of(view.definition)
    if case_model.fits_to is None:
        return None
    end = last_whole_month(view.as_of) + 1
    first = end - months
    acts = dated_events(view)
    series = {
        key: _counts(view, name, first, end)
        for key, name in case_model.fits_to.model_dump(exclude_none=True).items()
    }
    return History(
        first=first,
        end=end,
        attacks=series["attacks"],
        interstate=series.get("interstate"),
        first_rival=series.get("first_rival"),
        second_rival=series.get("second_rival"),
        acts=acts,
        truce=share_of_months(acts, "truce", first, end),
        shock=fading(struck(acts, first, end), SHOCK_FADES),
        leaderless=fading(in_month(acts, "leader", first, end), RECOVERY),
        after_takeover=since(acts, "takeover", first, end),
        released=in_month(acts, "release", first, end),
    )


def _counts(view: View, name: str, first: Month, end: Month) -> Counts:
    events, deaths = (monthly_series(view, name, field).window(first, end) for field in ("events", "deaths"))
    # A dyad that is not yet in the table had no events that UCDP counted.
    return Counts(np.nan_to_num(events), np.nan_to_num(deaths))
