"""What is counted, and the hypotheses that reporting is weighed against."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Country, Day, Grounded, Id, Length, Name, Part, Probability, Sentence
from brink.code.rows import EventType, Mode, PlacePrecision, Status

Motive = Literal["H0", "H1", "H2", "H3", "H4"]
"""Why a host backs a group: H1 leverage, H2 like-minded, H3 lack of capacity, H4 ruse, H0 a mixture."""
Band = Literal[
    "strongly-against", "against", "weakly-against", "neutral", "weakly-for", "for", "strongly-for"
]
"""How far a piece of evidence speaks for or against a hypothesis; ranges in `brink/weigh/scales.yaml`."""
Chance = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]
"""Words of ICD 203 for how likely something is to be seen."""
Measure = Literal[
    "incidents", "events", "killed", "injured", "abducted", "amount", "districts", "rung", "value"
]
"""What is summed; `districts` are counted apart, of `rung` the highest counts."""


class AtLeast(Part):
    """How large one incident must be to count."""

    killed: Annotated[int, Field(ge=1)] | None = None
    injured: Annotated[int, Field(ge=1)] | None = None
    abducted: Annotated[int, Field(ge=1)] | None = None
    sources: Annotated[int, Field(ge=1)] | None = None


class Count(Part):
    """Which rows are counted and what of them is summed; keys left out do not restrict."""

    measure: Measure = "incidents"
    types: tuple[EventType, ...] = ()
    modes: tuple[Mode, ...] = ()
    actors: tuple[Name, ...] = ()
    recipients: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    """Place names, at whatever precision the rows have; a district or province takes in what lies in it."""
    place_level: tuple[PlacePrecision, ...] = ()
    """How small a place must be named: `[town, point]`."""
    countries: tuple[Country, ...] = ()
    cross_border: bool = False
    """Only what a doer does outside the country it belongs to."""
    unnamed: bool = False
    """Whether rows that name no known doer count where `actors` are asked for."""
    words: tuple[Sentence, ...] = ()
    """Words of which one stands in a quote."""
    no_words: tuple[Sentence, ...] = ()
    """Words of which none stands in any quote."""
    status: tuple[Status, ...] = ("happened",)
    at_least: AtLeast | None = None
    """Size one incident must have ("20 killed at once")."""
    series: Name | None = None
    """Id of a monthly series to read instead of rows; then `value` is the measure."""
    field: Name | None = None
    """Which of the series' values, by default its first."""

    @model_validator(mode="after")
    def _picks_something(self) -> Count:
        narrowed = (self.types, self.modes, self.actors, self.recipients, self.places, self.countries)
        if not any(narrowed) and not self.words and self.series is None:
            raise ValueError("counts everything; give types, modes, actors, recipients, places or series")
        if (self.measure == "value") != (self.series is not None):
            raise ValueError("mixes rows and series; measure: value goes with series:, and only with it")
        if self.field is not None and self.series is None:
            raise ValueError("names a field but no series; give series:, or drop field:")
        if self.measure == "rung" and (len(self.actors) != 1 or len(self.recipients) != 1):
            raise ValueError("reads a ladder; give its by: as actors and its against: as recipients")
        if self.unnamed and not self.actors:
            raise ValueError("counts unnamed doers beside no named ones; give actors:, or drop unnamed:")
        return self


class Tell(Part):
    """Something one would see, and which rows would show it where rows can."""

    sees: Sentence
    like: Count | None = None
    chance: dict[str, Chance | Probability] = Field(default_factory=dict)
    """How likely it is to be seen under a hypothesis, by id; `others` stands for all not named."""
    within: Length | None = None
    """Over what time that chance is meant."""


class Hypothesis(Grounded):
    """One answer to an open question, its prior, and what would speak for or against it."""

    id: Id
    question: Sentence
    statement: Sentence
    prior: Probability
    motive: Motive | None = None
    """Which variant of the model it stands for."""
    holders: tuple[Sentence, ...] = ()
    if_true: Annotated[tuple[Tell, ...], Field(min_length=1)]
    if_false: tuple[Tell, ...] = ()
    phrases: tuple[Sentence, ...] = ()
    """Words by which a claim that states this answer is known."""


class WeighedLink(Part):
    """How one piece of evidence bears on one hypothesis, and why."""

    hypothesis: Id
    band: Band
    because: Sentence


class Weighed(Part):
    """A piece of evidence that the case's desk has weighed, found by its words."""

    document: Annotated[str, Field(min_length=1)]
    quote: Sentence
    """Words of the document, long enough to stand there once."""
    by: Sentence
    on: Day
    kin: Sentence | None = None
    """What else it has in common with other evidence, besides report, speaker and incident."""
    links: Annotated[tuple[WeighedLink, ...], Field(min_length=1)]
