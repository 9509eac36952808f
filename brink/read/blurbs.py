"""Teasers of other stories, where they have a text of their own."""

from __future__ import annotations

from collections.abc import Sequence

from brink.read.draft import OWN, Draft
from brink.read.furniture import is_invitation, is_sponsored
from brink.read.headline import bare_title
from brink.read.lines import Piece
from brink.read.shapes import is_title_like

BLURB_WORDS = 8
"""Fewest words of a teaser that has something to tell."""
_UNDER_TITLE = ("caption", "credit", "byline", "dateline", "title", "pull-quote")


def blurbs(tail: Sequence[Piece]) -> list[Draft]:
    """Teasers with a text of their own; what has none keeps the role of a related line."""
    drafts = [Draft("blurb")]
    for index, piece in enumerate(tail):
        if piece.kind is None:
            _tail_title(tail, index)
        if piece.kind == "body" and is_sponsored(piece):
            piece.be("teaser", "ends with a sponsor's call to learn more")
        if piece.kind == "body" and is_invitation(piece):
            piece.be("teaser", "bids the reader to an event")
        if piece.kind == "body" and (piece.words < BLURB_WORDS or not piece.ends_sentence):
            piece.be("teaser", "too little text to be a report")
        if piece.kind not in OWN:
            continue
        if drafts[-1].has_body and _starts_blurb(piece, drafts[-1], tail[index - 1] if index else None):
            drafts.append(Draft("blurb"))
        if piece.kind == "title" and drafts[-1].title is None:
            drafts[-1].title = bare_title(piece)[0]
        drafts[-1].pieces.append(piece)
    return drafts


def _tail_title(tail: Sequence[Piece], index: int) -> None:
    piece = tail[index]
    if piece.echo and index and tail[index - 1].kind == "title":
        piece.be("title", "repeats the title before it")
        return
    if index and tail[index - 1].plain.startswith("type:") and piece.words <= 4:
        piece.be("boilerplate", "a tag under the kind of text")
        return
    for after in tail[index + 1 : index + 6]:
        if after.kind == "body" and is_title_like(piece.text):
            piece.be("title", "stands over a teaser")
            return
        if after.kind not in _UNDER_TITLE and not (after.kind is None and after.echo):
            break
    if piece.words >= 10 and piece.ends_sentence and not piece.echo:
        piece.be("body", "a sentence among teasers")
    else:
        piece.be("related", "the title of another story")


def _starts_blurb(piece: Piece, current: Draft, before: Piece | None) -> bool:
    if piece.kind in ("title", "caption"):
        return True
    if piece.kind != "body" or current.title is not None:
        return False
    return piece.gap > 0 or before is None or before.kind != "body"
