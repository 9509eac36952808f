"""What a weighing hangs on, in sentences."""

from __future__ import annotations

from brink.weigh.weighing import Piece, Question

SHORT = 70


def percent(probability: float) -> str:
    """A probability as a whole per cent, with a decimal below ten."""
    return f"{100 * probability:.1f} %" if probability < 0.095 else f"{100 * probability:.0f} %"


def short(text: str, most: int = SHORT) -> str:
    """The beginning of a quote on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def sensitivity(question: Question) -> list[str]:
    """What would flip the order, what the numbers rest on, and what was left open."""
    return [*_prior_lines(question), *_piece_lines(question), *_open_lines(question)]


def _prior_lines(question: Question) -> list[str]:
    if len(question.answers) < 2:
        return []
    lead, second = question.answers[:2]
    lines = []
    if second.level_prior is not None:
        lines.append(
            f"{lead.hypothesis.id} leads; {second.hypothesis.id} draws level if its prior is "
            f"{percent(second.level_prior)} instead of {percent(second.prior)}."
        )
    lines.append(
        f"With every band at the end that is worst or best for it at once, {lead.hypothesis.id} is between "
        f"{percent(lead.least)} and {percent(lead.most)}."
    )
    once, free = question.once[lead.hypothesis.id], question.undiscounted[lead.hypothesis.id]
    lines.append(
        f"Each origin counted once: {lead.hypothesis.id} {percent(once)}; all pieces independent: "
        f"{percent(free)}{_other_leader(question)}."
    )
    return lines


def _other_leader(question: Question) -> str:
    best = max(question.undiscounted, key=lambda name: round(question.undiscounted[name], 9))
    return "" if best == question.leader.hypothesis.id else f", and {best} would lead"


def _piece_lines(question: Question) -> list[str]:
    lines = [
        f"Without {_named(piece)} {_leader_of(piece)} would lead." for piece in question.pieces if piece.flips
    ]
    for origin in question.origins:
        if origin.flips:
            best = max(origin.without, key=lambda name: round(origin.without[name], 9))
            lines.append(
                f"Were all {len(origin.items)} pieces of one {origin.what} ({origin.which}) wrong, "
                f"{best} would lead."
            )
    if not lines and question.pieces:
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


def _leader_of(piece: Piece) -> str:
    return max(piece.without, key=lambda name: round(piece.without[name], 9))
