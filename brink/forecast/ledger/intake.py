"""Forecasts of `case.yaml` taken into the ledger, once; what was changed there since is a new entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from brink.forecast.ledger.entries import Draft, Entry, append, load_entries
from brink.forecast.ledger.question import (
    Answer,
    Outcome,
    Question,
    Reads,
    answer_content,
    outcome_content,
    question_content,
)
from brink.forecast.ledger.references import references

if TYPE_CHECKING:
    from brink.case.folder import Case
    from brink.case.parts.forecasts import Forecast

FROM_CASE = "case.yaml"
_OF_ANSWER = ("author", "made", "said", "probability", "quantiles", "basis")


def take_in(case: Case) -> list[Entry]:
    """Append what `case.yaml` says and the ledger does not yet hold; a second time nothing."""
    held = [entry for entry in load_entries(case.store) if entry.who == FROM_CASE]
    drafts = [draft for forecast in case.definition.forecasts for draft in _drafts(case, forecast, held)]
    return append(case.store, drafts, who=FROM_CASE)


def _drafts(case: Case, forecast: Forecast, held: Sequence[Entry]) -> list[Draft]:
    own = [entry for entry in held if entry.question == forecast.id]
    before: dict[str, Entry] = {entry.kind: entry for entry in own}
    question = question_of(forecast, asked=_day(before, "question", "asked") or _asked(case, forecast))
    content = question_content(question)
    drafts = []
    asked_anew = "question" not in before or before["question"].content != content
    if asked_anew:
        drafts.append(Draft("question", forecast.id, content))
    made = forecast.made or _day(before, "answer", "made") or _asked(case, forecast)
    answer = _answer(case, forecast, question, made, before.get("answer"))
    if asked_anew or "answer" not in before or _differs(before["answer"], answer):
        drafts.append(answer)
    if forecast.outcome is not None:
        outcome = outcome_content(_outcome(forecast))
        if "outcome" not in before or before["outcome"].content != outcome:
            drafts.append(Draft("outcome", forecast.id, outcome))
    return drafts


def _asked(case: Case, forecast: Forecast) -> date:
    return forecast.asked_on(case.definition.as_of)


def _day(before: dict[str, Entry], kind: str, key: str) -> date | None:
    """The day an earlier entry counts from: moving the case's as_of must not move it."""
    return date.fromisoformat(before[kind].content[key]) if kind in before else None


def question_of(forecast: Forecast, *, asked: date) -> Question:
    """The question that a forecast of the definition answers."""
    rule, reads = forecast.resolution, forecast.resolution.reads
    return Question(
        forecast.id,
        forecast.question,
        asked,
        forecast.opens,
        forecast.closes,
        rule.source,
        rule.field,
        rule.rule,
        rule.vintage,
        rule.reading_date,
        rule.if_source_stops,
        Reads(
            reads.series,
            reads.field,
            reads.take,
            f"{reads.first or forecast.opens:%Y-%m}",
            f"{reads.last or forecast.closes:%Y-%m}",
            reads.at_least,
            reads.at_most,
        )
        if reads
        else None,
        forecast.base_rate.probability if forecast.base_rate else None,
        forecast.base_rate.grounds if forecast.base_rate else "",
        forecast.about,
        forecast.grounds,
    )


def _answer(case: Case, forecast: Forecast, question: Question, made: date, before: Entry | None) -> Draft:
    bare = Answer(
        0,
        "",
        forecast.holder,
        made,
        forecast.said,
        forecast.probability,
        forecast.quantiles or None,
        forecast.grounds,
        None,
        *references(case, question, made),
        corrects=before.number if before else None,
    )
    return Draft("answer", forecast.id, answer_content(bare))


def _differs(before: Entry, answer: Draft) -> bool:
    """Whether more than what is computed, the references, has changed."""
    return any(before.content[key] != answer.content[key] for key in _OF_ANSWER)


def _outcome(forecast: Forecast) -> Outcome:
    said = forecast.outcome
    if said is None:
        raise ValueError(f"{forecast.id} has no outcome")
    because = "; ".join(part for part in (said.source, said.assumption) if part)
    return Outcome(0, "", said.state, said.value, said.happened, said.known, because)
