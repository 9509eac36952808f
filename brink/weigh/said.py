"""What a weighing hangs on, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from brink.weigh.weighing import Piece, Question
from brink.words.probability import percent_said

SHORT = 70
_SHARED = {
    "report": "of one report",
    "speaker": "of one speaker",
    "incident": "on one incident",
    "kin": "that are kin",
}


def short(text: str, most: int = SHORT) -> str:
    """The beginning of a quote on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def sensitivity(question: Question) -> list[str]:
    """What would flip the order, what the numbers rest on, and what was left open."""
    pieces = [
        f"Without {_named(piece)} {_first(piece.without)} would lead."
        for piece in question.pieces
        if piece.flips
    ]
    return [*turns_on(question), *pieces]


def turns_on(question: Question) -> list[str]:
    """The same without single pieces of evidence."""
    return [*_prior_lines(question), *_origin_lines(question), *_open_lines(question)]


def _prior_lines(question: Question) -> list[str]:
    if len(question.answers) < 2:
        return []
    lead, second = question.answers[:2]
    lines = []
    if second.level_prior is not None:
        lines.append(
            f"{lead.hypothesis.id} leads; {second.hypothesis.id} draws level if its prior is "
            f"{percent_said(second.level_prior)} instead of {percent_said(second.prior)}."
        )
    lines.append(
        f"With every band at the end that is worst or best for it at once, {lead.hypothesis.id} is between "
        f"{percent_said(lead.least)} and {percent_said(lead.most)}."
    )
    once, free = question.once[lead.hypothesis.id], question.undiscounted[lead.hypothesis.id]
    lines.append(
        f"Each origin counted once: {lead.hypothesis.id} {percent_said(once)}; all pieces independent: "
        f"{percent_said(free)}{_other_leader(question)}."
    )
    return lines


def _other_leader(question: Question) -> str:
    best = max(question.undiscounted, key=lambda name: round(question.undiscounted[name], 9))
    return "" if best == question.leader.hypothesis.id else f", and {best} would lead"


def _origin_lines(question: Question) -> list[str]:
    lines = [
        f"Were all {len(origin.items)} pieces {_SHARED[origin.what]} ({origin.which}) wrong, "
        f"{_first(origin.without)} would lead."
        for origin in question.origins
        if origin.flips
    ]
    if not lines and question.pieces and not any(piece.flips for piece in question.pieces):
        lines.append("No single piece, report, speaker, incident or kin flips the order by falling away.")
    return lines


def _open_lines(question: Question) -> list[str]:
    if not question.unjudged:
        return []
    cells = len(question.pieces) * len(question.answers)
    return [
        f"{question.unjudged} of {cells} cells were not judged and count as neutral: "
        "judge evidence under every answer."
    ]


def _named(piece: Piece) -> str:
    return f"{piece.item.id} (“{short(piece.item.quote.text)}”)"


def _first(posterior: Mapping[str, float]) -> str:
    return max(posterior, key=lambda name: round(posterior[name], 9))
