"""What would come from where a game stands: options begun now, after the months that the player chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from brink.play.answers.grid import Floats
from brink.play.answers.measures import LEADING, column
from brink.play.answers.sentences import number, signed
from brink.play.engine.moves import MoveTable
from brink.play.engine.replay import replay
from brink.play.engine.simulate import simulate
from brink.play.game.match import Match
from brink.play.model.levers import AS_GIVEN

FURTHER = 12
"""Months that are played on."""


@dataclass(frozen=True, slots=True)
class Onward:
    """An option begun now against holding from now on, by people killed in the months that follow."""

    option: str
    mean: float
    """Mean difference over many futures in which the player chose the same."""
    error: float
    here: float
    """The difference in the future of the game."""


def onward(match: Match, options: Sequence[str], *, further: int = FURTHER) -> list[Onward]:
    """Options begun now against holding, from the best to the worst by the mean over all futures."""
    many = {option: _killed(match, option, further) for option in (match.what.baseline, *options)}
    here = {option: _killed_here(match, option, further) for option in many}
    held = match.what.baseline
    found = []
    for option in options:
        change = (many[option] - many[held]).reshape(-1, match.what.points).mean(axis=0)
        error = float(change.std(ddof=1) / np.sqrt(len(change))) if len(change) > 1 else float("inf")
        found.append(Onward(option, float(change.mean()), error, here[option] - here[held]))
    return sorted(found, key=lambda one: one.mean)


def moves_onward(match: Match, option: str) -> MoveTable:
    """What the player chose, then the option as if its months began now."""
    now = match.month
    # The target's own rules rest only while somebody plays it.
    past = [replace(pull, end=now) if pull.lever == AS_GIVEN else pull for pull in match.pulls()]
    pulls = match.what.plan(option).pulls
    later = now - min((pull.first for pull in pulls), default=0)
    then = [
        replace(pull, first=pull.first + later, end=None if pull.end is None else pull.end + later)
        for pull in pulls
    ]
    return MoveTable.of(match.what.counted.model, [*past, *then])


def _killed(match: Match, option: str, further: int) -> Floats:
    what, months = match.what, match.month + further
    ensemble = simulate(
        what.counted.model, what.bound.table, moves_onward(match, option), seed=what.seed,
        count=what.futures, months=months, keep="futures",
    )  # fmt: skip
    return _measure(match, ensemble.outcomes, months)


def _killed_here(match: Match, option: str, further: int) -> float:
    what, months = match.what, match.month + further
    seen = replay(
        what.counted.model, what.bound.table, moves_onward(match, option), seed=what.seed,
        future=match.future, months=months,
    )  # fmt: skip
    return float(_measure(match, seen.outcomes[None, :], months)[0])


def _measure(match: Match, outcomes: Floats, months: int) -> Floats:
    counted = match.what.counted
    values: Floats = counted.values(outcomes, months)[:, counted.names.index(LEADING)]
    return values


def onward_said(match: Match, options: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    """From here on: the best option against holding, and the best that the player can take alone."""
    found = onward(match, options)
    if not found:
        return
    first = found[0]
    alone = next((one for one in found if one.option in own), None)
    yield (
        f"From here, {FURTHER} months on, against holding from now: {column(LEADING).words} (mean over "
        f"{match.what.futures:,} futures in which you chose the same, with its 90 % interval; not only those "
        "like yours):"
    )
    for one in dict.fromkeys([first, *([alone] if alone else [])]):
        whose = "" if one.option in own else f", which takes levers that {match.player} does not hold"
        doubt = "" if abs(one.mean) > 1.645 * one.error else ", which noise cannot tell from none"
        yield (
            f"  {match.what.plan(one.option).option.name} ({one.option}){whose}: {signed(one.mean)} ± "
            f"{number(1.645 * one.error)}{doubt}; in this one future {signed(one.here)}"
        )
