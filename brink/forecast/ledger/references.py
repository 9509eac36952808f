"""What the base rate and conflictology would have answered on a day, from the series as known then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brink.case.series import MonthlySeries, monthly_series
from brink.dates.months import parse_month
from brink.errors import NotInCase
from brink.forecast.ledger.question import Question, Reads, Reference
from brink.forecast.ledger.reading import says_yes, taken

if TYPE_CHECKING:
    from brink.case.folder import Case

Floats = NDArray[np.float64]
LEVELS = tuple(round(0.05 * k, 2) for k in range(1, 20))
BASE_RATE_MONTHS = 120
FEWEST_WINDOWS = 12
CONFLICTOLOGY_MONTHS = 12


def references(case: Case, question: Question, made: date) -> tuple[Reference, Reference]:
    """Base rate and conflictology for an answer given on `made`; nothing later is read.

    For a question on a series, the months of its window that had ended by `made` count as
    known, and only the others are filled in. The base rate fills them with every run of as many
    months in a row out of the ten years before; conflictology with each of the twelve last months,
    carried on: months of one war go together, and drawn apart they would make totals far too
    narrow. For other questions the base rate is the stated one, if any.
    """
    if question.reads is None:
        return _stated(question), Reference(None, None, "the rule does not read a monthly series")
    from brink.case.view import View

    try:
        series = monthly_series(View(case, made), question.reads.series, question.reads.field)
    except NotInCase as error:
        none = Reference(None, None, str(error))
        return none, none
    if np.isnan(_known_and_ahead(question.reads, series)[0]).any():
        none = Reference(None, None, f"{series.name} has a gap in the months asked about")
        return none, none
    return _base_rate(question.reads, series), _conflictology(question.reads, series)


def _stated(question: Question) -> Reference:
    if question.base_rate is None:
        return Reference(None, None, "no base rate is stated and the rule does not read a monthly series")
    return Reference(question.base_rate, None, question.base_rate_from)


def _base_rate(reads: Reads, series: MonthlySeries) -> Reference:
    known, ahead = _known_and_ahead(reads, series)
    if ahead == 0:
        return _answered(reads, taken(reads.take, known)[None], "the window had ended by then")
    past = series.counts[-BASE_RATE_MONTHS:]
    past = past[int(np.flatnonzero(np.isnan(past))[-1]) + 1 :] if np.isnan(past).any() else past
    windows = len(past) - ahead + 1
    if windows < FEWEST_WINDOWS:
        return Reference(None, None, f"{series.name} has fewer than {FEWEST_WINDOWS} runs of {ahead} months")
    runs = np.lib.stride_tricks.sliding_window_view(past, ahead)
    values = taken(reads.take, np.concatenate((np.tile(known, (windows, 1)), runs), axis=-1))
    return _answered(reads, values, f"{windows} runs of {ahead} months of {series.name} before")


def _conflictology(reads: Reads, series: MonthlySeries) -> Reference:
    known, ahead = _known_and_ahead(reads, series)
    last = series.counts[-CONFLICTOLOGY_MONTHS:]
    if len(last) < CONFLICTOLOGY_MONTHS or np.isnan(last).any():
        return Reference(None, None, f"{series.name} does not have its twelve last months")
    carried = np.tile(last[:, None], (1, ahead))
    values = taken(reads.take, np.concatenate((np.tile(known, (len(last), 1)), carried), axis=-1))
    return _answered(reads, values, f"each of the twelve last months of {series.name} carried on")


def _known_and_ahead(reads: Reads, series: MonthlySeries) -> tuple[Floats, int]:
    """Counts of the window known so far, and how many of its months are still to come."""
    first, end = parse_month(reads.first), parse_month(reads.last) + 1
    known = series.window(first, min(end, max(first, series.end)))
    return known, end - min(end, max(first, series.end))


def _answered(reads: Reads, values: Floats, because: str) -> Reference:
    if reads.asks_for_number:
        return Reference(None, {u: float(np.quantile(values, u)) for u in LEVELS}, because)
    return Reference(float(says_yes(reads, values).mean()), None, because)
