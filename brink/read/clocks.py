"""Times of day that stand alone, as over the entries of a live report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from brink.read.captions import is_person
from brink.read.lines import Piece

CLOCK_SHOWN = "a time of day alone"
"""Reason for which a piece is the date line of an entry in a running report."""
FEWEST_BARE = 3
"""Fewest times without a zone on a page that are taken for times and not for lengths of videos."""

_ZONED = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?\s?m\.?(?:\s*\(?[A-Z]{2,4}\)?)?|\s*\(?[A-Z]{2,4}\)?|h|\s+local time)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d")


def label_clocks(pieces: Sequence[Piece]) -> None:
    """Give times of day, and the reporter's name right under one, their roles."""
    times = [
        (piece, piece.text.strip("*_#> ")) for piece in pieces if piece.kind is None and piece.words <= 4
    ]
    bare = [piece for piece, words in times if _BARE.fullmatch(words)]
    zoned = [piece for piece, words in times if _ZONED.fullmatch(words)]
    for piece in [*zoned, *(bare if len(bare) >= FEWEST_BARE else ())]:
        piece.be("dateline", CLOCK_SHOWN)
    for above, piece in pairwise(pieces):
        if above.because == CLOCK_SHOWN and piece.kind is None and is_person(piece.text):
            piece.be("byline", "a person's name under a time of day")
