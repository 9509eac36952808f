"""What every section of `case.yaml` is made of: strict keys, grounds, dates, countries."""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    model_validator,
)

from brink.dates import DateInterval

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
NAME_PATTERN = r"^\S(?:.*\S)?$"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_WINDOW = re.compile(r"(\d{1,4}) (day|week|month|year)s?")


class Part(BaseModel):
    """A mapping of the definition: no unknown keys, no change after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    must_be_grounded: ClassVar[bool] = False
    """Whether the mapping has to name a source or say that it is an assumption."""


class Grounded(Part):
    """A part that says where its values come from: a `source`, or an `assumption` with its reason."""

    must_be_grounded: ClassVar[bool] = True

    source: str | None = Field(None, min_length=2)
    assumption: str | None = Field(None, min_length=2)

    @model_validator(mode="after")
    def _has_grounds(self) -> Grounded:
        if self.must_be_grounded and self.source is None and self.assumption is None:
            raise ValueError("says nowhere where it comes from; add source: or assumption: with a reason")
        return self

    @property
    def grounds(self) -> str:
        """Source and assumption as a reader should see them."""
        assumed = f"assumption: {self.assumption}" if self.assumption else None
        return "; ".join(part for part in (self.source, assumed) if part)


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("is not a day; write it as YYYY-MM-DD, such as 2022-12-31")
    try:
        return date.fromisoformat(value)
    except ValueError as wrong:
        raise ValueError(f"is not in the calendar ({wrong}); write an existing day as YYYY-MM-DD") from None


def _month(value: Any) -> date:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _MONTH.fullmatch(value) or not 1 <= int(value[5:]) <= 12:
        raise ValueError("is not a month; write it as YYYY-MM, such as 2023-01")
    return date(int(value[:4]), int(value[5:]), 1)


def _interval(value: Any) -> DateInterval:
    if isinstance(value, DateInterval):
        return value
    try:
        return DateInterval.parse(str(value))
    except ValueError:
        raise ValueError(
            "is not a date; write 2022-04-16, 2022-04, 2022 or first and last day as 2022-04-16/2022-04-17"
        ) from None


def country_problem(code: str) -> str | None:
    """What is wrong with a country code, or None when it is ISO 3166-1 alpha-2 (or XK)."""
    import pycountry

    if code == "XK" or pycountry.countries.get(alpha_2=code) is not None:
        return None
    try:
        meant = pycountry.countries.lookup(code).alpha_2
        hint = f"; did you mean {meant}?"
    except LookupError:
        names = {country.name: country.alpha_2 for country in pycountry.countries}
        close = difflib.get_close_matches(code.title(), names, n=1, cutoff=0.7)
        hint = f"; did you mean {names[close[0]]}, {close[0]}?" if close else ""
    return f"is not an ISO 3166-1 code of two capital letters, such as PK{hint}"


def _country(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("is not a country; write two capital letters, such as PK")
    if problem := country_problem(value):
        raise ValueError(problem)
    return value


class Window(Part):
    """A length of time, as people say it: `3 months`."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def _window(value: Any) -> Window:
    if isinstance(value, Window):
        return value
    match = _WINDOW.fullmatch(str(value).strip())
    if match is None or int(match[1]) == 0:
        raise ValueError("is not a length of time; write a number and days, weeks, months or years: 30 days")
    return Window(count=int(match[1]), unit=match[2])


Day = Annotated[date, BeforeValidator(_day)]
Month = Annotated[date, BeforeValidator(_month)]
When = Annotated[DateInterval, PlainValidator(_interval), PlainSerializer(str)]
Country = Annotated[str, BeforeValidator(_country)]
Length = Annotated[Window, PlainValidator(_window), PlainSerializer(str)]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=NAME_PATTERN)]
Sentence = Annotated[str, Field(min_length=2)]
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Probability = Annotated[float, Field(ge=0, le=1)]
