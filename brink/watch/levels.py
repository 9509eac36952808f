"""How loudly an indicator speaks at each step: clear, watch, warning or alarm, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from brink.case.parts.watch import Indicator
from brink.case.view import View
from brink.dates.months import Month, month_of
from brink.watch.changes import change_months, short_run
from brink.watch.outcomes import AHEAD, escalations
from brink.watch.reading import Floats
from brink.watch.track import Episode, Track, episodes
from brink.watch.tracks import active_series

Level = Literal["clear", "watch", "warning", "alarm"]
LEVELS: tuple[Level, ...] = ("clear", "watch", "warning", "alarm")
CHANGED = 0.5
"""Probability that the present regime is younger than three months from which a surge is an alarm."""
SOURCES = 2
"""Independent sources from which rows may raise an alarm."""
TIMES_BASE = 2.0
PRIOR_CASES = 4.0
"""Weight of the base rate against what followed like months, in months."""
MOST_A_YEAR = 4.0
"""A tripwire that fired more often than this up to a day may warn on it but not alarm."""
LEAST_PAST_DAYS = 365
"""Days an indicator must have been replayed over before it may alarm."""


@dataclass(frozen=True, slots=True)
class Leveled:
    """The level of each step, and the numbers it was read from."""

    levels: tuple[Level, ...]
    changed: Floats | None
    """P(run length < 3 months) at each step, for series."""
    escalates: Floats | None
    """P(escalation follows) at each step by what followed like months before, for series."""
    base: Floats | None
    why: tuple[str, ...]
    """Why the last step has its level."""
    changes: tuple[Month, ...]
    """Months with which a new regime of the series began, as seen at the end."""


def leveled(view: View, indicator: Indicator, track: Track) -> Leveled:
    """Levels of every step, each as it would have been shown then; none alarms without a year of past."""
    changed, changes = _changed(view, indicator, track)
    escalates, base = _escalates(view, indicator, track) if changed is not None else (None, None)
    went_off = episodes(track.steps, indicator.cool_down)
    levels: list[Level] = []
    why: tuple[str, ...] = ()
    for i in range(len(track.steps)):
        level, why = _level(indicator, track, i, went_off, changed, escalates, base)
        levels.append(level)
    return Leveled(tuple(levels), changed, escalates, base, why, changes)


def _level(
    indicator: Indicator,
    track: Track,
    i: int,
    went_off: Sequence[Episode],
    changed: Floats | None,
    escalates: Floats | None,
    base: Floats | None,
) -> tuple[Level, tuple[str, ...]]:
    step = track.steps[i]
    if step.surely:
        quiet = _may_not_alarm(track, i, went_off)
        if quiet is not None:
            return "warning", ("crossed", quiet)
        if indicator.reads == "exceedance":
            return "warning", (f"forecast: {step.value:.0%} for {indicator.exceeds:g} or more",)
        return _crossed(step.sources, None if changed is None else float(changed[i]))
    if step.crossed:
        return "watch", ("crossed only if rows that are in doubt are counted",)
    if any(e.first <= i and (e.end is None or i < e.end) for e in went_off):
        return "watch", (f"was crossed and is not yet below {indicator.off_at:g} of the threshold",)
    if escalates is not None and base is not None and escalates[i] >= TIMES_BASE * base[i] > 0:
        said = f"escalation followed {escalates[i]:.0%} of months like this one before, {base[i]:.0%} of all"
        return "watch", (said,)
    if changed is None and indicator.threshold > 1 and _half_way(indicator, step.value):
        return "watch", ("half-way to the threshold",)
    return "clear", ()


def _may_not_alarm(track: Track, i: int, went_off: Sequence[Episode]) -> str | None:
    """Why the past up to a step does not let it alarm, if so."""
    days = (track.steps[i].day - track.steps[0].day).days
    if days < LEAST_PAST_DAYS:
        return f"replayed on {days} days only, so no alarm"
    per_year = sum(episode.first <= i for episode in went_off) / (days / 365.25)
    if per_year > MOST_A_YEAR:
        return f"it fires {per_year:.1f} times a year, too often to alarm"
    return None


def _crossed(sources: int, changed: float | None) -> tuple[Level, tuple[str, ...]]:
    if changed is not None:
        said = f"P(the regime is younger than three months) = {changed:.2f}"
        if changed >= CHANGED:
            return "alarm", ("crossed", said)
        return "warning", ("crossed", f"{said}, under {CHANGED:g}, so no alarm")
    if sources >= SOURCES:
        return "alarm", (f"crossed by rows of {sources} independent sources",)
    return "warning", ("crossed by rows of one independent source; an alarm needs two",)


def _half_way(indicator: Indicator, value: float) -> bool:
    if np.isnan(value):
        return False
    if indicator.direction == "at least":
        return value >= indicator.threshold / 2
    return value <= indicator.threshold * 2


def _changed(view: View, indicator: Indicator, track: Track) -> tuple[Floats | None, tuple[Month, ...]]:
    if indicator.counts.series is None or not track.steps:
        return None, ()
    series = active_series(view, indicator.counts.series, indicator.counts.field)
    short = short_run(series.counts)
    changes = tuple(series.first + t for t in change_months(series.counts))
    return np.array([short[month_of(step.day) - series.first] for step in track.steps]), changes


def _escalates(view: View, indicator: Indicator, track: Track) -> tuple[Floats, Floats]:
    """At each step, how often escalation followed earlier steps at least this near the threshold.

    "Near" is at half the threshold or beyond it, or short of that. The share is drawn to the base
    rate of all earlier steps with the weight of `PRIOR_CASES`; only outcomes known by then count.
    """
    assert indicator.counts.series is not None
    series = active_series(view, indicator.counts.series, indicator.counts.field)
    floor = indicator.outcome.floor if indicator.outcome else 25.0
    followed = escalations(series.counts, floor)
    near = np.array([_half_way(indicator, step.value) for step in track.steps])
    came = np.array([followed[month_of(step.day) - series.first] for step in track.steps])
    share, base = np.full(len(near), np.nan), np.full(len(near), np.nan)
    for i in range(len(near)):
        known = np.flatnonzero(~np.isnan(came[: max(0, i - AHEAD + 1)]))
        like = known[near[known] == near[i]]
        if known.size:
            base[i] = came[known].mean()
            share[i] = (came[like].sum() + PRIOR_CASES * base[i]) / (like.size + PRIOR_CASES)
    return share, base
