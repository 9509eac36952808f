"""Labelled pieces of a page become stories, blurbs and items of round-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from brink.read.blurbs import blurbs
from brink.read.dating import ABOVE_CHARS, DATED_KINDS, date_pieces
from brink.read.document import Document
from brink.read.draft import OWN, Draft
from brink.read.headline import bare_title
from brink.read.joints import place_of
from brink.read.lines import Piece
from brink.read.neighbours import dated_by_neighbours
from brink.read.page_title import CONTINUED
from brink.read.roundup import is_item_title, is_roundup_title, item_heads
from brink.read.story import Block, Story

INTRODUCTION_WORDS = 25
"""Longest paragraph, in words, that only introduces the items of a round-up."""


Parted = dict[int, tuple[Piece, Piece]]
"""Where paragraphs start that have a run-in head, with head and body."""


def stories_of(pieces: Sequence[Piece], document: Document) -> tuple[list[Piece], tuple[Story, ...]]:
    """The pieces of a page, with the run-in heads of round-ups parted off, and its stories in order."""
    parted: Parted = {}
    drafts = _roundups(_drafts(pieces, document), parted, document, digest=_announced(pieces, document))
    kept = sorted((draft for draft in drafts if draft.has_body), key=lambda draft: draft.body[0].start)
    stories = [
        _story(draft, number, document, above)
        for number, (draft, above) in enumerate(zip(kept, _above(kept, document.text), strict=True), start=1)
    ]
    return _with_heads(pieces, parted), tuple(dated_by_neighbours(stories, pieces))


def _above(drafts: Sequence[Draft], text: str) -> list[str]:
    """What the page prints shortly above each story and below the one before it.

    What stands above the first item of a round-up speaks of all items.
    """
    starts = [next(p.start for p in draft.pieces if p.kind in DATED_KINDS) for draft in drafts]
    lead = next((start for start, d in zip(starts, drafts, strict=True) if d.kind == "roundup-item"), 0)
    found, before = [], 0
    for start, draft in zip(starts, drafts, strict=True):
        first, last = (0, lead) if draft.kind == "roundup-item" else (before, start)
        found.append(text[max(first, last - ABOVE_CHARS) : last])
        before = draft.body[-1].end
    return found


def _with_heads(pieces: Sequence[Piece], parted: Parted) -> list[Piece]:
    return [part for piece in pieces for part in parted.get(piece.start, (piece,))]


def _drafts(pieces: Sequence[Piece], document: Document) -> list[Draft]:
    drafts = [Draft("story", title=document.title, first=True)]
    for piece in pieces:
        if piece.tail:
            continue
        if piece.opens:
            title, outlet = bare_title(piece)
            if drafts[-1].has_body:
                drafts.append(Draft("story"))
            elif any(p.kind == "title" and not p.echo for p in drafts[-1].pieces):
                drafts[-1] = Draft("story", first=drafts[-1].first)
            drafts[-1].title, drafts[-1].outlet = title, outlet
        elif piece.because == CONTINUED:
            drafts[-1].title = document.title
        if piece.kind in OWN:
            drafts[-1].pieces.append(piece)
    return drafts + blurbs([piece for piece in pieces if piece.tail])


def _roundups(drafts: list[Draft], parted: Parted, document: Document, *, digest: bool) -> list[Draft]:
    resolved: list[Draft] = []
    for draft in drafts:
        resolved += [draft] if draft.kind == "blurb" else _items(draft, parted, document, digest=digest)
    stories = [draft for draft in resolved if draft.kind == "story" and draft.has_body]
    if len(stories) >= 2 and digest and _are_items(stories):
        for draft in stories:
            draft.kind, draft.first = "roundup-item", True
    return resolved


def _announced(pieces: Sequence[Piece], document: Document) -> bool:
    """Whether the page says before its first paragraph that it holds several items."""
    if document.format == "eml" or is_roundup_title(document.title):
        return True
    above = takewhile(lambda piece: piece.kind != "body", pieces)
    return any(piece.kind == "title" and is_roundup_title(piece.text) for piece in above)


def _are_items(stories: Sequence[Draft]) -> bool:
    """Whether stories are short and without bylines or dates of their own, as items of a digest are."""
    short = all(len(draft.body) <= 3 for draft in stories)
    own = any(piece.kind in ("byline", "dateline") for draft in stories[1:] for piece in draft.pieces)
    return short and not own


def _items(draft: Draft, parted: Parted, document: Document, *, digest: bool) -> list[Draft]:
    title = draft.title if draft.title is not None else document.title
    heads = item_heads(title, draft.body, digest=digest)
    if heads:
        for piece in draft.body:
            if piece.start in heads:
                parted[piece.start] = _head_and_body(piece, heads[piece.start], document.text)
        draft.pieces = _with_heads(draft.pieces, parted)
        return _gather(draft, set(heads))
    announced = digest or is_roundup_title(title)
    sections = _sections(draft)
    if announced and len(sections) >= 2 and all(_is_short(section) for section in sections):
        for section in sections:
            section[0].be("title", "heads an item of a round-up")
        return _gather(draft, {section[0].start for section in sections})
    return [draft]


def _is_short(section: Sequence[Piece]) -> bool:
    return 1 <= sum(piece.kind == "body" for piece in section) <= 3


def _sections(draft: Draft) -> list[list[Piece]]:
    """What stands under each heading of a story, the heading first."""
    sections: list[list[Piece]] = []
    for piece in draft.pieces:
        if is_item_title(piece):
            sections.append([piece])
        elif sections:
            sections[-1].append(piece)
    return sections


def _head_and_body(piece: Piece, length: int, text: str) -> tuple[Piece, Piece]:
    end = place_of(text, piece.start, length)
    head = Piece(start=piece.start, end=end, text=piece.text[:length], gap=piece.gap)
    head.be("title", "a run-in head of a round-up")
    start = end
    while text[start].isspace():
        start += 1
    body = Piece(start=start, end=piece.end, text=piece.text[length:].lstrip())
    body.be("body", "the text under a run-in head")
    return head, body


def _gather(draft: Draft, starts: set[int]) -> list[Draft]:
    """One draft an item; what stands before the first item stays with the page's title."""
    drafts = [Draft("roundup-item", title=draft.title, outlet=draft.outlet, first=True)]
    for piece in draft.pieces:
        if piece.start in starts:
            title = bare_title(piece)[0].strip(" .:*—|-•")
            drafts.append(Draft("roundup-item", title=title, outlet=draft.outlet, first=draft.first))
        drafts[-1].pieces.append(piece)
    for piece in drafts[0].body:
        if piece.words <= INTRODUCTION_WORDS:
            piece.be("teaser", "introduces the items of a round-up")
    return drafts


def _story(draft: Draft, number: int, document: Document, above: str) -> Story:
    body = draft.body
    seen = document if draft.first else replace(document, date=None, date_because=None, url=None)
    date, because = date_pieces(draft.pieces, draft.title, document=seen, above=above)
    return Story(
        id=f"{document.id}#{number}",
        document=document.id,
        start=body[0].start,
        end=body[-1].end,
        kind=draft.kind,
        title=draft.title,
        outlet=document.outlet or draft.outlet,
        date=date,
        date_because=because,
        blocks=tuple(Block(p.start, p.end, p.kind or "body", p.because) for p in draft.pieces),
    )
