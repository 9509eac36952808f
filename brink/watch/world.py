"""The same rule on every country or dyad of the world: more past than one conflict has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from brink.case.parts.watch import Followed, Indicator
from brink.case.series import series_key
from brink.case.view import View
from brink.dates.months import Month, last_whole_month, month_label
from brink.watch.judging import Share
from brink.watch.outcomes import escalations
from brink.watch.reading import Floats, is_record, percent_change, window_sums, z_scores
from brink.watch.windows import months_in

if TYPE_CHECKING:
    from brink.forecast.panel import Measure, Panel, UnitKind

RULES = ("level", "change", "record", "z-score")


@dataclass(frozen=True, slots=True)
class OnWorld:
    """How a rule did over all units with any violence, month by month, each from its first event on."""

    units: int
    kind: str
    first: Month
    last: Month
    precision: Share
    """Of the months in which it was crossed, those an escalation followed."""
    base_rate: Share
    recall: Share
    """Of the months an escalation followed, those in which it was crossed."""

    def __str__(self) -> str:
        return (
            f"on {self.units} {self.kind} of the world, {month_label(self.first)} to "
            f"{month_label(self.last)}: an escalation followed {self.precision} of the months in which "
            f"the same rule was crossed, and {self.base_rate} of all; it was crossed in {self.recall} of "
            "the months an escalation followed"
        )


def on_world(view: View, indicator: Indicator) -> OnWorld | None:
    """A rule on monthly series over the world up to the view's date, or None for any other.

    Judged by escalation (next three months at least twice the mean of the last twelve, and the
    floor), with the thresholds that the case set for its own series.
    """
    rule = indicator.outcome or Followed()
    if indicator.counts.series is None or indicator.reads not in RULES or rule.kind != "escalation":
        return None
    if indicator.direction != "at least":
        return None
    key = series_key(view, indicator.counts.series)
    kind, measure = world_of("gwno" in key.where, indicator.counts.field or key.values[0])
    baseline = months_in(indicator.baseline) if indicator.baseline else 0
    return _over_world(
        kind, measure, last_whole_month(view.as_of), indicator.reads, months_in(indicator.window), baseline,
        indicator.floor, indicator.threshold, rule.floor,
    )  # fmt: skip


def world_of(country: bool, field: str) -> tuple[UnitKind, Measure]:
    """Countries for a series of a country, else dyads; events or deaths by the field's name."""
    return "country" if country else "dyad", "events" if "event" in field or "attack" in field else "deaths"


@lru_cache(maxsize=32)
def _over_world(
    kind: UnitKind,
    measure: Measure,
    last: Month,
    reads: str,
    months: int,
    baseline: int,
    floor: float,
    threshold: float,
    outcome_floor: float,
) -> OnWorld:
    from brink.forecast.panel import world

    whole = world(kind, measure=measure)
    panel = whole.until(min(last, whole.end - 1))
    crossed, followed = [], []
    for counts in _active(panel):
        sums = window_sums(counts, months)
        crossed.append(_crossed(sums, reads, months, baseline, floor, threshold))
        followed.append(escalations(counts, outcome_floor))
    on, came = np.concatenate(crossed), np.concatenate(followed)
    judged = ~np.isnan(came) & ~np.isnan(on)
    on, right = on[judged] == 1, came[judged] == 1
    return OnWorld(
        units=len(crossed),
        kind="countries" if kind == "country" else "pairs",
        first=panel.first,
        last=panel.end - 1,
        precision=Share(int(on.sum()), int((on & right).sum())),
        base_rate=Share(right.size, int(right.sum())),
        recall=Share(int(right.sum()), int((on & right).sum())),
    )


def _active(panel: Panel) -> list[Floats]:
    """The counts of every unit from its first month with any; units without one left out."""
    seen = [(counts, np.flatnonzero(counts > 0)) for counts in panel.counts]
    return [counts[months[0] :] for counts, months in seen if months.size]


def _crossed(sums: Floats, reads: str, months: int, baseline: int, floor: float, threshold: float) -> Floats:
    """1 where the rule is crossed, 0 where not, nan where it cannot tell."""
    if reads == "change":
        values, may = percent_change(sums, months, baseline), sums >= floor
    elif reads == "z-score":
        values, may = z_scores(sums, months, baseline), sums >= floor
    elif reads == "record":
        values, may = sums, is_record(sums, months, baseline)
    else:
        values, may = sums, np.ones(len(sums), dtype=bool)
    return np.where(np.isnan(values), np.nan, ((values >= threshold) & may).astype(float))
