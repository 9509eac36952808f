"""Where quoted speech runs, even when its marks are broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.parsed import Doc

OPENING: Final = frozenset({"“", "«", "„", "``", "‟"})
CLOSING: Final = frozenset({"”", "»", "''"})
STRAIGHT: Final = frozenset({'"', "＂"})
_STRAY_REACH: Final = 12
"""Tokens after a quote within which one more closing mark still belongs to it."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `[first, last)` of a passage that stand between quotation marks, marks left out."""

    first: int
    last: int
    closed: bool
    """False when the closing mark is missing and the quotation runs to the end of the passage."""


def quotations(doc: Doc, *, open_at_start: bool = False) -> list[Quotation]:
    """Quoted runs of a passage in order.

    A quotation that never closes runs to the end of the passage, as in speech that goes on
    in the next paragraph. A closing mark without an opening one extends the quotation just
    before it, as machine translation leaves them, or else starts at its sentence.
    """
    found: list[Quotation] = []
    start: int | None = 0 if open_at_start else None
    for token in doc:
        text = token.text
        if text in STRAIGHT:
            text = "“" if start is None else "”"
            if start is None and token.i and not doc[token.i - 1].whitespace_ and token.whitespace_:
                text = "”"
        if text in OPENING:
            start = token.i + 1 if start is None else start
        elif text in CLOSING:
            _close(found, doc, start, token.i)
            start = None
    if start is not None and start < len(doc):
        found.append(Quotation(start, len(doc), closed=False))
    return [quotation for quotation in found if quotation.last > quotation.first]


def _close(found: list[Quotation], doc: Doc, start: int | None, at: int) -> None:
    if start is not None:
        found.append(Quotation(start, at, closed=True))
    elif found and at - found[-1].last <= _STRAY_REACH:
        found[-1] = Quotation(found[-1].first, at, closed=True)
    else:
        floor = found[-1].last + 1 if found else 0
        found.append(Quotation(max(floor, doc[at].sent.start), at, closed=True))
