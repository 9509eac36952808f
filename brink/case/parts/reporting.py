"""What people decide about the reporting: grades of outlets, corrections to stories."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Grounded, Name, Part, Sentence, When
from brink.read.story import StoryKind

Grade = Literal["A", "B", "C", "D", "E", "F"]
"""Admiralty reliability: A completely, B usually, C fairly, D not usually, E not at all, F unknown."""


class Outlet(Part):
    """Who publishes, how far to trust them, and on which hosts they do."""

    name: Name
    grade: Grade
    reason: Sentence
    hosts: tuple[Name, ...] = ()


class StoryOverride(Part):
    """A correction to what reading found out about a document (its id) or one story (`document#k`)."""

    date: When | None = None
    outlet: Name | None = None
    kind: StoryKind | None = None
    because: Sentence

    @model_validator(mode="after")
    def _changes_something(self) -> StoryOverride:
        if self.date is None and self.outlet is None and self.kind is None:
            raise ValueError("corrects nothing; give date, outlet or kind")
        return self


class SeriesKey(Grounded):
    """Which rows of a table in `series/` a case uses, and what they count."""

    id: Name
    file: Name
    """Path below `series/`."""
    meaning: Sentence
    where: dict[str, str | int] = Field(default_factory=dict)
    """Column values that pick the rows, such as `dyad_id: 857`."""
    values: tuple[Name, ...]
    """Columns that hold the counts."""
    actors: tuple[Name, ...] = ()
    unit: Sentence
    absent: Literal["zero", "unknown"] = "unknown"
    """What a month without a row means, between the first and last month of the file."""
