"""Forecasts people have stated, with rules that will settle them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from brink.case.parts.base import Day, Grounded, Id, Name, Part, Probability, Sentence


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


class Forecast(Grounded):
    """A question about the future, who answered it, and what they said."""

    id: Id
    question: Sentence
    holder: Sentence
    said: Sentence
    """The answer as it was given, in the case's own words."""
    opens: Day
    closes: Day
    resolution: Resolution
    probability: Probability | None = None
    quantiles: dict[Annotated[float, Field(gt=0, lt=1)], float] = Field(default_factory=dict)
    about: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _runs_forward(self) -> Forecast:
        if self.closes <= self.opens:
            raise ValueError(f"closes on {self.closes}, not after it opens on {self.opens}")
        if self.resolution.reading_date < self.closes:
            raise ValueError(f"is read on {self.resolution.reading_date}, before it closes on {self.closes}")
        ordered = [self.quantiles[level] for level in sorted(self.quantiles)]
        if ordered != sorted(ordered):
            raise ValueError("has quantiles that fall as their level rises")
        return self
