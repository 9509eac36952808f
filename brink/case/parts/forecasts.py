"""Forecasts people have stated, with rules that will settle them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Day, Grounded, Id, Month, Name, Part, Probability, Sentence

Taken = Literal["total", "mean", "highest month"]
State = Literal["yes", "no", "number", "ambiguous", "annulled", "open"]
"""`ambiguous`: cannot be known; `annulled`: the question was faulty; `open`: looked at, not settled."""


class SeriesRule(Part):
    """What a program reads to settle a question: months of a series, and the count that makes it a yes."""

    series: Name
    """Id of one of the case's series."""
    field: Name | None = None
    """One of the series' values; its first by default."""
    take: Taken = "total"
    first: Annotated[Month | None, Field(alias="from")] = None
    """First month read; the month of `opens` by default."""
    last: Annotated[Month | None, Field(alias="to")] = None
    """Last month read; the month of `closes` by default."""
    at_least: float | None = None
    at_most: float | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> SeriesRule:
        if self.at_least is not None and self.at_most is not None:
            raise ValueError("has both at_least and at_most; give one, or neither to ask for the number")
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"reads to {self.last:%Y-%m}, before it reads from {self.first:%Y-%m}")
        return self

    @property
    def asks_for_number(self) -> bool:
        return self.at_least is None and self.at_most is None


class Resolution(Part):
    """How a question will be settled, fixed before the outcome is known."""

    source: Sentence
    field: Sentence
    rule: Sentence
    """When the answer is yes, or which number it is."""
    vintage: Sentence
    """Which release or reading of the source counts."""
    reading_date: Day
    if_source_stops: Sentence
    reads: SeriesRule | None = None
    """The rule in a form that a program can follow, where the source is a series of the case."""


class StatedRate(Grounded):
    """How often such a question has come out yes before, where no series of the case tells it."""

    probability: Probability


class Outcome(Grounded):
    """How a question came out, or why it has been left open."""

    state: State
    value: float | None = None
    happened: Day | None = None
    """Day on which it was settled in the world; the question stops being open then."""
    known: Day
    """First day on which it could be read; nothing dated earlier may use it."""

    @model_validator(mode="after")
    def _has_its_value(self) -> Outcome:
        if (self.state == "number") != (self.value is not None):
            raise ValueError("needs value: with state: number, and only then")
        return self


class Forecast(Grounded):
    """A question about the future, who answered it, and what they said."""

    id: Id
    question: Sentence
    holder: Sentence
    said: Sentence
    """The answer as it was given, in the case's own words."""
    made: Day | None = None
    """Day on which it was given; by default the day it opens, or as_of when that is earlier."""
    opens: Day
    closes: Day
    resolution: Resolution
    probability: Probability | None = None
    quantiles: dict[Annotated[float, Field(gt=0, lt=1)], float] = Field(default_factory=dict)
    base_rate: StatedRate | None = None
    outcome: Outcome | None = None
    about: tuple[Name, ...] = ()

    def asked_on(self, as_of: date) -> date:
        """The day from which the question counts as put."""
        return min(self.opens, as_of)

    def made_on(self, as_of: date) -> date:
        """The day from which the answer counts as given."""
        return self.made or self.asked_on(as_of)

    @model_validator(mode="after")
    def _runs_forward(self) -> Forecast:
        if self.closes <= self.opens:
            raise ValueError(f"closes on {self.closes}, not after it opens on {self.opens}")
        if self.resolution.reading_date < self.closes:
            raise ValueError(f"is read on {self.resolution.reading_date}, before it closes on {self.closes}")
        ordered = [self.quantiles[level] for level in sorted(self.quantiles)]
        if ordered != sorted(ordered):
            raise ValueError("has quantiles that fall as their level rises")
        if self.probability is not None and self.quantiles:
            raise ValueError("has both probability and quantiles; a question is answered by one")
        return self

    @model_validator(mode="after")
    def _answers_what_is_asked(self) -> Forecast:
        reads, state = self.resolution.reads, self.outcome.state if self.outcome else None
        if self.probability is not None and reads is not None and reads.asks_for_number:
            raise ValueError("gives a probability, but reads: asks for a number; add at_least or at_most")
        if self.quantiles and reads is not None and not reads.asks_for_number:
            raise ValueError("gives quantiles, but reads: asks yes or no; leave at_least and at_most out")
        if (state in ("yes", "no") and self.quantiles) or (
            state == "number" and self.probability is not None
        ):
            raise ValueError(f"cannot come out as {state!r}: that is not what it was asked as")
        return self
