"""What could be done: levers, and options that pull them on a schedule or a trigger."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from brink.case.parts.base import Grounded, Id, Length, Month, Name, Part, Probability, Sentence
from brink.case.parts.numbers import Range, RestsOn

ActsOn = Literal[
    "rung",
    "truce",
    "border",
    "trade",
    "transit",
    "pressure",
    "sanctions",
    "standing",
    "creed",
    "money",
    "cooperation",
    "reward",
    "rivals",
    "arrests",
    "host standing",
]
State = Literal[
    "attacks",
    "deaths",
    "largest attack",
    "fighters in sanctuary",
    "fighters inside",
    "leadership",
    "excitation",
    "host support",
    "target rung",
    "host rung",
    "truce",
    "truce age",
    "border",
    "trade",
    "pressure",
    "money",
    "cooperation",
    "civilian harm",
    "rival attacks",
]
Outcome = Literal[
    "attacks",
    "deaths",
    "state deaths",
    "target civilian deaths",
    "host civilian deaths",
    "largest attack",
    "highest rung",
    "interstate deaths",
    "truce months",
    "host support",
    "money",
]


class Strength(Part):
    """Share of the full effect on what it acts on that one lever has when pulled wholly, and who says so."""

    share: Probability = 1.0
    by: Name | None = None
    because: Sentence | None = None
    rests_on: tuple[RestsOn, ...] = ()
    """Rows of the case that speak for it or against it; the size is somebody's all the same."""

    @model_validator(mode="after")
    def _is_somebodys(self) -> Strength:
        if (self.by is None) != (self.because is None):
            raise ValueError("gives by or because without the other; say who assumed it, and why")
        if self.rests_on and self.because is None:
            raise ValueError("names rows without by and because; no row gives a share by itself")
        return self


class Lever(Grounded):
    """One thing an actor can do, what it acts on, what it costs and where it ends."""

    id: Id
    name: Sentence
    who: Name
    against: Name | None = None
    acts_on: ActsOn
    rung: Id | None = None
    """The ladder's rung it climbs to, when it acts on a rung."""
    cost: Range | None = None
    strength: Strength = Strength()
    """A number alone is its share, for which nobody gave a reason."""
    limits: Sentence

    @field_validator("strength", mode="before")
    @classmethod
    def _as_share(cls, given: Any) -> Any:
        alone = isinstance(given, int | float) and not isinstance(given, bool)
        return {"share": given} if alone else given

    @model_validator(mode="after")
    def _has_its_rung(self) -> Lever:
        if (self.acts_on == "rung") != (self.rung is not None):
            raise ValueError("needs rung: when, and only when, it acts_on: rung")
        return self


class Condition(Part):
    """A state of the world that a rule waits for."""

    state: State
    comparison: Literal["at least", "at most"]
    value: float


class Move(Part):
    """A lever pulled so far, in given months or whenever all conditions hold."""

    lever: Id
    level: Probability = 1.0
    start: Annotated[Month | None, Field(alias="from")] = None
    until: Month | None = None
    when: tuple[Condition, ...] = ()
    lasts: Length | None = None
    """How long one pull lasts once the conditions held."""

    @model_validator(mode="after")
    def _says_when(self) -> Move:
        if self.start is None and not self.when:
            raise ValueError("never starts; give from: (a month) or when: (conditions)")
        if self.start and self.until and self.until <= self.start:
            raise ValueError(f"ends in {self.until:%Y-%m}, not after its start in {self.start:%Y-%m}")
        return self


class Option(Grounded):
    """A policy somebody could follow; one without moves holds still."""

    id: Id
    name: Sentence
    who: Name
    moves: tuple[Move, ...] = ()
    note: Sentence | None = None


class Limit(Grounded):
    """What a future must not exceed, or must reach, to be called acceptable."""

    outcome: Outcome
    at_least: float | None = None
    at_most: float | None = None
    within: Length

    @model_validator(mode="after")
    def _has_one_side(self) -> Limit:
        if self.at_least is None and self.at_most is None:
            raise ValueError("limits nothing; give at_least or at_most")
        return self
