"""Which of the short lines above the first paragraph is the page's title."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from brink.read.captions import before_comma, is_newsroom, is_person
from brink.read.furniture import fold_phrase, heading_words
from brink.read.headline import has_verb
from brink.read.lines import Piece
from brink.read.repeats import essence
from brink.read.shapes import is_title_like

CONTINUED = "goes on with the page's own title"
"""Reason for which a line is a further line of the title that came with the file."""

SIGNED = 1.5
"""Points for a short line at the top with a byline, date or caption right under it."""


def choose_title(pieces: Sequence[Piece], page_title: str | None, *, digest: bool) -> None:
    """Choose the page's title among the short lines before its first paragraph."""
    short = [p for p in pieces if p.kind is None and not p.echo]
    if not short:
        return
    signed = {p.start for p, below in pairwise(pieces) if below.kind in ("byline", "dateline", "caption")}
    best, lines = _page_title_lines(short, page_title) or (_best_ranked(short, signed, page_title), 1)
    title = short[best]
    own = _is_page_title(title, page_title)
    title.be("title", "the page's own title" if own else "the most title-like line before the text")
    title.opens = True
    for piece in short[best + 1 : best + lines]:
        piece.be("title", CONTINUED)
    for piece in short[:best]:
        piece.be("banner", "stands before the title")
    last = short[-1]
    if digest and last is not title and last.kind is None and _may_head_item(last):
        last.be("title", "stands over the first item of a digest")
        last.opens = True
    under = [piece for piece in short[best + 1 :] if piece.kind is None]
    for place, piece in enumerate(under):
        named = place == 0 and is_person(before_comma(piece.text)) and piece.words <= 9
        if named or (piece.start in signed and is_person(piece.text)):
            piece.be("byline", "a person's name under the title")
        elif is_newsroom(piece.text):
            piece.be("byline", "the name of a newsroom under the title")
        else:
            piece.be("heading", "a short line under the title")


def _page_title_lines(short: Sequence[Piece], page_title: str | None) -> tuple[int, int] | None:
    """Where the page's own title starts and over how many lines it is printed; `None` unless over several."""
    whole = essence(page_title or "")
    for first in range(len(short) - 1):
        for lines in (2, 3):
            if essence(" ".join(p.text for p in short[first : first + lines])) == whole:
                return first, lines
    return None


def _best_ranked(short: Sequence[Piece], signed: Set[int], page_title: str | None) -> int:
    """The most title-like line; one over a byline or date, or over such a one's standfirst, gains."""
    over = {p.start for p in short if p.start in signed and not is_person(p.text)}
    over |= {p.start for p, below in pairwise(short) if below.start in over and p.words >= 6 and has_verb(p)}
    ranks = [_headline_rank(p, n, page_title) + SIGNED * (p.start in over) for n, p in enumerate(short)]
    return max(range(len(short)), key=lambda n: (ranks[n], -n))


def _may_head_item(piece: Piece) -> bool:
    stock = fold_phrase(piece.plain.rstrip(":")) in heading_words()
    return not stock and is_title_like(piece.text, fewest=1)


def _headline_rank(piece: Piece, place: int, page_title: str | None) -> float:
    if _is_page_title(piece, page_title):
        return 100.0
    rank = float(min(piece.words, 6)) - 0.3 * place + (1.5 if has_verb(piece) else 0)
    if piece.runs:
        rank -= 2
    if fold_phrase(piece.plain.rstrip(":")) in heading_words() or not is_title_like(piece.text, fewest=1):
        rank -= 8
    if piece.text.startswith("# "):
        rank += 6
    if is_person(piece.text) or is_newsroom(piece.text):
        rank -= 4
    return rank


def _is_page_title(piece: Piece, page_title: str | None) -> bool:
    if not page_title:
        return False
    ours, theirs = essence(piece.text), essence(page_title)
    if len(ours) > 6 and (ours in theirs or theirs in ours):
        return len(ours) > 0.4 * len(theirs)
    mine, its = set(ours.split()), set(theirs.split())
    return len(mine & its) >= 3 and len(mine & its) >= 0.7 * len(mine | its)
