"""Brink's own forecast as one more author of the ledger, beside the experts and scored like them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from brink.case.series import monthly_series, series_key
from brink.dates.months import parse_month
from brink.errors import BadLedger
from brink.forecast.ledger.question import Answer, Question
from brink.forecast.ledger.reading import says_yes, taken
from brink.forecast.ledger.references import LEVELS, references
from brink.forecast.matched import matched
from brink.forecast.series import from_history, known_part

if TYPE_CHECKING:
    from brink.case.folder import Case

AUTHOR = "Brink's forecast"
FARTHEST = 24
"""Months ahead beyond which the pool was never tried."""


def model_answer(case: Case, question: Question, made: date) -> Answer:
    """What the pool says of a question on a series, from what was known on `made`.

    Raises
    ------
    BadLedger
        When the rule reads no series, its months are over, or they lie too far ahead.
    BadForecast
        When the series is too short.
    """
    from brink.case.view import View

    reads = question.reads
    if reads is None:
        raise BadLedger("its rule reads no series")
    view = View(case, made)
    series = monthly_series(view, reads.series, reads.field)
    first, end = parse_month(reads.first), parse_month(reads.last) + 1
    if end <= series.end:
        raise BadLedger(f"its months had ended by {made}")
    if end - series.end > FARTHEST:
        raise BadLedger(f"it reaches {end - series.end} months ahead; the forecast goes {FARTHEST}")
    past = known_part(series, series.end - 1)
    world = matched(series_key(view, reads.series).where, series.field)
    paths = from_history(past, world, series.end, end - 1).paths
    known = series.window(first, max(first, series.end))
    coming = paths[max(0, first - series.end) :]
    months = np.concatenate((np.tile(known[:, None], (1, coming.shape[1])), coming))
    values = taken(reads.take, months.T)
    number = reads.asks_for_number
    return Answer(
        0,
        "",
        AUTHOR,
        made,
        "",
        None if number else float(says_yes(reads, values).mean()),
        {u: float(np.quantile(values, u)) for u in LEVELS} if number else None,
        f"pool of own recent months and of the past months most like them ({world.words})",
        None,
        *references(case, question, made),
        corrects=None,
    )
