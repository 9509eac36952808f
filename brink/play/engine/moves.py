"""Options as tables of numbers: which lever is pulled how far, when, and on what condition."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadModel
from brink.play.engine.model import Model

MOST_CONDITIONS = 4


@dataclass(frozen=True, slots=True)
class When:
    """A state, as it stands at the start of a month, at least or at most a value."""

    state: str
    comparison: Literal["at least", "at most"]
    value: float


@dataclass(frozen=True, slots=True)
class Pull:
    """One lever at one level, in months `first` to `end` (0-based, end excluded; None: to the end).

    With conditions, a pull begins in any month of that span at whose start all hold, and lasts `lasts` months
    (one, if not given), then begins again if they hold again; it never outlasts `end`. Without conditions it
    begins at `first` and lasts `lasts` months, or to `end`.
    """

    lever: str
    level: float = 1.0
    first: int = 0
    end: int | None = None
    lasts: int | None = None
    when: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveTable:
    """An option as the kernel reads it; where pulls meet on one lever, 1 - (1 - a)(1 - b) is in force.

    Two half-measures are then three quarters of a whole one, and no number of them is more than one.

    Shapes: lever, first, end, lasts (pulls,); level (pulls,); state, sign, value (pulls, 4), where state -1
    is no condition and sign is +1 for at least, -1 for at most.
    """

    lever: NDArray[np.int64]
    level: NDArray[np.float64]
    first: NDArray[np.int64]
    end: NDArray[np.int64]
    lasts: NDArray[np.int64]
    state: NDArray[np.int64]
    sign: NDArray[np.float64]
    value: NDArray[np.float64]

    @classmethod
    def of(cls, model: Model, pulls: Sequence[Pull] = ()) -> MoveTable:
        """The table of some pulls; raises BadModel for unknown levers or states and for levels off 0 to 1."""
        for pull in pulls:
            _check(pull)
        forever = np.iinfo(np.int64).max
        state = np.full((len(pulls), MOST_CONDITIONS), -1, dtype=np.int64)
        sign = np.ones((len(pulls), MOST_CONDITIONS))
        value = np.zeros((len(pulls), MOST_CONDITIONS))
        for row, pull in enumerate(pulls):
            for place, when in enumerate(pull.when):
                state[row, place] = model.state_index(when.state)
                sign[row, place] = 1.0 if when.comparison == "at least" else -1.0
                value[row, place] = when.value
        return cls(
            lever=np.array([model.lever_index(pull.lever) for pull in pulls], dtype=np.int64),
            level=np.array([pull.level for pull in pulls], dtype=np.float64),
            first=np.array([pull.first for pull in pulls], dtype=np.int64),
            end=np.array([forever if pull.end is None else pull.end for pull in pulls], dtype=np.int64),
            lasts=np.array([_length(pull, forever) for pull in pulls], dtype=np.int64),
            state=state,
            sign=sign,
            value=value,
        )

    @property
    def arrays(self) -> tuple[NDArray[np.generic], ...]:
        """The columns in the order in which the kernel takes them."""
        return (self.lever, self.level, self.first, self.end, self.lasts, self.state, self.sign, self.value)

    @property
    def digest(self) -> str:
        """The same for equal tables, and only for them."""
        return hashlib.sha256(b"".join(column.tobytes() for column in self.arrays)).hexdigest()


def _length(pull: Pull, forever: int) -> int:
    if pull.lasts is not None:
        return pull.lasts
    return 1 if pull.when else forever


def _check(pull: Pull) -> None:
    if not 0.0 <= pull.level <= 1.0:
        raise BadModel(f"lever {pull.lever!r} is pulled to {pull.level}; a level is 0 to 1")
    if pull.lasts is not None and pull.lasts < 1:
        raise BadModel(f"lever {pull.lever!r} is pulled for {pull.lasts} months; give at least 1")
    if pull.first < 0 or (pull.end is not None and pull.end <= pull.first):
        raise BadModel(f"lever {pull.lever!r} is pulled from month {pull.first} until month {pull.end}")
    if len(pull.when) > MOST_CONDITIONS:
        raise BadModel(f"lever {pull.lever!r} has {len(pull.when)} conditions; at most {MOST_CONDITIONS}")


def pull_levers(
    month: int,
    states: NDArray[np.float64],
    lever: NDArray[np.int64],
    level: NDArray[np.float64],
    first: NDArray[np.int64],
    end: NDArray[np.int64],
    lasts: NDArray[np.int64],
    state: NDArray[np.int64],
    sign: NDArray[np.float64],
    value: NDArray[np.float64],
    left: NDArray[np.int64],
    levels: NDArray[np.float64],
) -> None:
    """Set `levels` to what is in force this month, given the states at its start.

    `left` holds the months that each pull still lasts, and is kept from month to month of one future.
    """
    for index in range(levels.shape[0]):
        levels[index] = 0.0
    for pull in range(lever.shape[0]):
        if month < first[pull] or month >= end[pull]:
            left[pull] = 0
            continue
        if left[pull] == 0:
            begins = state[pull, 0] >= 0 or month == first[pull]
            for place in range(state.shape[1]):
                waits_for = state[pull, place]
                if waits_for >= 0 and sign[pull, place] * (states[waits_for] - value[pull, place]) < 0.0:
                    begins = False
            if begins:
                left[pull] = lasts[pull]
        if left[pull] > 0:
            left[pull] -= 1
            levels[lever[pull]] = 1.0 - (1.0 - levels[lever[pull]]) * (1.0 - level[pull])
