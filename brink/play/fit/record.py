"""What a hindcast found: each forecast scored, chances of fighting between the states, sums."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, last_whole_month, month_interval
from brink.play.fit.scored import Score
from brink.play.model.dated_acts import DatedEvent

Floats = NDArray[np.float64]
HEADLINE = ("own rules", "judged weights")
"""Variant and weights that misses are told against: what was knowable, by the weights the case states."""
WAR = 25.0
"""Deaths between the states that make a month a large clash: UCDP's threshold of a year, in a month."""
RECORD_MONTHS = 24
"""Months of the past record: about as far as a brief looks ahead."""


def freeze_before(as_of: date) -> date:
    """The day at which the model is frozen to see how it did up to the as-of date."""
    return month_interval(last_whole_month(as_of) - RECORD_MONTHS).last


@dataclass(frozen=True, slots=True)
class Chance:
    """Probability of fighting between the states in each month, and of one month at least with 25 deaths."""

    variant: str
    model: str
    brier: float
    monthly: Floats
    large: float | None


@dataclass(frozen=True, slots=True)
class Total:
    """A sum over all months: its 5, 50 and 95 % and what came."""

    series: str
    variant: str
    model: str
    low: float
    mid: float
    high: float
    observed: float

    @property
    def beyond(self) -> bool:
        """Whether what came lay outside the band."""
        return not self.low <= self.observed <= self.high


@dataclass(frozen=True, slots=True)
class Hindcast:
    """What was played, what came, and how far apart they were."""

    as_of: str
    first: Month
    end: Month
    observed: Mapping[str, Floats]
    scores: tuple[Score, ...]
    chances: tuple[Chance, ...]
    totals: tuple[Total, ...]
    judged: Mapping[str, float]
    held_out: Mapping[str, float]
    given: tuple[DatedEvent, ...]
    before: Mapping[str, Floats]
    """The two years before, by series; NaN where nothing was counted."""
    called: Mapping[str, str]
    """Each series with the actors of the case by name."""

    def score(self, series: str, variant: str, model: str) -> Score:
        """How one forecast did on one series.

        Raises
        ------
        KeyError
            When it was not scored.
        """
        for one in self.scores:
            if (one.series, one.variant, one.model) == (series, variant, model):
                return one
        raise KeyError((series, variant, model))

    @property
    def headline(self) -> tuple[Score, ...]:
        """The scores of what was knowable, by the weights that the case states."""
        return tuple(one for one in self.scores if (one.variant, one.model) == HEADLINE)

    @property
    def series(self) -> tuple[str, ...]:
        """The series that were scored."""
        return tuple(dict.fromkeys(one.series for one in self.scores))

    @property
    def large_clash_came(self) -> bool:
        """Whether some month had 25 deaths between the states."""
        return bool((self.observed.get("interstate_deaths", np.zeros(1)) >= WAR).any())
