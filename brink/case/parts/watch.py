"""What is watched: indicators, tripwires and the escalation ladder."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Grounded, Id, Length, Name, Part, Probability, Sentence, When, Window
from brink.case.parts.evidence import Count
from brink.case.parts.numbers import Range

Reads = Literal["level", "change", "record", "z-score", "first in", "exceedance"]
"""How the count of a window becomes the number that is held against the threshold."""
NEEDS_BASELINE = ("change", "record", "z-score", "first in")


class Before(Part):
    """One earlier case of what is counted, from before the reporting begins."""

    date: When
    what: Sentence
    source: Sentence


class Followed(Part):
    """What has to follow on a series for a firing to have been right."""

    kind: Literal["escalation", "onset", "de-escalation"] = "escalation"
    series: Name | None = None
    """Id of a monthly series; by default the one that is counted."""
    field: Name | None = None
    floor: Annotated[float, Field(ge=0)] = 25
    """Level below which nothing is called an escalation, in the unit of the series."""


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
    reads: Reads = "level"
    baseline: Length | None = None
    """The time before the window that it is held against."""
    floor: Annotated[float, Field(ge=0)] = 0
    """What the window itself must reach, so that small numbers do not fire."""
    exceeds: Annotated[float, Field(gt=0)] | None = None
    """The level whose forecast probability is read, when it reads an exceedance."""
    undone_by: Count | None = None
    """Rows that end what the counted ones began, such as a new truce after its end."""
    before: tuple[Before, ...] = ()
    """Cases known from before the reporting begins."""
    off_at: Probability = 0.5
    """Share of the threshold below which it is off again."""
    cool_down: Length = Window(count=2, unit="month")
    """How long after it went off it stays silent."""
    outcome: Followed | None = None
    """What must follow for a firing to have been right."""

    @model_validator(mode="after")
    def _has_what_it_reads(self) -> Indicator:
        if (self.reads in NEEDS_BASELINE) != (self.baseline is not None):
            raise ValueError(f"needs baseline: when, and only when, it reads {', '.join(NEEDS_BASELINE)}")
        if (self.reads == "exceedance") != (self.exceeds is not None):
            raise ValueError("needs exceeds: when, and only when, it reads: exceedance")
        if self.reads in ("record", "z-score", "exceedance") and self.counts.series is None:
            raise ValueError(f"reads {self.reads}, which needs months of a series; give counts: a series")
        if self.reads == "exceedance" and self.threshold > 1:
            raise ValueError(f"has threshold {self.threshold:g}, which is no probability; give 0 to 1")
        if self.undone_by is not None and (self.counts.series or self.undone_by.series):
            raise ValueError("is undone by rows, so it must count rows; drop series:, or undone_by:")
        return self


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
    like: Count | None = None
    """Which rows show that it was reached; doer and target are the ladder's when left out."""


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
