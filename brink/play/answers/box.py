"""A box of parameters: the stretch of each number and the kinds of each choice that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from brink.play.answers.grid import Floats

Inside = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `low` to `high`, both included; infinite where there is no limit."""

    low: float = -np.inf
    high: float = np.inf


@dataclass(frozen=True, slots=True)
class Box:
    """Limits on some columns; columns not named are free.

    `numbers` holds a stretch by column, `kinds` the values allowed in a column of choices.
    """

    numbers: dict[int, Stretch] = field(default_factory=dict)
    kinds: dict[int, frozenset[float]] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[int, ...]:
        return (*self.kinds, *self.numbers)

    def holds(self, x: Floats) -> Inside:
        """Which rows of x, shape [points, parameters], lie inside."""
        inside = np.ones(len(x), dtype=bool)
        for column, stretch in self.numbers.items():
            inside &= (x[:, column] >= stretch.low) & (x[:, column] <= stretch.high)
        for column, allowed in self.kinds.items():
            inside &= np.isin(x[:, column], list(allowed))
        return inside

    def below(self, column: int, high: float) -> Box:
        stretch = replace(self.numbers.get(column, Stretch()), high=high)
        return replace(self, numbers={**self.numbers, column: stretch})

    def above(self, column: int, low: float) -> Box:
        stretch = replace(self.numbers.get(column, Stretch()), low=low)
        return replace(self, numbers={**self.numbers, column: stretch})

    def only(self, column: int, allowed: frozenset[float]) -> Box:
        return replace(self, kinds={**self.kinds, column: allowed})

    def without(self, column: int) -> Box:
        """The box with this column free."""
        numbers = {key: value for key, value in self.numbers.items() if key != column}
        kinds = {key: value for key, value in self.kinds.items() if key != column}
        return Box(numbers, kinds)

    def opened(self) -> Iterator[Box]:
        """The boxes with one side of one limit opened."""
        for column, stretch in self.numbers.items():
            for wide in (replace(stretch, low=-np.inf), replace(stretch, high=np.inf)):
                if wide == Stretch():
                    yield self.without(column)
                elif wide != stretch:
                    yield replace(self, numbers={**self.numbers, column: wide})
        for column in self.kinds:
            yield self.without(column)
