"""How an option's effect goes from one end of an unknown to the other, at the points played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from brink.play.answers.answers import Answers
from brink.play.answers.discovery import Reading
from brink.play.answers.drivers import binned
from brink.play.answers.grid import Floats
from brink.play.answers.limits_said import plain
from brink.play.answers.sentences import number, signed
from brink.play.model.priors import Known, column
from brink.play.model.rests_on import followed_in_words

CLEAR = 2.0
"""Standard errors from zero from which on a sign is taken for one."""


@dataclass(frozen=True, slots=True)
class End:
    """The points at one end of an unknown, and the option's mean effect there with its standard error."""

    where: str
    effect: float
    error: float


@dataclass(frozen=True, slots=True)
class Swing:
    """Both ends: the lowest and the highest eighth of the points, or the kinds that differ most."""

    low: End
    high: End

    @property
    def apart(self) -> bool:
        """Whether the effect differs clearly between the ends."""
        error = float(np.hypot(self.low.error, self.high.error))
        return abs(self.low.effect - self.high.effect) > CLEAR * error

    @property
    def sign(self) -> str:
        """Whether the sign of the effect `turns` between the ends, `stays`, or is `unclear` at one."""
        if self.turns:
            return "turns"
        return "unclear" if self.low.effect * self.high.effect < 0 else "stays"

    @property
    def turns(self) -> bool:
        """Whether the option does better than holding at one end and worse at the other, clearly at both."""
        return self.low.effect * self.high.effect < 0 and all(
            abs(end.effect) > CLEAR * end.error for end in (self.low, self.high)
        )


def swing(effect: Floats, values: Floats, reading: Reading) -> Swing | None:
    """The ends of an unknown; effect and values of it at each point, shape [points]. None where it is one."""
    group = binned(values)
    groups = np.unique(group)
    if len(groups) < 2:
        return None
    means = {int(one): float(effect[group == one].mean()) for one in groups}
    ends = (groups[0], groups[-1])
    if reading.kinds:
        ends = (min(means, key=means.__getitem__), max(means, key=means.__getitem__))
    low, high = (
        _end(effect[group == one], _where(values, group == one, reading, first=place == 0))
        for place, one in enumerate(ends)
    )
    return Swing(low, high)


def _end(effect: Floats, where: str) -> End:
    error = float(effect.std(ddof=1) / np.sqrt(len(effect))) if len(effect) > 1 else float("inf")
    return End(where, float(effect.mean()), error)


def _where(values: Floats, inside: Floats, reading: Reading, *, first: bool) -> str:
    if reading.kinds:
        kind = float(values[inside][0])
        return f"where it is {reading.kinds.get(kind, f'{kind:g}')}"
    edge = float(values[inside].max() if first else values[inside].min())
    # What stands on logarithms means little to a reader.
    factor = f" (as a factor, {plain(float(np.exp(edge)))})" if reading.unit == "log" else ""
    return f"where it is {'at most' if first else 'at least'} {plain(edge)}{factor}"


def swing_said(found: Swing, unit: str) -> str:
    """Both ends in words."""
    return f"{_said(found.low, unit)}, {_said(found.high, unit)}"


def _said(end: End, unit: str) -> str:
    return f"{signed(end.effect)} ± {number(end.error)} {unit} {end.where}"


def knowns_of(answers: Answers, name: str) -> list[Known]:
    """The number of the model behind a column, the general one first, then those that a variant sets."""
    given = [one for one in answers.setting.bound.known.values() if column(one.id) == name]
    return sorted(given, key=lambda one: one.under is not None)


def known_of(answers: Answers, name: str) -> Known | None:
    """The first of them, if there is any."""
    return next(iter(knowns_of(answers, name)), None)


def played_said(answers: Answers, name: str) -> str:
    """What a number is at the points played, 5 to 95 % of them, where the fit gives it and not its prior."""
    if name not in answers.setting.bound.fitted:
        return ""
    low, middle, high = np.quantile(answers.grid.parameter(name), (0.05, 0.5, 0.95))
    return f"{plain(float(low))} to {plain(float(high))}, median {plain(float(middle))}"


def number_row(answers: Answers, name: str) -> dict[str, Any]:
    """The number behind a column for programs: how it is known, and the rows of the case it rests on."""
    known = known_of(answers, name)
    rests = answers.rests_on(known) if known else ()
    return {
        "mark": known.mark if known else "",
        "grounds": known.grounds if known else "",
        "rows": [row for one in rests for row in one.rows],
        "rests_on": [followed_in_words(one) for one in rests],
    }


def grounds_said(answers: Answers, name: str) -> str:
    """On what a number rests, in the case's words and by its rows; nothing for what is no number."""
    known = known_of(answers, name)
    if known is None or not known.grounds:
        return ""
    said = known.grounds if known.grounds.startswith("assumption") else f"{known.mark}: {known.grounds}"
    played = played_said(answers, name)
    fitted = f". The fit to the case's months puts it at {played}" if played else ""
    return f". It rests on this, {said}{fitted}. {rows_said(answers, known)}"


def rows_said(answers: Answers, known: Known) -> str:
    """The rows of the case that a number rests on, or that there is none."""
    found = answers.rests_on(known)
    if not found:
        return "No row of the case is named for it"
    return f"Rows of the case: {'; '.join(map(followed_in_words, found))}"
