"""Lines that a page prints twice: doubled captions, pull quotes, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from brink.read.lines import Piece
from brink.read.shapes import is_listed, is_spoken

NEAR_PIECES = 40
"""How far from the body it repeats a pull quote is looked for, in pieces on either side."""

_DIGITS = re.compile(r"\d+")
_NOT_WORD = re.compile(r"[\W_]+")


def label_repeats(pieces: Sequence[Piece]) -> None:
    """Give their roles to pieces that are there because a page prints something twice."""
    _running_heads(pieces)
    _doubled(pieces)
    _pull_quotes(pieces)


def essence(text: str) -> str:
    """Only the words, lower-cased, with single spaces around each."""
    return f" {_NOT_WORD.sub(' ', text).strip().lower()} "


def _running_heads(pieces: Sequence[Piece]) -> None:
    short = {
        index: _DIGITS.sub("#", piece.plain)
        for index, piece in enumerate(pieces)
        if piece.kind is None and piece.words <= 12 and not piece.ends_sentence and not is_listed(piece.text)
    }
    counts = Counter(short.values())
    text = next((i for i, p in enumerate(pieces) if p.words > 20 and p.ends_sentence), 0)
    above = {words: index for index, words in reversed(short.items()) if index < text and "#" not in words}
    for index, words in short.items():
        apart = index == 0 or short.get(index - 1) != words
        if counts[words] >= 3 and above.get(words) == index:
            # A report's running head is its title or its series; which one, the lines beside it tell.
            pieces[index].runs = True
        elif counts[words] >= 3 and apart:
            pieces[index].be("banner", f"printed {counts[words]} times on the page")
            pieces[index].box = True


def _doubled(pieces: Sequence[Piece]) -> None:
    for first, second in pairwise(pieces):
        if first.box or second.box or first.words < 3 or first.plain != second.plain:
            continue
        if first.kind in ("caption", "credit"):
            second.be(first.kind, "printed twice in a row")
        elif first.words > 80 or (is_spoken(first.text) and first.ends_sentence):
            second.be("pull-quote", "repeats the paragraph before it")
        elif first.ends_sentence and first.kind is None and not first.plain.endswith("?"):
            first.be("caption", "printed twice in a row")
            second.be("caption", "printed twice in a row")
        else:
            second.echo = True


def _pull_quotes(pieces: Sequence[Piece]) -> None:
    """Short pieces whose every word stands in a body paragraph near by."""
    forms = [essence(piece.text) if piece.kind is None and not piece.echo else "" for piece in pieces]
    for index, piece in enumerate(pieces):
        if piece.kind is not None or piece.echo or not 5 <= piece.words <= 60 or len(forms[index]) < 24:
            continue
        for other in range(max(0, index - NEAR_PIECES), min(len(pieces), index + NEAR_PIECES + 1)):
            if other != index and _is_in(forms[index], forms[other], earlier=other < index):
                piece.be("pull-quote", f"repeats the body: {pieces[other].text[:40]!r}")
                forms[index] = ""
                break


def _is_in(short: str, long: str, *, earlier: bool) -> bool:
    if len(short) < len(long):
        return short in long
    return earlier and short == long
