"""Notes at the foot of a report's pages, told by the numbers that call them in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brink.read.lines import Piece

_NOTE = re.compile(r"(?:\[(?P<boxed>\d{1,3})\]|(?P<bare>\d{1,3}))\.?\s+(?=[A-ZÀ-Þ“\"‘(]|ibid|https?:)")
_CALL = re.compile(r"(?<=[a-zà-ÿ.,;:!?”’\")\]])\[?(\d{1,3})\]?(?=\s|$|[.,;:])(?![.,]\d)")
_CITES = re.compile(
    r"\bpp?\. ?\d|\bibid\b|\bop\. cit|\binterviews?\b.{0,60}\b(?:19|20)\d\d|https?://"
    r"|\bavailable (?:at|from)\b|\baccessed\b|\bsee (?:also )?[A-Z]|[“\"][^”\"]{5,160}[”\"],? .{0,60}"
    r"(?:19|20)\d\d|\b(?:19|20)\d\d\b\)?\.?$|\((?:19|20)\d\d\)",
    re.IGNORECASE,
)


def label_footnotes(pieces: Sequence[Piece]) -> None:
    """Make notes furniture: they open with a number that the text before them calls, and cite something."""
    called: set[str] = set()
    for piece in pieces:
        hit = _note(piece)
        if hit is None:
            called.update(_CALL.findall(piece.text))
            continue
        number = hit["boxed"] or hit["bare"]
        if number in called and _CITES.search(piece.text):
            piece.be("boilerplate", f"a footnote, called as {number} in the text")
            piece.box = True


def _note(piece: Piece) -> re.Match[str] | None:
    if piece.kind is not None or piece.words > 120 or piece.text[:1] not in "[0123456789":
        return None
    return _NOTE.match(piece.text)
