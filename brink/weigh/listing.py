"""Rows of a weighing as they leave Brink: plain dictionaries, one a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.weigh.items import Evidence, Item
from brink.weigh.links import Dormant, Entry, Link
from brink.weigh.suggest import Suggestion
from brink.weigh.tells import Look
from brink.weigh.weighed import Answer, Origin, Piece, Question

Row = dict[str, Any]


def answer_row(question: Question, answer: Answer) -> Row:
    return {
        "part": "hypothesis",
        "question": question.question,
        "hypothesis": answer.hypothesis.id,
        "statement": answer.hypothesis.statement,
        "motive": answer.hypothesis.motive,
        "prior": _p(answer.prior),
        "posterior": _p(answer.posterior),
        "low": _p(answer.low),
        "high": _p(answer.high),
        "least": _p(answer.least),
        "most": _p(answer.most),
        "level_prior": _p(answer.level_prior),
        "origins_once": _p(question.once[answer.hypothesis.id]),
        "undiscounted": _p(question.undiscounted[answer.hypothesis.id]),
        "grounds": answer.hypothesis.grounds,
    }


def piece_row(view: View, question: Question, piece: Piece) -> Row:
    return {
        "part": "evidence",
        "question": question.question,
        **item_row(view, piece.item),
        "bands": {a.hypothesis.id: _band(piece, a.hypothesis.id) for a in question.answers},
        "because": {name: link.because for name, link in piece.links.items()},
        "by": sorted({link.who for link in piece.links.values()}),
        "weights": {name: round(weight, 4) for name, weight in piece.weights.items()},
        "shares": [f"{what}: {which}" for what, which in piece.share.origins],
        "copy_of": piece.share.copy_of,
        "ratio": round(piece.ratio, 3),
        "counted": round(piece.counted, 3),
        "bits": round(piece.bits, 4),
        "without": {name: _p(value) for name, value in piece.without.items()},
        "flips": piece.flips,
        "level_ratio": round(piece.level_ratio, 4) if piece.level_ratio is not None else None,
        "level_band": piece.level_band,
    }


def origin_row(question: Question, origin: Origin) -> Row:
    return {
        "part": "origin",
        "question": question.question,
        "what": origin.what,
        "which": origin.which,
        "items": list(origin.items),
        "bits": round(origin.bits, 4),
        "without": {name: _p(value) for name, value in origin.without.items()},
        "flips": origin.flips,
    }


def look_row(question: Question, look: Look) -> Row:
    return {
        "part": "next",
        "question": question.question,
        "hypothesis": look.hypothesis,
        "speaks": look.speaks,
        "sees": look.sees,
        "within": look.within,
        "bits": round(look.bits, 4),
        "chances": {name: round(value, 4) for name, value in look.chances.items()},
        "assumed": look.assumed,
        "if_seen": {name: _p(value) for name, value in look.if_seen.items()},
        "if_not": {name: _p(value) for name, value in look.if_not.items()},
        "rows": list(look.rows),
    }


def link_row(view: View, link: Link) -> Row:
    return {
        "number": link.number,
        **item_row(view, link.item),
        "hypothesis": link.hypothesis,
        "band": link.band,
        "because": link.because,
        "by": link.who,
        "at": link.at[:10],
        "kin": link.kin,
        "stands": True,
        "why_not": None,
    }


def dormant_row(dormant: Dormant) -> Row:
    entry = dormant.entry
    return {**entry_row(entry), "why_not": dormant.because}


def entry_row(entry: Entry) -> Row:
    """A decision that does not stand, with its evidence as it was named."""
    return {
        "number": entry.number,
        "id": entry.reference,
        "kind": None,
        "document": None,
        "start": None,
        "end": None,
        "quote": None,
        "date": None,
        "outlet": None,
        "hypothesis": entry.hypothesis,
        "band": entry.band,
        "because": entry.because,
        "by": entry.who,
        "at": entry.at[:10],
        "kin": entry.kin,
        "stands": False,
        "why_not": "taken back, or replaced by a later one",
    }


def withdrawn_row(entry: Entry, gone: Mapping[tuple[str, str], Entry], evidence: Evidence) -> Row:
    """A link that does not stand, with who withdrew it and why where somebody did."""
    item = evidence.item(entry.reference)
    by = gone.get((item.id, entry.hypothesis)) if item is not None else None
    if by is None:
        return entry_row(entry)
    return {**entry_row(entry), "why_not": f"withdrawn by {by.who} on {by.at[:10]}: {by.because}"}


def suggestion_row(view: View, suggestion: Suggestion) -> Row:
    return {
        "suggestion": suggestion.id,
        **item_row(view, suggestion.item),
        "hypothesis": suggestion.hypothesis,
        "band": suggestion.band,
        "because": suggestion.because,
    }


def item_row(view: View, item: Item) -> Row:
    return {
        "id": item.id,
        "kind": item.kind,
        "document": item.quote.document,
        "start": item.quote.start,
        "end": item.quote.end,
        "quote": item.quote.text,
        "date": item.date.iso() if item.date else None,
        "outlet": outlet_of(view, view.story[item.story]),
    }


def _band(piece: Piece, hypothesis: str) -> str | None:
    link: Link | None = piece.links.get(hypothesis)
    return link.band if link else None


def _p(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def marks(bands: Mapping[str, str | None]) -> dict[str, str]:
    """Bands as marks for a narrow table: `+++` to `---`, `0` for neutral, `·` for not judged."""
    signs = {
        "strongly-for": "+++", "for": "++", "weakly-for": "+", "neutral": "0",
        "weakly-against": "-", "against": "--", "strongly-against": "---",
    }  # fmt: skip
    return {name: signs[band] if band else "·" for name, band in bands.items()}
