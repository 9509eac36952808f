"""What each option's effect hangs on most, at the points played: an unknown, both its ends, its grounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import f as f_distribution

from brink.play.answers.answers import Answers
from brink.play.answers.drivers import binned, drawn_unknowns, epsilon_squared, share_alone, tamed
from brink.play.answers.grid import Floats
from brink.play.answers.swing import Swing, known_of, number_row, swing, swing_said
from brink.play.answers.worths_said import CLEAR
from brink.play.model.priors import column
from brink.play.model.variants import MOTIVES

MOST = 2
"""Unknowns told of an option: the first, and one that the noise of the points cannot tell from it."""
BY_CHANCE = 0.01
"""How likely the largest of all shares may be where the effect hangs on none of the unknowns."""
ALIKE = 2.0
"""Standard errors within which two shares are taken for one."""


@dataclass(frozen=True, slots=True)
class Hangs:
    """One unknown that an option's effect hangs on."""

    option: str
    name: str
    """Column of the parameter table, or `motive` or `structure`."""
    share: float
    """Share of the variance of the effect, far values drawn in, that goes with it alone."""
    error: float
    ends: Swing


def hangs_on(answers: Answers) -> list[Hangs]:
    """For each option told as better or worse than holding, what that hangs on most, in order of the ranking.

    An option of which no unknown stands out beyond the noise of the points has no entry.
    """
    found = []
    for option in answers.ranking:
        if is_told(answers, option):
            found += _foremost(answers, option)
    return found


def is_told(answers: Answers, option: str) -> bool:
    """Whether the interval of the mean difference leaves out zero."""
    told = answers.difference(option)
    return option != answers.baseline and told.low * told.high > 0


def _foremost(answers: Answers, option: str) -> list[Hangs]:
    effect = answers.grid.change(option, answers.measure.outcome).mean(axis=0)
    even = tamed(effect)
    groups = {name: binned(answers.grid.parameter(name)) for name in drawn_unknowns(answers)}
    share = {name: epsilon_squared(even, group) for name, group in groups.items()}
    beyond = [
        name
        for name, group in groups.items()
        if share[name] > share_by_chance(len(even), len(np.unique(group)), tried=len(groups))
    ]
    ordered = sorted(beyond, key=lambda name: -share[name])[: 2 * MOST]
    clear = [one for name in ordered if (one := _clear(answers, option, effect, even, name)) is not None]
    level = [one for one in clear if clear[0].share - one.share < ALIKE * (clear[0].error + one.error) / 2]
    return _without_stand_ins(answers, level)[:MOST]


def share_by_chance(points: int, groups: int, *, tried: int) -> float:
    """The share that the largest of so many unknowns reaches with a chance of 1 % where none matters.

    By the F distribution of the means of groups, for each of the tried at a level of 1 % over their number
    (Bonferroni): few points leave much to chance, and one in sixteen unknowns would stand out of noise.
    """
    within = points - groups
    if within < 1 or groups < 2:
        return 1.0
    largest = float(f_distribution.ppf(1 - BY_CHANCE / tried, groups - 1, within))
    return (groups - 1) * (largest - 1) / ((groups - 1) * largest + within)


def _clear(answers: Answers, option: str, effect: Floats, even: Floats, name: str) -> Hangs | None:
    values = answers.grid.parameter(name)
    share, error = share_alone(even, values)
    ends = swing(effect, values, answers.readings(name))
    if ends is None or not ends.apart or share <= CLEAR * error:
        return None
    return Hangs(option, name, share, error, ends)


def _without_stand_ins(answers: Answers, found: list[Hangs]) -> list[Hangs]:
    """Where the motive is among them, without numbers that each motive sets in its own way."""
    if not any(one.name == "motive" for one in found):
        return found
    by_motive = {column(id) for id, under in answers.setting.bound.known if under in MOTIVES}
    return [one for one in found if one.name not in by_motive]


def hangs_said(answers: Answers) -> Iterator[str]:
    """A sentence for the leading option and for each whose sign turns between the ends."""
    for one in hangs_on(answers):
        if one.option == answers.best or one.ends.turns:
            yield hang_said(answers, one)


def hang_said(answers: Answers, one: Hangs) -> str:
    """What one effect hangs on, by its ends."""
    name = answers.name(one.option)
    turns = one.ends.turns
    what = f"Whether “{name}” does better or worse than holding" if turns else f"What “{name}” changes"
    known = known_of(answers, one.name)
    grounds = f" ({known.id}, {known.mark})" if known else ""
    return (
        f"{what} hangs most on “{answers.readings(one.name).meaning}”{grounds}, with {one.share:.0%} ± "
        f"{one.error:.0%} of its variance: {swing_said(one.ends, answers.measure.unit)}."
    )


def hang_row(answers: Answers, one: Hangs) -> dict[str, Any]:
    """Plain values, for programs."""
    known, ends = known_of(answers, one.name), one.ends
    return {
        "option": one.option,
        "unknown": known.id if known else one.name,
        "meaning": answers.readings(one.name).meaning,
        "share": one.share,
        "error": one.error,
        "turns": ends.turns,
        "low_where": ends.low.where,
        "low_effect": ends.low.effect,
        "low_error": ends.low.error,
        "high_where": ends.high.where,
        "high_effect": ends.high.effect,
        "high_error": ends.high.error,
        "unit": answers.measure.unit,
        **number_row(answers, one.name),
    }
