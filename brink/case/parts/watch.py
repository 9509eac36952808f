"""What is watched: indicators, tripwires and the escalation ladder."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Grounded, Id, Length, Name, Part, Sentence
from brink.case.parts.evidence import Count
from brink.case.parts.numbers import Range


class Indicator(Grounded):
    """Something counted over a window, with the level at which it speaks."""

    id: Id
    statement: Sentence
    counts: Count
    window: Length
    threshold: Annotated[float, Field(ge=0)]
    direction: Literal["at least", "at most"]
    owner: Sentence
    changes: Sentence
    """What crossing it would change."""


class Rung(Grounded):
    """One step of a ladder, with what it takes and what it does."""

    id: Id
    name: Sentence
    cost: Range | None = None
    warning: Sentence
    """How much notice the other side and bystanders would have."""
    civilian_toll: Range | None = None
    """Civilians killed per use."""
    reversibility: Sentence
    affordability: Sentence
    seen: tuple[Sentence, ...] = ()
    """When it has been used before, with who reported it."""


class Ladder(Part):
    """What one actor can do to another, from the mildest to the gravest."""

    by: Name
    against: Name
    rungs: Annotated[tuple[Rung, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _differs(self) -> Ladder:
        if self.by == self.against:
            raise ValueError(f"has {self.by} on both sides; by and against must differ")
        return self
