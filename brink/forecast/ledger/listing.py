"""Questions, answers and scores as rows and lines for people and programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from brink.forecast.ledger.book import Page
from brink.forecast.ledger.drafts import ForecastDraft
from brink.forecast.ledger.pooling import pooled
from brink.forecast.ledger.question import Answer, Question, Reference
from brink.forecast.ledger.scoring import ENOUGH_FOR_CALIBRATION, Calibration, Record
from brink.words.probability import Scale, chance_said, percent_said


def question_row(page: Page, scale: Scale) -> dict[str, Any]:
    """One question a row."""
    question = page.question
    latest = page.latest()
    return {
        "id": question.id,
        "question": question.text,
        "opens": question.opens.isoformat(),
        "closes": question.closes.isoformat(),
        "answers": [f"{answer.author}: {answer_said(answer, scale)}" for answer in latest],
        "pooled": round(p, 4) if (p := pooled_answer(latest)) is not None else None,
        "base rate": reference_said(latest[-1].base_rate) if latest else None,
        "conflictology": reference_said(latest[-1].conflictology) if latest else None,
        "state": state_said(page),
        "because": page.outcome.because if page.outcome else None,
    }


def page_fields(page: Page, scale: Scale) -> dict[str, Any]:
    """One question in full."""
    question, outcome = page.question, page.outcome
    return {
        "id": question.id,
        "question": question.text,
        "asked": question.asked.isoformat(),
        "opens": question.opens.isoformat(),
        "closes": question.closes.isoformat(),
        "rule": question.rule,
        "read in": f"{question.source}: {question.field}; {question.vintage}",
        "read on": question.reading_date.isoformat(),
        "source stops": question.if_source_stops,
        "reads": reads_said(question),
        "grounds": question.grounds,
        "changed": f"{page.changes} times since it was asked" if page.changes else None,
        "answers": [answer_line(answer, scale) for answer in page.answers],
        "state": state_said(page),
        "because": outcome.because if outcome else None,
        "known": outcome.known.isoformat() if outcome else None,
    }


def answer_line(answer: Answer, scale: Scale) -> str:
    """Who said what when, beside what the references would have said."""
    beside = [
        f"{name} {told}"
        for name, reference in (("base rate", answer.base_rate), ("conflictology", answer.conflictology))
        if (told := reference_said(reference)) is not None
    ]
    words = f" “{answer.said}”" if answer.quote else f"; {answer.said}" if answer.said else ""
    return f"{answer.made} {answer.author}: {answer_said(answer, scale)}{words}" + (
        f" [{'; '.join(beside)}]" if beside else f" [{answer.base_rate.because}]"
    )


def answer_said(answer: Answer, scale: Scale) -> str:
    """The number of an answer with its word; without a number, that it has none."""
    if answer.probability is not None:
        return chance_said(answer.probability, scale)
    return quantiles_said(answer.quantiles) if answer.quantiles else "gave no number"


def quantiles_said(quantiles: Mapping[float, float]) -> str:
    """`210 (130 to 330 in 80 %)`: the middle and the outermost levels given."""
    levels = sorted(quantiles)
    middle = min(levels, key=lambda level: abs(level - 0.5))
    inside = levels[-1] - levels[0]
    low, mid, high = (_count_said(quantiles[level]) for level in (levels[0], middle, levels[-1]))
    return f"{mid} ({low} to {high} in {100 * inside:.0f} %)" if len(levels) > 1 else mid


def _count_said(value: float) -> str:
    """A count no more precise than a reader can use."""
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def reference_said(reference: Reference) -> str | None:
    """A reference in numbers, or None where there is none."""
    if reference.probability is not None:
        return percent_said(reference.probability)
    return quantiles_said(reference.quantiles) if reference.quantiles else None


def state_said(page: Page) -> str:
    """How the question stands: open, or what it came out as."""
    if page.outcome is None:
        return "open"
    if page.outcome.state == "number" and page.outcome.value is not None:
        return f"{page.outcome.value:g}"
    return page.outcome.state


def reads_said(question: Question) -> str | None:
    """The rule as a program follows it, in words."""
    reads = question.reads
    if reads is None:
        return None
    what = f"{reads.take} of {reads.series} {reads.field or ''}".rstrip() + f", {reads.first} to {reads.last}"
    if reads.at_least is not None:
        return f"{what}; yes from {reads.at_least:g} on"
    return f"{what}; yes up to {reads.at_most:g}" if reads.at_most is not None else what


def pooled_answer(latest: Sequence[Answer]) -> float | None:
    """The pooled probability of several authors; None with fewer than two."""
    said = [answer.probability for answer in latest if answer.probability is not None]
    return pooled(said) if len(said) > 1 else None


def draft_row(draft: ForecastDraft) -> dict[str, Any]:
    """One draft a row."""
    claim = draft.claim
    return {
        "id": claim.id,
        "made": draft.made.isoformat() if draft.made else None,
        "author": draft.author,
        "certainty": claim.certainty,
        "quote": claim.quote.text,
        "outlet": draft.outlet,
        "document": claim.quote.document,
        "start": claim.quote.start,
        "end": claim.quote.end,
    }


def record_line(record: Record) -> str:
    """An author's record in a line."""
    name = "mean Brier" if record.kind == "yes or no" else "mean log-CRPS"
    better = (
        f"skill {record.skill_on_base_rate:+.2f} against the base rate on {record.compared}"
        if record.skill_on_base_rate is not None
        else "no base rate to compare with"
    )
    return f"{record.author}: {record.questions} {record.kind}, {name} {record.mean:.3f}; {better}"


def calibration_lines(told: Calibration) -> list[str]:
    """Reliability and the parts of the Brier score, or why they are not told."""
    if told.parts is None:
        need = f"calibration is told above {ENOUGH_FOR_CALIBRATION} resolved yes-or-no answers"
        return [f"{need}; there are {told.resolved}"]
    parts = told.parts
    lines = [
        f"Brier = reliability {parts.reliability:.3f} - resolution {parts.resolution:.3f} "
        f"+ uncertainty {parts.uncertainty:.3f} + within bins {parts.within:.3f}"
    ]
    return lines + [
        f"said {b.mean_probability:.0%} ({b.count} answers): happened {b.share_occurred:.0%}"
        for b in told.bins
    ]
