"""What an indicator would have said in the past, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

import numpy as np

from brink.case.parts.watch import Indicator
from brink.case.view import View
from brink.dates.months import month_label, month_of
from brink.watch.judging import Came, Judge, Share, judge_of
from brink.watch.outcomes import episodes as outcome_months
from brink.watch.track import Episode, Step, Track, episodes, is_crossed, is_off

LEAD_MONTHS = 12
"""A firing longer before an outcome than this did not announce it."""
LEAST_FIRINGS = 5
LEAST_MONTHS = 60
"""Firings and months of past below which precision is not told."""
BUDGET_A_YEAR = 1.0
"""Firings a year at which rules are compared."""


@dataclass(frozen=True, slots=True)
class Firing:
    """One time it went off, how long it stayed on, and what came of it."""

    on: date
    until: date | None
    value: float
    rows: tuple[str, ...]
    came: Came
    before: float | None
    """Mean of the twelve months up to it on the series it is judged by."""
    after: float | None
    """Mean of the three months that followed."""


@dataclass(frozen=True, slots=True)
class AtBudget:
    """The rule at the threshold that keeps it to a fixed number of firings a year."""

    threshold: float
    precision: Share
    longest_false_streak: int


@dataclass(frozen=True, slots=True)
class Replay:
    """An indicator's past: how often it fired, and how far one could have relied on it."""

    first: date
    last: date
    firings: tuple[Firing, ...]
    judged_by: str
    precision: Share
    base_rate: Share
    """Of all months, those the outcome followed: what a firing at random would reach."""
    recall: Share
    """Of all outcomes, those that a firing came before by at most twelve months."""
    lead_months: float | None
    """Median months from the firing to the outcome it announced."""
    longest_false_streak: int
    at_budget: AtBudget | None
    cannot_judge: str | None
    """Why precision is not told, when it is not."""

    @property
    def years(self) -> float:
        return max((self.last - self.first).days + 1, 1) / 365.25

    @property
    def per_year(self) -> float:
        return len(self.firings) / self.years


def replay(view: View, indicator: Indicator, track: Track) -> Replay | None:
    """Run an indicator over its own past, or None when it has none."""
    if not track.steps:
        return None
    went_off = episodes(track.steps, indicator.cool_down)
    judge = judge_of(view, indicator)
    firings = tuple(_firing(track.steps, episode, judge) for episode in went_off)
    first, last = track.steps[0].day, track.steps[-1].day
    months = month_of(last) - month_of(first) + 1
    judged = [firing for firing in firings if firing.came in ("right", "false")]
    why_not = _cannot_judge(indicator, judge, judged, months)
    recall, lead = _announced(judge, firings, first)
    return Replay(
        first=first,
        last=last,
        firings=firings,
        judged_by=judge.words if judge else "nothing: it names no series on which an outcome could be read",
        precision=Share(len(judged), sum(firing.came == "right" for firing in judged)),
        base_rate=judge.base_rate(first, last) if judge else Share(0, 0),
        recall=recall,
        lead_months=lead,
        longest_false_streak=_false_streak(judged),
        at_budget=_at_budget(indicator, track, judge) if judge and not why_not else None,
        cannot_judge=why_not,
    )


def _firing(steps: Sequence[Step], episode: Episode, judge: Judge | None) -> Firing:
    step = steps[episode.first]
    before, after = judge.means(step.day) if judge else (None, None)
    return Firing(
        on=step.day,
        until=steps[episode.end].day if episode.end is not None else None,
        value=step.value,
        rows=step.rows or tuple(month_label(month) for month in step.months),
        came=judge.at(step.day) if judge else "not judged",
        before=before,
        after=after,
    )


def _false_streak(judged: Sequence[Firing]) -> int:
    longest = run = 0
    for firing in judged:
        run = run + 1 if firing.came == "false" else 0
        longest = max(longest, run)
    return longest


def _cannot_judge(
    indicator: Indicator, judge: Judge | None, judged: Sequence[Firing], months: int
) -> str | None:
    if indicator.counts.series is None and months < LEAST_MONTHS:
        return f"cannot be judged: {months} months of reporting"
    if judge is None:
        return "cannot be judged: it names no outcome"
    if len(judged) < LEAST_FIRINGS:
        return f"cannot be judged: {len(judged)} firings with a known outcome in {months} months"
    return None


def _announced(judge: Judge | None, firings: Sequence[Firing], first: date) -> tuple[Share, float | None]:
    """Recall and lead time: for each outcome the earliest firing up to twelve months before it began."""
    if judge is None:
        return Share(0, 0), None
    begun = [judge.series.first + t for t in outcome_months(judge.followed)]
    begun = [month for month in begun if month > month_of(first)]
    leads = []
    for month in begun:
        ahead = [month - month_of(f.on) for f in firings if 0 <= month - month_of(f.on) <= LEAD_MONTHS]
        if ahead:
            leads.append(max(ahead))
    return Share(len(begun), len(leads)), median(leads) if leads else None


def _at_budget(indicator: Indicator, track: Track, judge: Judge) -> AtBudget | None:
    """The threshold that fires most often without passing `BUDGET_A_YEAR` times a year on this past."""
    values = sorted({step.value for step in track.steps if np.isfinite(step.value)})
    years = max((track.steps[-1].day - track.steps[0].day).days / 365.25, 1)
    ordered = values if indicator.direction == "at least" else values[::-1]
    most: list[Episode] = []
    at = 0.0
    for threshold in ordered[:: max(1, len(ordered) // 60)]:
        went_off = _fired_at(indicator, track, threshold) if threshold > 0 else []
        if len(most) < len(went_off) <= BUDGET_A_YEAR * years:
            most, at = went_off, threshold
    if not most:
        return None
    firings = [_firing(track.steps, episode, judge) for episode in most]
    judged = [firing for firing in firings if firing.came in ("right", "false")]
    right = sum(firing.came == "right" for firing in judged)
    return AtBudget(at, Share(len(judged), right), _false_streak(judged))


def _fired_at(indicator: Indicator, track: Track, threshold: float) -> list[Episode]:
    other = indicator.model_copy(update={"threshold": threshold})
    steps = [
        replace(s, surely=s.may_cross and is_crossed(s.value, other), off=is_off(s.value, other))
        for s in track.steps
    ]
    return episodes(steps, indicator.cool_down)
