"""The brief's ledger of forecasts: what people said would happen, how likely, and how it came out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.brief.sections import Section
from brink.errors import BrinkError
from brink.forecast.ledger.book import Book, Page, book
from brink.forecast.ledger.drafts import forecast_drafts
from brink.forecast.ledger.listing import (
    answer_said,
    calibration_lines,
    pooled_answer,
    record_line,
    reference_said,
    state_said,
)
from brink.forecast.ledger.question import Answer
from brink.forecast.ledger.resolving import value_by
from brink.forecast.ledger.scoring import Score, calibration, records, score, scores
from brink.words.probability import chance_said, percent_said

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """Who said what, and the base rate of that day."""

    author: str
    when: str
    said: str
    words: str
    quote: str | None
    """The claim it was found in."""
    base_rate: str
    later: bool
    """Given only after the as-of date; told because the brief reveals it."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question as the brief prints it."""

    id: str
    text: str
    rule: str
    closes: str
    answers: tuple[AnswerLine, ...]
    pooled: str | None
    state: str
    because: str
    scores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerOfForecasts:
    """What the section prints. `reveal` is the day up to which outcomes are told, if after the as-of date."""

    open: tuple[QuestionLine, ...]
    settled: tuple[QuestionLine, ...]
    drafts: int
    records: tuple[str, ...]
    calibration: tuple[str, ...]
    reveal: str | None


def forecasts_section(view: View, ledger: Ledger) -> Section | None:
    """The section, or None for a case in which nobody has forecast anything."""
    del ledger
    kept, drafts = book(view), len(forecast_drafts(view))
    if not kept.pages and not drafts:
        return None
    lines = [(page, _question_line(view, page)) for page in kept.pages]
    data = LedgerOfForecasts(
        open=tuple(line for page, line in lines if not page.settled),
        settled=tuple(line for page, line in lines if page.settled),
        drafts=drafts,
        records=tuple(record_line(record) for record in records(scores(kept))),
        calibration=_calibration(kept),
        reveal=f"{view.reveal:%d %B %Y}".lstrip("0") if view.reveal else None,
    )
    return Section("forecasts", "Ledger of forecasts", "Forecasts", "forecasts", data)


def _calibration(kept: Book) -> tuple[str, ...]:
    """Nothing before anything was resolved: a warning about too few answers would only be noise."""
    told = calibration(kept)
    return tuple(calibration_lines(told)) if told.resolved else ()


def _question_line(view: View, page: Page) -> QuestionLine:
    question, latest = page.question, page.latest()
    together = pooled_answer([answer for answer in latest if answer.made <= view.as_of])
    return QuestionLine(
        question.id,
        question.text,
        question.rule,
        question.closes.isoformat(),
        tuple(_answer_line(view, answer) for answer in latest),
        chance_said(together, view.definition.words) if together is not None else None,
        state_said(page),
        page.outcome.because if page.outcome else _so_far(view, page),
        tuple(_scores(page)),
    )


def _so_far(view: View, page: Page) -> str:
    """What the series says by the revealed day on a question not yet entered as settled."""
    if view.reveal is None or page.question.reads is None:
        return ""
    try:
        value = value_by(view.case, page.question, view.reveal)
    except BrinkError:
        return ""
    due = page.question.reading_date
    when = "" if view.reveal >= due else f"; to be read on {due}"
    return f"the series says {value:g}, not yet entered{when}"


def _answer_line(view: View, answer: Answer) -> AnswerLine:
    base, drawn = reference_said(answer.base_rate), reference_said(answer.conflictology)
    return AnswerLine(
        answer.author,
        answer.made.isoformat(),
        answer_said(answer, view.definition.words),
        answer.said,
        answer.quote["claim"] if answer.quote else None,
        "; ".join(part for part in (base and f"base rate {base}", drawn and f"conflictology {drawn}") if part)
        or "",
        answer.made > view.as_of,
    )


def _scores(page: Page) -> Sequence[str]:
    earned = [one for author in page.authors if (one := score(page, author)) is not None]
    return [f"{one.author}: {score_said(one)}" for one in earned]


def score_said(one: Score) -> str:
    """A score in a few words: the number, its name, and skill against the base rate where there is one."""
    if one.brier is not None and one.log is not None:
        said = f"Brier {one.brier:.2f}, log score {one.log:.2f}"
    else:
        said = f"CRPS {one.crps:.3g}, log-CRPS {one.log_crps:.2f}"
    if one.skill_on_base_rate is not None:
        said += f", skill {one.skill_on_base_rate:+.2f} against the base rate"
    if one.entered_late:
        said += "; entered after the question had closed, which proves no foresight"
    if one.stood < 1:
        said += f", stood {percent_said(one.stood)} of the time"
    return said
