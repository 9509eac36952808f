"""The brief's outlook: what the main series may do next, how sure, what moved, and how such forecasts did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from brink.brief.outlook_said import counts_deaths, moved, next_year, record_said, sentences, told_later
from brink.brief.sections import Section
from brink.case.series import monthly_series
from brink.dates.months import Month, month_words
from brink.errors import BrinkError
from brink.forecast.record import MONTHS_AHEAD, past_record
from brink.forecast.scores import chance_of_at_least
from brink.forecast.series import SeriesForecast
from brink.plots import Figure
from brink.plots.fan import fan
from brink.words.probability import Scale, chance_said, scale_source

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.parts.reporting import SeriesKey
    from brink.case.view import View

THRESHOLDS = (25.0, 50.0, 100.0, 250.0, 500.0, 1000.0)
LEAST_TOLD = 0.005
LIMITS = (
    "It knows monthly counts and nothing else: no truce, closure, offensive, election or change of leader "
    "that was announced or is under way.",
    "It does not carry a trend on: it draws from the series' own recent months and from what came after the "
    "past months of the world most like them.",
    "The source counts lethal events it could verify and revises them for years; its count is forecast.",
)


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """The chance of a count: of the first month, and of at least one of three and of twelve."""

    count: str
    chances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """Another series of the case in one line, or why it has no forecast."""

    name: str
    meaning: str
    before: str
    ahead: str
    escalates: str
    because: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the section prints; `because` says why there is no forecast, and then the rest is empty."""

    because: str
    subject: str
    """What is forecast, as the source counts it."""
    figure: Figure | None
    sentences: tuple[str, ...]
    months: tuple[str, ...]
    thresholds: tuple[ThresholdLine, ...]
    moved: tuple[str, ...]
    record: tuple[str, ...]
    others: tuple[SeriesLine, ...]
    limits: tuple[str, ...]
    model: str
    came: tuple[str, ...]
    """What came after the as-of date, only when the brief reveals it."""


def outlook_section(view: View, ledger: Ledger) -> Section | None:
    """The section, or None for a case without a monthly series."""
    del ledger
    main = main_series(view)
    if main is None:
        return None
    try:
        data = _outlook(view, *main)
    except BrinkError as error:
        data = Outlook(str(error), "", None, (), (), (), (), (), (), (), "", ())
    return Section("outlook", "Outlook", "Outlook", "outlook", data)


def main_series(view: View) -> tuple[str, str] | None:
    """The case's first series by the month, and its count of people killed, or else its first count."""
    monthly = [key for key in view.definition.series if "year" not in key.unit]
    return (monthly[0].id, _field(monthly[0])) if monthly else None


def _field(key: SeriesKey) -> str:
    return next((value for value in key.values if counts_deaths(value)), key.values[0])


def _outlook(view: View, series_id: str, field: str) -> Outlook:
    forecast, scale = next_year(view, series_id, field), view.definition.words
    came = _came(view, forecast)
    return Outlook(
        "",
        f"{forecast.past.meaning} ({forecast.past.name}, {forecast.past.source})",
        fan(forecast, came=came),
        tuple(sentences(forecast, scale)),
        (month_words(forecast.months[0]), "one month of three", "one month of twelve"),
        tuple(_thresholds(forecast, scale)),
        tuple(moved(view, forecast, scale)),
        tuple(record_said(past_record(forecast.past, forecast.world))),
        tuple(_others(view, series_id, scale)),
        LIMITS,
        "Half from the series' own recent months, half from the past months of the world most like them "
        f"({forecast.world.words}), as known at the as-of date; “brink forecast {view.case.name} --gap 1 "
        f"--horizon {MONTHS_AHEAD}” prints the same. Words of probability: {scale_source(scale)}.",
        tuple(told_later(forecast, came)) if came else (),
    )


def _thresholds(forecast: SeriesForecast, scale: Scale) -> Iterator[ThresholdLine]:
    for threshold in THRESHOLDS:
        worst = [forecast.paths[:months].max(axis=0) for months in (1, 3, MONTHS_AHEAD)]
        chances = [float(chance_of_at_least(path, threshold)) for path in worst]
        if chances[-1] >= LEAST_TOLD:
            yield ThresholdLine(f"{threshold:,.0f}", tuple(chance_said(p, scale) for p in chances))


def _others(view: View, main: str, scale: Scale) -> Iterator[SeriesLine]:
    for key in view.definition.series:
        if key.id == main or "year" in key.unit:
            continue
        field = _field(key)
        name = f"{key.id} {field}"
        try:
            one = next_year(view, key.id, field)
        except BrinkError as error:
            yield SeriesLine(name, key.meaning, "", "", "", str(error))
            continue
        low, middle, high = np.quantile(one.paths.sum(axis=0), [0.05, 0.5, 0.95])
        yield SeriesLine(
            name,
            key.meaning,
            f"{np.nansum(one.past.counts[-12:]):.0f}",
            f"{middle:,.0f} ({low:,.0f} to {high:,.0f})",
            chance_said(one.escalation, scale) if one.escalation is not None else "",
            "",
        )


def _came(view: View, forecast: SeriesForecast) -> list[float]:
    """Counts of the months forecast that had ended by the revealed day; empty without one."""
    if view.reveal is None:
        return []
    return revealed_counts(view, forecast.past.id, forecast.past.field, forecast.months[0], view.reveal)


def revealed_counts(
    view: View, series_id: str, field: str, first: Month, reveal: date, *, months: int = 12
) -> list[float]:
    """Counts from `first` on as known later. The one reader of the brief that looks past the as-of date."""
    from brink.case.view import View

    later = monthly_series(View(view.case, reveal), series_id, field)
    counts = later.window(first, min(first + months, later.end))
    known = np.flatnonzero(np.isnan(counts))
    return [float(count) for count in (counts[: known[0]] if known.size else counts)]
