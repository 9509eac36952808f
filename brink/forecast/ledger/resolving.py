"""Outcomes: read off a series when asked to, or stated by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brink.case.parts.forecasts import State
from brink.case.series import monthly_series
from brink.errors import BadLedger, BrinkError
from brink.forecast.ledger.book import Page
from brink.forecast.ledger.question import Outcome, Question
from brink.forecast.ledger.reading import says_yes, window_value

if TYPE_CHECKING:
    from brink.case.folder import Case


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A question that could not be read, and why."""

    question: str
    because: str


def read_outcome_of(case: Case, page: Page, until: date) -> Outcome | Unsettled:
    """What the question's rule reads off its series by the end of `until`.

    This is the one place of the ledger that reads months after an as-of date. It is called
    only with a day that the rule's reading date allows, and what it reads goes into outcomes alone.
    """
    question = page.question
    if page.settled:
        return Unsettled(question.id, f"settled before, as {page.outcome.state if page.outcome else ''}")
    if question.reads is None:
        return Unsettled(question.id, "its rule is for a person to read; resolve it with --state")
    if until < question.reading_date:
        return Unsettled(question.id, f"is read on {question.reading_date}, after {until}")
    try:
        value = value_by(case, question, until)
    except BrinkError as error:
        return Unsettled(question.id, str(error))
    state: State = "number"
    if not question.reads.asks_for_number:
        state = "yes" if bool(says_yes(question.reads, value)) else "no"
    because = (
        f"{question.reads.take} of {question.reads.series} {question.reads.field or ''} ".rstrip()
        + f" from {question.reads.first} to {question.reads.last} is {value:g}"
    )
    return Outcome(0, "", state, value, None, question.reading_date, because)


def value_by(case: Case, question: Question, until: date) -> float:
    """What the window of the question's rule comes to in the months that had ended by `until`.

    Raises
    ------
    BadLedger
        When the rule reads no series, or the series does not yet cover the window.
    """
    from brink.case.view import View

    if question.reads is None:
        raise BadLedger(f"the rule of {question.id!r} reads no series")
    series = monthly_series(View(case, until), question.reads.series, question.reads.field)
    return window_value(question.reads, series)


def stated_outcome(
    page: Page, state: State, *, value: float | None, happened: date | None, known: date, because: str
) -> Outcome:
    """An outcome as a person states it, checked against the question.

    Raises
    ------
    BadLedger
        When the state is no answer to the question, or the dates cannot be.
    """
    asks_for_number = any(answer.quantiles for answer in page.answers)
    if page.question.reads is not None:
        asks_for_number = page.question.reads.asks_for_number
    if (state == "number") != (value is not None):
        raise BadLedger("a number is resolved with --state number and --value, and nothing else is")
    if asks_for_number and state in ("yes", "no"):
        raise BadLedger(f"{page.question.id!r} asks for a number; resolve it with --state number --value N")
    if state == "number" and any(answer.probability is not None for answer in page.answers):
        raise BadLedger(f"{page.question.id!r} asks yes or no; resolve it with --state yes or no")
    if known < page.question.opens:
        raise BadLedger(f"{page.question.id!r} opens on {page.question.opens}; it cannot be known on {known}")
    if happened is not None and happened > known:
        raise BadLedger(f"what happened on {happened} was not known before, on {known}")
    return Outcome(0, "", state, value, happened, known, because)
