"""What is compared between options: columns of every future, made from outcomes of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

import numpy as np

from brink.case.parts.options import Limit
from brink.errors import BadPlay, nearest
from brink.play.answers.grid import Floats, Measure
from brink.play.answers.robustness import Bound
from brink.play.engine.contract import Outcome
from brink.play.engine.model import Model
from brink.play.options.plan import months_in
from brink.shipped import shipped_yaml

LEADING = "killed"
"""The measure that options are ranked by unless another is asked for."""
SUMMED = {
    "attacks": "attacks",
    "deaths": "deaths",
    "state deaths": "state_deaths",
    "target civilian deaths": "target_civilian_deaths",
    "host civilian deaths": "host_civilian_deaths",
    "interstate deaths": "interstate_deaths",
    "truce months": "truce",
}
"""Outcomes of the definition that add up over a window, with the state they add up."""
LEVELS = {
    "largest attack": "largest_attack",
    "highest rung": "target_rung",
    "host support": "host_support",
    "money": "money",
}
"""Outcomes that are a level in every month, with their state."""


@dataclass(frozen=True, slots=True)
class Column:
    """One measure: its words, unit and good direction, and how it is made."""

    id: str
    words: str
    unit: str
    better: Literal["less", "more", "neither"]
    of: tuple[str, ...]
    state: str | None
    reduce: str
    above: float | None

    @property
    def measure(self) -> Measure:
        """The measure to rank by.

        Raises
        ------
        BadPlay
            When neither less nor more of it is better.
        """
        if self.better == "neither":
            raise BadPlay(f"{self.id!r} has no good direction to rank by; take {', '.join(ranked())}")
        return Measure(self.id, self.unit, more_is_better=self.better == "more")

    @property
    def outcome(self) -> Outcome | None:
        """The model's outcome that has to be added for it."""
        if self.state is None:
            return None
        if self.reduce == "crossed":
            return Outcome(f"when_{self.id}", self.state, "first", above=self.above)
        return Outcome(self.id, self.state, "sum")


@cache
def columns() -> tuple[Column, ...]:
    """All measures, in the order of tables."""
    listed = shipped_yaml("brink.play.answers", "measures.yaml")
    return tuple(_column(entry) for entry in listed["measures"])


def _column(entry: dict[str, Any]) -> Column:
    above = entry.get("above")
    return Column(
        entry["id"],
        entry["words"],
        entry["unit"],
        entry["better"],
        tuple(entry.get("of", ())),
        entry.get("state"),
        entry.get("reduce", "sum"),
        None if above is None else float(above),
    )


def ranked() -> list[str]:
    """Ids of the measures that options can be ranked by."""
    return [column.id for column in columns() if column.better != "neither"]


def column(name: str) -> Column:
    """The measure of that id.

    Raises
    ------
    BadPlay
        When there is none, with those there are.
    """
    known = {one.id: one for one in columns()}
    if name not in known:
        raise BadPlay(f"{name!r} is not a measure{nearest(name, known) or ';'} measures: {', '.join(known)}")
    return known[name]


@dataclass(frozen=True, slots=True)
class Counted:
    """The model with the outcomes that the measures and the limits of a case need."""

    model: Model
    bounds: tuple[Bound, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Columns of what `values` returns."""
        return (*(one.id for one in columns()), *dict.fromkeys(bound.outcome for bound in self.bounds))

    def values(self, outcomes: Floats, months: int) -> Floats:
        """Measures of every future, shape [futures, columns], from outcomes [futures, outcomes]."""
        found: dict[str, Floats] = {}
        for one in columns():
            found[one.id] = self._value(one, outcomes, found, months)
        for bound in self.bounds:
            found[bound.outcome] = outcomes[:, self.model.outcome_index(bound.outcome)]
        return np.stack([found[name] for name in self.names], axis=1)

    def _value(self, one: Column, outcomes: Floats, found: dict[str, Floats], months: int) -> Floats:
        if one.outcome is None:
            parts = [
                found[name] if name in found and name != one.id else self._of(name, outcomes)
                for name in one.of
            ]
            total: Floats = np.sum(parts, axis=0)
            return total
        values = outcomes[:, self.model.outcome_index(one.outcome.name)]
        return (values < months).astype(np.float64) if one.reduce == "crossed" else values

    def _of(self, name: str, outcomes: Floats) -> Floats:
        return outcomes[:, self.model.outcome_index(name)]


def counted(model: Model, limits: Sequence[Limit]) -> Counted:
    """A model with what the measures and these limits need among its outcomes."""
    bounds, extra = [], [one.outcome for one in columns()]
    for limit in limits:
        for bound, outcome in _bounds(limit):
            bounds.append(bound)
            extra.append(outcome)
    have = set(model.outcome_names)
    added = {one.name: one for one in extra if one is not None and one.name not in have}
    return Counted(replace(model, outcomes=(*model.outcomes, *added.values())), tuple(bounds))


def _bounds(limit: Limit) -> Iterator[tuple[Bound, Outcome]]:
    window = months_in(limit.within)
    state = {**SUMMED, **LEVELS}[limit.outcome]
    for side, value in (("at least", limit.at_least), ("at most", limit.at_most)):
        if value is None:
            continue
        reduce: Literal["min", "max"] = "min" if side == "at least" else "max"
        span = window if limit.outcome in SUMMED else 1
        name = f"limit_{reduce}_{state}_{span}"
        label = f"{limit.outcome} {side} {value:g}"
        if limit.outcome in SUMMED:
            label += f" within {limit.within}"
        low, high = (value, None) if side == "at least" else (None, value)
        yield Bound(name, low, high, label), Outcome(name, state, reduce, window=span)
