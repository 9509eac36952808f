"""What a model is made of: states, parameters, levers, named draws, mechanisms and outcomes."""

from __future__ import annotations

import inspect
import keyword
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from brink.errors import BadModel, nearest

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


@dataclass(frozen=True, slots=True)
class Model:
    """Everything the engine needs to play; raises BadModel where the parts do not fit together.

    `series` are the states whose distribution is kept month by month; by default every state that an outcome
    is made of. `salt` parts this model's chance from other models' under one seed.
    """

    name: str
    states: tuple[State, ...]
    parameters: tuple[str, ...]
    levers: tuple[str, ...]
    draws: tuple[Draw, ...]
    mechanisms: tuple[Mechanism, ...]
    outcomes: tuple[Outcome, ...]
    series: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_names(self)
        _check_draws(self.draws)
        for mechanism in self.mechanisms:
            _check_mechanism(self, mechanism)
        _check_uses(self)
        if not self.series:
            object.__setattr__(self, "series", tuple(dict.fromkeys(one.of for one in self.outcomes)))

    @property
    def salt(self) -> int:
        """A 32-bit number of the model's name."""
        return zlib.crc32(self.name.encode())

    @property
    def state_names(self) -> tuple[str, ...]:
        """States in the order of their index."""
        return tuple(state.name for state in self.states)

    @property
    def outcome_names(self) -> tuple[str, ...]:
        """Outcomes in the order of their column."""
        return tuple(outcome.name for outcome in self.outcomes)

    def state(self, name: str) -> State:
        """The state of that name; raises BadModel with the names there are."""
        return self.states[_index(name, self.state_names, "state")]

    def lever_index(self, name: str) -> int:
        """Where a lever stands in tables of moves."""
        return _index(name, self.levers, "lever")

    def state_index(self, name: str) -> int:
        """Where a state stands in tables of conditions."""
        return _index(name, self.state_names, "state")

    def outcome_index(self, name: str) -> int:
        """The column of an outcome."""
        return _index(name, self.outcome_names, "outcome")

    def mask(self, off: Iterable[str] = ()) -> int:
        """The switched-on mechanisms as bits, without those named."""
        ids = tuple(one.id for one in self.mechanisms)
        bits = (1 << len(ids)) - 1
        for name in off:
            bits &= ~(1 << _index(name, ids, "mechanism"))
        return bits


def _index(name: str, known: tuple[str, ...], what: str) -> int:
    if name not in known:
        raise BadModel(f"no {what} {name!r}{nearest(name, known)}; there are {', '.join(known) or 'none'}")
    return known.index(name)


def _check_names(model: Model) -> None:
    tables = {
        "state": model.state_names,
        "parameter": model.parameters,
        "lever": model.levers,
        "draw": tuple(draw.name for draw in model.draws),
        "the month": (MONTH,),
        "function of a mechanism": tuple(one.step.__name__ for one in model.mechanisms),
    }
    owners: dict[str, str] = {}
    for what, names in tables.items():
        for name in names:
            if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
                raise BadModel(f"{what} {name!r}: use letters, digits and _ within, as for a Python name")
            if name in owners and what != "function of a mechanism":
                raise BadModel(f"{name!r} is both a {owners[name]} and a {what}; rename one")
            if owners.get(name, what) != what:
                raise BadModel(
                    f"{name!r} is a {owners[name]} and a mechanism's function; rename the function"
                )
            owners[name] = what
    for what, ids in (
        ("mechanisms", [one.id for one in model.mechanisms]),
        ("outcomes", list(model.outcome_names)),
    ):
        twice = [name for name, times in Counter(ids).items() if times > 1]
        if twice:
            raise BadModel(f"two {what} are called {twice[0]!r}; rename one")
    if len(model.mechanisms) > MOST_MECHANISMS:
        raise BadModel(f"{len(model.mechanisms)} mechanisms; a model has at most {MOST_MECHANISMS}")


def _check_draws(draws: tuple[Draw, ...]) -> None:
    taken: dict[tuple[int, int], str] = {}
    for draw in draws:
        address = (draw.block, draw.lane)
        if draw.block < 0 or not 0 <= draw.lane < LANES:
            raise BadModel(f"draw {draw.name!r} at {address}: blocks start at 0, lanes are 0 to {LANES - 1}")
        if address in taken:
            raise BadModel(f"draws {taken[address]!r} and {draw.name!r} share the address {address}")
        taken[address] = draw.name


def _check_mechanism(model: Model, mechanism: Mechanism) -> None:
    where = f"mechanism {mechanism.id!r}"
    plain = inspect.Parameter.POSITIONAL_OR_KEYWORD
    draws = tuple(draw.name for draw in model.draws)
    known = (*model.state_names, *model.parameters, *model.levers, *draws, MONTH)
    for name, given in inspect.signature(mechanism.step).parameters.items():
        if given.kind is not plain or given.default is not inspect.Parameter.empty:
            raise BadModel(f"{where}: {name!r} must be a plain argument without a default")
        if name not in known:
            raise BadModel(
                f"{where} reads {name!r}, which is nothing in the model{nearest(name, known)}; "
                f"there are {', '.join(known)}"
            )
    if not mechanism.writes:
        raise BadModel(f"{where} writes no state, so it does nothing")
    for name in (*mechanism.writes, *mechanism.neutral):
        if name not in model.state_names:
            raise BadModel(f"{where} writes {name!r}, which is no state{nearest(name, model.state_names)}")
    if stray := set(mechanism.neutral) - set(mechanism.writes):
        raise BadModel(f"{where} has a neutral value for {min(stray)!r}, which it does not write")


def _check_uses(model: Model) -> None:
    for state in model.states:
        if isinstance(state.start, str) and state.start not in model.parameters:
            raise BadModel(
                f"state {state.name!r} starts at {state.start!r}, which is no parameter"
                f"{nearest(state.start, model.parameters)}"
            )
    for outcome in model.outcomes:
        _index(outcome.of, model.state_names, f"state for outcome {outcome.name!r}:")
        if (outcome.reduce in ("months", "first")) != (outcome.above is not None):
            raise BadModel(f"outcome {outcome.name!r}: above: goes with months and first, and only with them")
        if outcome.window < 1 or (outcome.window > 1 and outcome.reduce not in ("max", "min")):
            raise BadModel(f"outcome {outcome.name!r}: window: is a number of months, for max and min only")
    for name in model.series:
        _index(name, model.state_names, "state for a series:")
    if not model.outcomes:
        raise BadModel("the model has no outcomes, so nothing would be kept of a future")
