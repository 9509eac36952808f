"""The brief's hypotheses: how probable each answer is, on what that hangs, and what to look for next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.brief.sections import Section
from brink.plots import Figure
from brink.plots.weighing import prior_to_posterior
from brink.weigh import weigh
from brink.weigh.said import short, turns_on
from brink.weigh.suggest import suggestions
from brink.weigh.weighed import Piece, Question
from brink.words.probability import chance_said, percent_said

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View

PIECES_SHOWN = 6
LOOKS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer as the brief prints it."""

    id: str
    statement: str
    prior: str
    said: str
    span: str
    level: str
    grounds: str


@dataclass(frozen=True, slots=True)
class PieceLine:
    """One piece of evidence with what it speaks for and against, and why."""

    id: str
    row: str | None
    """Its anchor: an event, claim, tie or incident; None for a passage."""
    quote: str
    document: str
    ratio: str
    speaks: tuple[tuple[str, str, str], ...]
    """Band in words, hypothesis and reason."""
    by: str
    leads_without: str | None


@dataclass(frozen=True, slots=True)
class LookLine:
    """Something to look for, what it would mean, and what it is expected to teach."""

    sees: str
    within: str | None
    bits: str
    seen: str
    unseen: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One question as the brief prints it."""

    question: str
    figure: Figure | None
    answers: tuple[AnswerLine, ...]
    turns_on: tuple[str, ...]
    pieces: tuple[PieceLine, ...]
    more: int
    looks: tuple[LookLine, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the section prints."""

    questions: tuple[QuestionPart, ...]
    discount: str
    waiting: int
    resting: int


def weighing_section(view: View, ledger: Ledger) -> Section | None:
    """The section, or None for a case without hypotheses."""
    del ledger
    weighing = weigh(view)
    if not weighing.questions:
        return None
    parts = tuple(_part(view, question, place) for place, question in enumerate(weighing.questions))
    data = Weighed(parts, f"{weighing.discount:g}", len(suggestions(view)), len(weighing.dormant))
    cites = tuple(row for q in weighing.questions for piece in q.pieces for row in piece.item.rows)
    return Section("hypotheses", "Hypotheses against evidence", "Hypotheses", "weighing", data, cites)


def _part(view: View, question: Question, place: int) -> QuestionPart:
    shown = _decisive(question.pieces)
    return QuestionPart(
        question=question.question,
        figure=prior_to_posterior(question, name="weighing" if place == 0 else f"weighing-{place + 1}"),
        answers=tuple(
            AnswerLine(
                id=a.hypothesis.id,
                statement=a.hypothesis.statement,
                prior=percent_said(a.prior),
                said=chance_said(a.posterior, view.definition.words),
                span=_span(percent_said(a.low), percent_said(a.high)),
                level="" if a.level_prior is None else percent_said(a.level_prior),
                grounds=a.hypothesis.grounds,
            )
            for a in question.answers
        ),
        turns_on=tuple(turns_on(question)),
        pieces=tuple(_piece(piece) for piece in shown),
        more=len(question.pieces) - len(shown),
        looks=tuple(_look(question, number) for number in range(min(LOOKS_SHOWN, len(question.looks)))),
    )


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def _decisive(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that flip the order, then those that tell the answers apart most as they count."""
    ranked = sorted(pieces, key=lambda p: (not p.flips, -round(p.counted, 9), p.item.id))
    return ranked[: max(PIECES_SHOWN, sum(piece.flips for piece in pieces))]


def _piece(piece: Piece) -> PieceLine:
    judged = [link for link in piece.links.values() if link.band != "neutral"]
    without = max(piece.without, key=lambda name: round(piece.without[name], 9)) if piece.flips else None
    return PieceLine(
        id=piece.item.id,
        row=piece.item.id if piece.item.rows else None,
        quote=short(piece.item.quote.text, 220),
        document=piece.item.quote.document,
        ratio=f"{piece.counted:.2g}",
        speaks=tuple((link.band.replace("-", " "), link.hypothesis, link.because) for link in judged),
        by=", ".join(sorted({link.who for link in piece.links.values()})),
        leads_without=without,
    )


def _look(question: Question, number: int) -> LookLine:
    look = question.looks[number]
    return LookLine(
        sees=look.sees,
        within=look.within,
        bits=f"{look.bits:.2f}",
        seen=_outlook(look.if_seen),
        unseen=_outlook(look.if_not),
        assumed=look.assumed,
    )


def _outlook(posterior: Mapping[str, float]) -> str:
    best = max(posterior, key=lambda name: round(posterior[name], 9))
    return f"{best} {percent_said(posterior[best])}"
