"""What a model is made of: states, named draws, mechanisms and outcomes."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

MONTH = "month"
MOST_MECHANISMS = 62
"""Mechanisms are switched off by the bits of one signed 64-bit number."""
LANES = 4
"""Uniforms that one call of the generator gives."""
ABREAST = 16
"""Futures played side by side: two of the widest registers, so that one need not wait for the other."""
Reduce = Literal["sum", "max", "min", "mean", "last", "months", "first"]


@dataclass(frozen=True, slots=True)
class State:
    """A quantity that lasts from month to month.

    `start` is a number or the name of a parameter. A value outside `lowest` to `highest`, or one that is no
    number, stops the run. `grain` is the finest difference that monthly sketches keep near zero; `whole`
    says that the value is always a whole number.
    """

    name: str
    unit: str
    start: float | str = 0.0
    lowest: float = 0.0
    highest: float = math.inf
    grain: float = 1.0
    whole: bool = False
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Draw:
    """One uniform in (0, 1) a month, at a fixed address that nothing else may take, ever."""

    name: str
    block: int
    lane: int


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One thing that happens in a month, as a function of numbers.

    The names of the arguments of `step` say what it reads: states (as they stand at that moment of the
    month), parameters, levers (their level this month, 0 to 1), draws, and `month` (0-based). It returns the
    new values of the states in `writes`, in that order. Switched off, it leaves them as they are, or sets
    those in `neutral` to the values given there.
    """

    id: str
    step: Callable[..., Any]
    writes: tuple[str, ...]
    sentence: str = ""
    equation: str = ""
    paper: str = ""
    sign: Mapping[str, str] = field(default_factory=dict)
    neutral: Mapping[str, float] = field(default_factory=dict)

    @property
    def reads(self) -> tuple[str, ...]:
        """What the function asks for, in its order."""
        return tuple(inspect.signature(self.step).parameters)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One number that a whole future comes to.

    `of` is a state, taken at the end of each month; `reduce` its sum, greatest, smallest, mean or last value,
    the number of `months` at or above `above`, or the `first` such month (0-based; the number of months
    played where none was). With a `window`, `max` and `min` are of the sums over so many months in a row, or
    over the whole run where that is shorter.
    """

    name: str
    of: str
    reduce: Reduce = "sum"
    above: float | None = None
    unit: str = ""
    window: int = 1
