"""What of the case's own rows a number rests on, followed to words, months and dated acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from brink.case.outlets import outlet_of
from brink.case.parts.numbers import Parameter, RestsOn
from brink.case.series import monthly_series
from brink.case.view import View
from brink.dates.months import Month, last_whole_month, month_interval, month_label, month_of, month_words
from brink.errors import NotInCase
from brink.play.model.dated_acts import DatedEvent, dated_events
from brink.play.model.ladder_numbers import ladder_numbers
from brink.play.model.priors import Known
from brink.weigh.items import Evidence, Item

if TYPE_CHECKING:
    from brink.code.rows import Quote

FEW = 7
"""Months that are told one by one."""
YEARS_APART = 24
"""Months beyond which sums by year are told too."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One ground of a number, as it stands in the case."""

    tells: str
    """What it tells of the number."""
    said: str
    """The words quoted, what the months come to, or the acts."""
    source: str
    rows: tuple[str, ...] = ()
    """Ids of the coded rows, or the one id of a passage that no row covers."""
    quote: Quote | None = None
    months: Mapping[str, float] | None = None
    """Counts by month, where it is a series."""

    @property
    def coded(self) -> bool:
        """Whether it is a row that `brink show` and the brief's annex hold."""
        return bool(self.rows) and not self.rows[0].startswith("q")


class Grounds:
    """Follows the numbers of a case to its rows, as of the view's date."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._evidence = Evidence(view)
        model = view.definition.model
        given = ladder_numbers(view.definition, model).parameters if model else ()
        self._given: dict[tuple[str, str | None], Parameter] = {(one.id, one.under): one for one in given}

    def of(self, known: Known) -> tuple[Followed, ...]:
        """The rows that a number rests on; none for the generic model's, nor for one that gave way."""
        given = self._given.get((known.id, known.under))
        if given is None or not known.from_case:
            return ()
        return self.of_parameter(given)

    def of_parameter(self, given: Parameter) -> tuple[Followed, ...]:
        """The rows that a number of case.yaml names, those left out that are of later than the date."""
        if given.data_to is not None and given.data_to > self.view.as_of:
            return ()
        return self.follow(given.rests_on)

    def follow(self, asked: Iterable[RestsOn]) -> tuple[Followed, ...]:
        """What is there, as of the date, of the rows that are asked for."""
        return tuple(found for one in asked if (found := self._follow(one)) is not None)

    def _follow(self, one: RestsOn) -> Followed | None:
        if one.document is not None and one.quote is not None:
            item = self._evidence.item(f"{one.document}: {one.quote}")
            return self._passage(one, item) if item is not None else None
        if one.series is not None:
            return self._months(one)
        return self._acts(one)

    def _passage(self, one: RestsOn, item: Item) -> Followed:
        story = self.view.story[item.story]
        when = story.date and (story.date.start if story.date.days == 1 else story.date)
        source = ", ".join(str(part) for part in (outlet_of(self.view, story), when) if part)
        # The words that the case names, which a row's own quote may cut short.
        said = f"“{' '.join((one.quote or '').split())}”"
        return Followed(one.tells, said, source, item.rows or (item.id,), item.quote)

    def _months(self, one: RestsOn) -> Followed | None:
        try:
            assert one.series is not None
            series = monthly_series(self.view, one.series, one.field)
        except NotInCase:
            # A case that was opened without its files has no months to show.
            return None
        first, last = _span(one)
        last = min(last, last_whole_month(self.view.as_of))
        counts = series.window(first, last + 1)
        counted = {month_label(first + at): float(n) for at, n in enumerate(counts) if not np.isnan(n)}
        if not counted:
            return None
        span = month_words(first) + (f" to {month_words(last)}" if last > first else "")
        said = f"{series.name}, {span}: {_counts_said(counted)}"
        return Followed(one.tells, said, series.source, months=counted)

    def _acts(self, one: RestsOn) -> Followed | None:
        start, end = (month_interval(month) for month in _span(one))
        of_kind = (act for act in dated_events(self.view) if act.kind in one.acts)
        acts = [act for act in of_kind if act.start <= end.last and act.end >= start.start]
        if not acts:
            return None
        sources = "; ".join(dict.fromkeys(_site(act.source) for act in acts))
        return Followed(one.tells, "; ".join(map(_act, acts)), sources)


def _span(one: RestsOn) -> tuple[Month, Month]:
    assert one.first is not None
    assert one.last is not None
    return month_of(one.first), month_of(one.last)


def _counts_said(counted: Mapping[str, float]) -> str:
    """Few months one by one, more as sum and mean, years apart."""
    if len(counted) <= FEW:
        return ", ".join(f"{n:,.0f}" for n in counted.values())
    total, above = sum(counted.values()), sum(n > 0 for n in counted.values())
    said = f"{total:,.0f} in {len(counted)} months, {total / len(counted):.1f} a month"
    if above < len(counted):
        said += f", above 0 in {above}"
    if len(counted) > YEARS_APART:
        years: dict[str, float] = {}
        for month, n in counted.items():
            years[month[:4]] = years.get(month[:4], 0.0) + n
        said += "; by year " + ", ".join(f"{year}: {n:,.0f}" for year, n in years.items())
    return said


def _site(source: str) -> str:
    """An address by its site; the table of acts holds the whole of it."""
    return (urlsplit(source).hostname or source).removeprefix("www.") if "://" in source else source


def _act(act: DatedEvent) -> str:
    days = act.start.isoformat() if act.start == act.end else f"{act.start} to {act.end}"
    return f"{days} {act.what}"


def followed_in_words(found: Followed) -> str:
    """`size of one strike: “…” (e1f0…; Brink case desk, after AFP, 2022-04-17)`."""
    where = "; ".join(part for part in (", ".join(found.rows), found.source) if part)
    return f"{found.tells}: {found.said} ({where})"


def followed_row(found: Followed) -> dict[str, Any]:
    """Plain values, for programs."""
    quote = found.quote
    return {
        "tells": found.tells,
        "said": found.said,
        "source": found.source,
        "rows": list(found.rows),
        "document": quote.document if quote else None,
        "start": quote.start if quote else None,
        "end": quote.end if quote else None,
        "quote": quote.text if quote else None,
        "months": dict(found.months) if found.months is not None else None,
    }
