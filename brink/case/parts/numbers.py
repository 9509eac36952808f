"""Uncertain numbers of a definition: ranges, priors, and how well each is known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from brink.case.parts.base import Day, Grounded, Id, Month, Name, Part, Probability, Sentence

Mark = Literal["seen", "fitted", "recalled", "assumed"]
"""`seen` in the source named, `fitted` to data, `recalled` from the literature and not re-read, `assumed`."""


class Prior(Part):
    """Belief about a number: quantiles at 5, 50 and 95 %, or a normal with mean and sd."""

    low: float | None = None
    mid: float | None = None
    high: float | None = None
    mean: float | None = None
    sd: Annotated[float, Field(gt=0)] | None = None
    absent: Probability = 0.0
    """Chance that there is no such effect at all."""

    @model_validator(mode="after")
    def _is_one_shape(self) -> Prior:
        quantiles, normal = (self.low, self.mid, self.high), (self.mean, self.sd)
        if None not in quantiles and normal == (None, None):
            low, mid, high = (value or 0.0 for value in quantiles)
            if not low <= mid <= high:
                raise ValueError("has its quantiles out of order; low <= mid <= high is needed")
        elif None in normal or quantiles != (None, None, None):
            raise ValueError("is no prior; give low, mid and high (5, 50 and 95 %), or mean and sd")
        return self


class RestsOn(Part):
    """What of the case's own rows a number rests on: a passage, months of a series, or dated acts."""

    tells: Sentence
    """What it tells of the number, such as its size or its sign."""
    document: Annotated[str, Field(min_length=1)] | None = None
    quote: Sentence | None = None
    """Words of the document, long enough to stand there once."""
    series: Name | None = None
    field: Name | None = None
    """Which of the series' values, by default its first."""
    acts: tuple[Name, ...] = ()
    """Kinds of the rows in `model.history`."""
    first: Annotated[Month | None, Field(alias="from")] = None
    last: Annotated[Month | None, Field(alias="to")] = None

    @model_validator(mode="after")
    def _is_one_kind(self) -> RestsOn:
        if (self.document is None) != (self.quote is None):
            raise ValueError("gives document or quote without the other; a passage needs both")
        if [self.document is not None, self.series is not None, bool(self.acts)].count(True) != 1:
            raise ValueError("is no row; give document and quote, or series, or acts, and one of them only")
        if self.document is None and (self.first is None or self.last is None):
            raise ValueError("names no months; give from and to as 2021-08")
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"runs from {self.first:%Y-%m} back to {self.last:%Y-%m}")
        return self


class Range(Grounded):
    """A number between low and high with its unit and where it comes from."""

    low: float
    high: float
    unit: Sentence
    rests_on: tuple[RestsOn, ...] = ()
    """Rows of the case behind it."""

    @model_validator(mode="after")
    def _is_ordered(self) -> Range:
        if self.high < self.low:
            raise ValueError(f"runs from {self.low:g} down to {self.high:g}; low must not exceed high")
        return self


class Parameter(Grounded):
    """A number the model needs: a value or a prior, its unit, and how it is known."""

    id: Id
    meaning: Sentence
    unit: Sentence
    value: float | None = None
    prior: Prior | None = None
    mark: Mark
    under: Id | None = None
    """The structure or motive under which it holds, when it does not hold under all."""
    data_to: Day | None = None
    """Last day of the data the value rests on, when it was fitted or counted."""
    rests_on: tuple[RestsOn, ...] = ()
    """Rows of the case behind it; the mark says how well it is known, with or without them."""

    @model_validator(mode="after")
    def _is_stated_once(self) -> Parameter:
        if (self.value is None) == (self.prior is None):
            raise ValueError("needs either value or prior, and not both")
        if self.mark == "assumed" and self.assumption is None:
            raise ValueError("is marked assumed; say why in assumption:")
        if self.mark != "assumed" and self.source is None:
            raise ValueError(f"is marked {self.mark}; name its source:")
        return self
