"""Newsletter boxes: the lines about one of their tell-tale lines that belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from brink.read.furniture import any_of, settings
from brink.read.lines import Piece

BOX_PIECES = 5
"""Longest newsletter box, in pieces."""
PROMISE_WORDS = 24
"""Longest line, in words, that only says what the newsletter brings and how often."""

_SENTENCES = re.compile(r"[.!?][\"”’)]?(?:\s|$)")
_READER = re.compile(r"\b(?:you|your|yours|we|our|us|me|my|i)\b")
_IMPERATIVE = re.compile(
    r"(?:get|catch|read|receive|join|follow|keep|stay|sign|subscribe|enter|click|try|download)\b"
)


def label_boxes(pieces: Sequence[Piece]) -> None:
    """Give the short lines of a newsletter box the role of the lines that betray it."""
    marks = [i for i, piece in enumerate(pieces) if piece.kind == "newsletter" and piece.box]
    for first, second in pairwise(marks):
        between = pieces[first + 1 : second]
        if second - first <= BOX_PIECES and all(_fits_box(p) for p in between if not p.box):
            for piece in between:
                if not piece.box:
                    piece.be("newsletter", "stands inside a newsletter box")
    for mark in marks:
        _name_of_box(pieces, _promises(pieces, mark))


def _fits_box(piece: Piece) -> bool:
    """Whether a line between two tell-tale lines is of the box: a label, or words to the reader."""
    if piece.words > PROMISE_WORDS or len(_SENTENCES.findall(piece.text)) > 1:
        return False
    return not piece.ends_sentence or _is_to_reader(piece)


def _is_to_reader(piece: Piece) -> bool:
    plain = piece.plain
    return (
        bool(_READER.search(plain) or _IMPERATIVE.match(plain) or _promise().search(plain))
        and '"' not in plain
    )


@cache
def _promise() -> re.Pattern[str]:
    return re.compile(any_of(settings()["newsletter"]["promise"]))


def _promises(pieces: Sequence[Piece], mark: int) -> int:
    """The topmost line of the box, after what promises the letter above and below the mark."""
    for step in (-1, 1):
        index = mark + step
        while 0 <= index < len(pieces) and abs(index - mark) <= BOX_PIECES and _is_promise(pieces[index]):
            pieces[index].be("newsletter", "tells what the newsletter brings")
            index += step
        mark = index + 1 if step < 0 else mark
    return mark


def _is_promise(piece: Piece) -> bool:
    if piece.kind is not None or not 3 <= piece.words <= PROMISE_WORDS:
        return False
    short = len(_SENTENCES.findall(piece.text)) <= 1
    return short and bool(_promise().search(piece.plain)) and '"' not in piece.plain


def _name_of_box(pieces: Sequence[Piece], top: int) -> None:
    above = pieces[top - 1] if top else None
    if above is None or above.kind is not None or above.words > 6 or above.ends_sentence:
        return
    if above.words > 4 and not _IMPERATIVE.match(above.plain):
        return
    if any(p.kind is None and p.ends_sentence for p in pieces[max(0, top - 12) : top - 1]):
        above.be("newsletter", "names the newsletter box under it")
