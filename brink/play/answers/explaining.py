"""One option explained: which mechanisms carry its effect, and when it does worse than holding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from brink.play.answers.answers import Answers
from brink.play.answers.attribution import Shares, one_off, shapley
from brink.play.answers.discovery import Failure
from brink.play.answers.drivers import ROWS, Driver, drivers, drivers_said, points_said
from brink.play.answers.effect import FUTURES, Effect
from brink.play.answers.measures import column
from brink.play.answers.sentences import failing, joined, number, shortly, signed
from brink.play.answers.swing import Swing, grounds_said, number_row, swing, swing_said
from brink.play.model.strengths import strength_in_words, strength_row

TOGETHER = 5
"""Mechanisms that Shapley values are worked out for, from 2^5 subsets: the largest by switching one off."""
FOREMOST = 3
"""Unknowns whose ends are told: those with the largest total share."""
ACCOUNTS = ("attacks", "deaths")
"""Mechanisms without which nothing is left to count; to switch them off would explain nothing."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An option's effect split by mechanism, and the box in which it fails."""

    option: str
    measure: str
    unit: str
    futures: int
    alone: Shares
    together: Shares
    failure: Failure | None
    drivers: tuple[Driver, ...]
    ends: Mapping[str, Swing]
    """The effect at both ends of each unknown that it hangs on, where they differ clearly."""

    def as_dict(self, answers: Answers) -> dict[str, Any]:
        """Plain values, for programs; the answers say what each unknown rests on."""
        box = self.failure
        return {
            "option": self.option,
            "measure": self.measure,
            "unit": self.unit,
            "futures": self.futures,
            "one_off": asdict(self.alone),
            "shapley": asdict(self.together),
            "worse_than_baseline": None if box is None else box.share,
            "describes": None if box is None else box.describes,
            "conditions": [] if box is None else list(box.conditions),
            "because": "" if box is None else box.because,
            "levers": [
                strength_row(answers.strengths[name])
                for name in _levers(answers, self.option)
                if name in answers.strengths
            ],
            "drivers": [
                {
                    **asdict(one.index),
                    "here": one.here,
                    "here_error": one.here_error,
                    "ends": _ends(self.ends.get(one.index.name)),
                    **number_row(answers, one.index.name),
                }
                for one in self.drivers
            ],
        }


def _levers(answers: Answers, option: str) -> tuple[str, ...]:
    """The levers that an option pulls, each once."""
    return tuple(dict.fromkeys(move.lever for move in answers.setting.plan(option).option.moves))


def _ends(found: Swing | None) -> dict[str, Any] | None:
    return None if found is None else {**asdict(found), "turns": found.turns}


def explain(
    answers: Answers,
    option: str,
    *,
    futures: int = FUTURES,
    folder: Path | None = None,
    rows: int = ROWS,
) -> Explained:
    """Split the effect of an option on the leading measure by mechanism and by parameter.

    `rows` is the size of the design for the parameters; 0 leaves them out.
    """
    what, measure = answers.setting, answers.measure
    effect = Effect(what, option, measure.outcome, futures=futures, folder=folder)
    mechanisms = [one.id for one in what.counted.model.mechanisms if one.id not in ACCOUNTS]
    alone = one_off(effect, mechanisms)
    largest = sorted(mechanisms, key=lambda name: -abs(alone.shares[name]))[:TOGETHER]
    found = drivers(answers, option, rows=rows) if rows else []
    return Explained(
        option=option,
        measure=measure.outcome,
        unit=measure.unit,
        futures=effect.futures,
        alone=alone,
        together=shapley(effect, largest),
        failure=answers.failures.get(option),
        drivers=tuple(found),
        ends=_swings(answers, option, [one.index.name for one in found]),
    )


def explained(answers: Answers, found: Explained) -> Iterator[str]:
    """The explanation in sentences."""
    words = column(found.measure).words
    sentences = {one.id: one.sentence for one in answers.setting.counted.model.mechanisms}
    total = found.together.total
    yield (
        f"In the simulation “{shortly(answers, found.option)}” changes {words}, by "
        f"{signed(total)} {found.unit} against holding, on average over {answers.setting.months} months "
        f"({found.futures:,} futures)."
    )
    if total == 0:
        yield "No mechanism carries an effect, since there is none."
        return
    yield "What carries it, when mechanisms are switched off in every combination (Shapley values):"
    for name, share in sorted(found.together.shares.items(), key=lambda item: -abs(item[1])):
        yield f"  {signed(share):>10} {found.unit}  {name}: {sentences[name]}"
    yield (
        f"  {signed(found.together.remainder):>10} {found.unit}  left with all of these switched off: what "
        f"it does through the others, and through {joined(ACCOUNTS)}, which stay switched on"
    )
    small = [name for name in found.alone.shares if name not in found.together.shares]
    rest = sum(abs(found.alone.shares[name]) for name in small)
    yield (
        f"Switched off singly, the other mechanisms ({joined(small)}) move it up or down by "
        f"{number(rest)} {found.unit} in sum; single effects of all leave {signed(found.alone.remainder)} "
        f"{found.unit} that no mechanism alone accounts for."
    )
    if found.failure is not None:
        yield failing(answers, found.option)
    for name in _levers(answers, found.option):
        if name in answers.strengths:
            first, *rows = strength_in_words(answers.strengths[name])
            yield from (f"Strength taken for {first}", *rows)
    yield from _unknowns(answers, found)


def _unknowns(answers: Answers, found: Explained) -> Iterator[str]:
    lines = drivers_said(answers, found.drivers)
    if not lines:
        if found.drivers:
            yield "No single parameter stands out in the variance of the effect."
        return
    yield (
        "Share of the variance of the effect, far values drawn in, that goes with what is not known, "
        f"under the priors and at the {points_said(answers)}:"
    )
    yield from lines
    for driver in found.drivers[:FOREMOST]:
        if (ends := found.ends.get(driver.index.name)) is not None:
            yield _swing_said(answers, driver.index.name, ends)


def _swings(answers: Answers, option: str, names: Sequence[str]) -> dict[str, Swing]:
    """The ends of the unknowns between which the effect differs clearly."""
    effect = answers.grid.change(option, answers.measure.outcome).mean(axis=0)
    found = {name: swing(effect, answers.grid.parameter(name), answers.readings(name)) for name in names}
    return {name: ends for name, ends in found.items() if ends is not None and ends.apart}


def _swing_said(answers: Answers, name: str, ends: Swing) -> str:
    """How the effect turns with what it hangs on, and on what that rests."""
    what = "Better or worse than holding hangs" if ends.turns else "How much hangs"
    return (
        f"{what} on “{answers.readings(name).meaning}”: {swing_said(ends, answers.measure.unit)}"
        f"{grounds_said(answers, name)}."
    )
