"""Stretches of a page that are not its stories: tails of teasers and lists of links."""

from __future__ import annotations

from collections.abc import Sequence

from brink.read.furniture import is_link, starts_tail
from brink.read.lines import Piece
from brink.read.shapes import is_listed, is_title_like

_FOR_GOOD = (
    "more from", "view all", "related publications", "recommended", "you may also", "you might also", "most ",
    "trending", "more stories", "more news", "latest", "popular", "around the web", "from our partners",
    "sponsored", "promoted",
)  # fmt: skip
_MARGIN = ("caption", "credit", "byline", "dateline", "boilerplate", "banner", "newsletter", "pull-quote")


def mark_tails(pieces: Sequence[Piece]) -> None:
    """Mark what a page lists after or inside its stories, such as "More from …"."""
    index, seen_body = 0, False
    while index < len(pieces):
        piece = pieces[index]
        seen_body = seen_body or piece.kind == "body"
        if not (seen_body and piece.kind in ("related", "newsletter", "boilerplate") and starts_tail(piece)):
            index += 1
            continue
        piece.be("related", "a heading over other stories")
        end = _tail_end(pieces, index)
        for inner in pieces[index:end]:
            inner.tail = True
        index = end
    _lists_of_titles(pieces)


def _tail_end(pieces: Sequence[Piece], start: int) -> int:
    """The first piece after the tail's heading that belongs to a story again."""
    for_good = pieces[start].plain.startswith(_FOR_GOOD)
    before = _names_before(pieces, start)
    for index in range(start + 1, len(pieces)):
        piece = pieces[index]
        if piece.kind is None and not piece.echo and _opens_full_story(pieces, index):
            return index
        if piece.kind == "body" and not is_link(piece) and not for_good:
            if index - start > 7:
                continue
            quiet = all(p.kind in (None, "related") or is_link(p) for p in pieces[start + 1 : index])
            kin = len(piece.names & before) / max(1, len(piece.names))
            titled = pieces[index - 1].kind is None and index - 1 > start and _is_single(pieces, index - 1)
            enough = 0.1 if index - start > 2 else 0.3
            if quiet and not titled and (kin >= enough or not piece.names):
                return index
    return len(pieces)


def _is_single(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a title stands over a paragraph and not at the end of a list of titles."""
    return pieces[index - 1].kind is not None or pieces[index].gap > pieces[index - 1].gap


def _names_before(pieces: Sequence[Piece], start: int) -> frozenset[str]:
    bodies = [p.names for p in pieces[max(0, start - 30) : start] if p.kind == "body"]
    return frozenset().union(*bodies)


def _opens_full_story(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a title is followed by at least three paragraphs of text before the next title."""
    if pieces[index].words < 4 or not is_title_like(pieces[index].text):
        return False
    paragraphs, chars = 0, 0
    for piece in pieces[index + 1 : index + 40]:
        if piece.kind == "body" and not is_listed(piece.text):
            paragraphs, chars = paragraphs + 1, chars + piece.end - piece.start
        elif (piece.kind not in _MARGIN and not piece.echo) or (
            paragraphs and piece.kind in ("caption", "credit", "boilerplate")
        ):
            break
        if paragraphs >= 3 and chars >= 500:
            return True
    return False


def _lists_of_titles(pieces: Sequence[Piece]) -> None:
    """Mark links that stand alone one after the other, which only lists of other pages do."""
    for index, piece in enumerate(pieces):
        near = pieces[max(0, index - 1) : index + 2]
        if is_link(piece) and any(is_link(p) for p in near if p is not piece):
            piece.be("related", "one of a list of links")
