"""Actors of a case, their names, and the ties its analysts declare."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Country, Day, Grounded, Name, Part, Sentence
from brink.code.actors.entry import ActorEntry, DatedName
from brink.code.mention import ActorKind
from brink.code.rows import Relation


class NameInTime(Part):
    """A name that is an actor's only from a day up to, and not including, another."""

    name: Name
    start: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None

    @model_validator(mode="after")
    def _holds_a_day(self) -> NameInTime:
        if self.start and self.until and self.until <= self.start:
            raise ValueError(f"ends on {self.until}, not after its start on {self.start}")
        return self

    def entry(self) -> DatedName:
        return DatedName(self.name, self.start, self.until)


class Actor(Grounded):
    """Somebody of the case, under every name the reporting uses."""

    must_be_grounded = False

    name: Name
    kind: ActorKind
    country: Country | None = None
    aliases: tuple[Name, ...] = ()
    acronyms: tuple[Name, ...] = ()
    demonyms: tuple[Name, ...] = ()
    capitals: tuple[NameInTime, ...] = ()
    dated: tuple[NameInTime, ...] = ()
    part_of: Name | None = None
    role: Sentence | None = None
    """What it does in this case, in one sentence."""
    lane: Name | None = None
    """The row of the timeline it stands in; one of `lanes`."""

    def names(self) -> tuple[NameInTime, ...]:
        """Every name that may stand for it, each with the time it holds."""
        always = (self.name, *self.aliases, *self.acronyms)
        return (*(NameInTime(name=name) for name in always), *self.dated, *self.capitals)

    def entry(self) -> ActorEntry:
        """The actor as the gazetteer takes it."""
        return ActorEntry(
            name=self.name,
            kind=self.kind,
            country=self.country,
            aliases=self.aliases,
            acronyms=self.acronyms,
            demonyms=self.demonyms,
            capitals=tuple(name.entry() for name in self.capitals),
            dated=tuple(name.entry() for name in self.dated),
            part_of=self.part_of,
            source=self.grounds or None,
        )


class SharedName(Part):
    """A name that the reporting uses for more than one actor, and why that is so."""

    name: Name
    actors: Annotated[tuple[Name, ...], Field(min_length=2)]
    why: Sentence


class DeclaredTie(Grounded):
    """A standing relation the analysts hold to be so before any reading."""

    a: Name
    b: Name
    relation: Relation
    sign: Literal["+", "-", "0"]
    directed: bool = False
    start: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    note: Sentence | None = None
