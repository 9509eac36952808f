"""Captions and credits told by their standing next to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from brink.read.captions import TWO_SENTENCES, scene_caption
from brink.read.lines import Piece
from brink.read.shapes import is_listed, is_spoken, is_title_like

_PICTURES = ("(photo", "photo", "image", "credit", "picture", "illustration", "graphic")
_AGENCY_NAME = re.compile(r"[A-ZÀ-Þ][\w .&’'-]{1,30}/\s?[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}")
_REPORTED = re.compile(r"\b(?:said|says|told|according|reported|added|announced)\b")


def label_pictured(pieces: Sequence[Piece]) -> None:
    """Give what stands right above a bare credit its role as caption."""
    titled = False
    for piece, after in pairwise(pieces):
        only_title = not titled and is_title_like(piece.text) and not piece.ends_sentence
        titled = titled or (piece.kind in (None, "title", "body") and piece.words >= 3)
        if piece.kind is None and not only_title and _credits_above(after) and _may_show(piece, after):
            piece.be("caption", scene_caption(piece, fewest=5) or "a photo credit stands under it")


def label_agency_names(pieces: Sequence[Piece]) -> None:
    """Give what follows a caption at once and is shaped `Agency/Name` its role as credit."""
    for above, piece in pairwise(pieces):
        named = piece.kind is None and above.kind == "caption" and not piece.gap and piece.words <= 8
        if named and _AGENCY_NAME.fullmatch(piece.text.strip("()[] ")):
            piece.be("credit", "an agency and a name right under a caption")


def _credits_above(piece: Piece) -> bool:
    if piece.kind != "credit" or piece.glued:
        return False
    return piece.because.startswith("names a photo agency") or piece.plain.startswith(_PICTURES)


def _may_show(piece: Piece, credit: Piece) -> bool:
    if piece.words > 110 or is_listed(piece.text) or is_spoken(piece.text):
        return False
    # Set off from the text with its credit, it is a caption; else it must not read as a paragraph.
    together = piece.gap > 0 and credit.gap == 0
    return together or not (_REPORTED.search(piece.plain) or TWO_SENTENCES.search(piece.text))
