"""What a weighing hangs on, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from brink.weigh.weighed import Piece, Question
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
    return [*_prior_lines(question), *_unopposed(question), *_origin_lines(question), *_open_lines(question)]


def _prior_lines(question: Question) -> list[str]:
    if len(question.answers) < 2:
        return []
    if not question.pieces:
        return ["No piece of evidence counts, so every answer stands where its prior put it."]
    lead, second = question.answers[:2]
    lines = []
    if second.level_prior is not None:
        lines.append(
            f"{lead.hypothesis.id} leads; {second.hypothesis.id} draws level if its prior is "
            f"{percent_said(second.level_prior)} instead of {percent_said(second.prior)}."
        )
    once, free = question.once[lead.hypothesis.id], question.undiscounted[lead.hypothesis.id]
    lines.append(
        f"Each origin counted once: {lead.hypothesis.id} {percent_said(once)}; all pieces independent: "
        f"{percent_said(free)}{_other_leader(question)}."
    )
    return lines


def _unopposed(question: Question) -> list[str]:
    """That an answer leads because nothing speaks against it, where that is so."""
    lead = question.leader.hypothesis
    on_lead = _bands(question, lead.id)
    rivals = [sum(map(_is_against, _bands(question, a.hypothesis.id))) for a in question.answers[1:]]
    if not on_lead or any(map(_is_against, on_lead)) or not rivals or not min(rivals):
        return []
    neutral = on_lead.count("neutral")
    span = f"{min(rivals)}" if min(rivals) == max(rivals) else f"{min(rivals)} to {max(rivals)}"
    said = (
        f"{lead.id} leads without anything against it: of {len(on_lead)} judgements on it "
        f"{len(on_lead) - neutral} speak for it and {neutral} are neutral, while each rival has {span} "
        "against it. An answer that fits whatever is seen gains from all that speaks against the others"
    )
    tells = "; ".join(tell.sees for tell in lead.if_false)
    return [f"{said}; look for what would speak against it: {tells}." if tells else f"{said}."]


def _bands(question: Question, hypothesis: str) -> list[str]:
    return [piece.links[hypothesis].band for piece in question.pieces if hypothesis in piece.links]


def _is_against(band: str) -> bool:
    return band.endswith("against")


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
