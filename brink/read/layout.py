"""A page becomes blocks with one role each, and the stories they make up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brink.read.boxes import label_boxes
from brink.read.captions import label_date, label_margin
from brink.read.clocks import label_clocks
from brink.read.comments import label_comments
from brink.read.document import Document
from brink.read.footnotes import label_footnotes
from brink.read.furniture import is_link, is_sound_note, label_furniture
from brink.read.joints import cut, cut_datelines
from brink.read.letters import label_letter
from brink.read.likeness import Trees, label_unlike
from brink.read.lines import Piece, pieces_of
from brink.read.menus import label_menu
from brink.read.pictures import label_agency_names, label_pictured
from brink.read.repeats import label_repeats
from brink.read.roundup import is_roundup_title
from brink.read.shapes import is_listed, is_spoken, is_title_like
from brink.read.stories import stories_of
from brink.read.story import Block, Story
from brink.read.titles import decide_titles
from brink.read.zones import mark_tails

BLOCK_CHARS = 8_000
"""Longest body block; a longer paragraph is parted at ends of sentences."""
LONE_LINES = 2
"""Most short lines that make a page a headline without its story."""
UNBROKEN_CHARS = 4_000
"""A run without white space longer than this is data, not words."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?(?=\s+[\"“‘(A-ZÀ-Þ])")
_SPACE = re.compile(r"\s")
_UNBROKEN = re.compile(rf"\S{{{UNBROKEN_CHARS}}}")


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document holds: every word in one block, and the stories among them.

    Blocks are in order, never overlap, and leave only white space out.
    """

    blocks: tuple[Block, ...]
    stories: tuple[Story, ...]


def split(document: Document, *, trees: Trees | None = None) -> Layout:
    """The blocks and stories of a document; `trees` stand in for the shipped ones of `likeness`."""
    pieces, stories = stories_of(_labelled(document, trees), document)
    return Layout(tuple(Block(p.start, p.end, p.kind or "body", p.because) for p in pieces), stories)


def _labelled(document: Document, trees: Trees | None = None) -> list[Piece]:
    pieces = ruled(document)
    label_unlike(pieces, trees=trees)
    mark_tails(pieces)
    digest = document.format == "eml" or is_roundup_title(document.title)
    decide_titles(pieces, document.title, digest=digest)
    pieces = cut_datelines(pieces, document.text)
    return [part for piece in pieces for part in _bounded(piece, document.text)]


def ruled(document: Document) -> list[Piece]:
    """The pieces of a page with the roles that the rules give each by itself and its neighbours."""
    pieces = cut(pieces_of(document.text), document.text, title=document.title)
    for piece in pieces:
        label_date(piece)
        if piece.kind is None:
            label_furniture(piece)
        if piece.kind is None:
            label_margin(piece)
        if piece.kind is None:
            label_menu(piece)
    label_clocks(pieces)
    label_comments(pieces)
    label_footnotes(pieces)
    if document.format == "eml":
        label_letter(pieces)
    label_repeats(pieces)
    label_boxes(pieces)
    label_agency_names(pieces)
    label_pictured(pieces)
    questions = _asks_a_person(pieces)
    for piece in pieces:
        if piece.kind is None and _is_body(piece, questions=questions):
            piece.be("body", _why_body(piece))
    _keep_lone_words(pieces)
    return pieces


def _keep_lone_words(pieces: list[Piece]) -> None:
    """Make the short lines of a page without any paragraph its body, as in a feed of headlines."""
    short = [piece for piece in pieces if piece.kind is None and not piece.echo]
    if len(short) <= LONE_LINES and not any(piece.kind == "body" for piece in pieces):
        for piece in short:
            if piece.words >= 4:
                piece.be("body", "there is no longer text on the page")


def _is_body(piece: Piece, *, questions: bool) -> bool:
    if piece.echo or is_link(piece):
        return False
    if is_sound_note(piece.text) or piece.words > 28:
        return True
    if piece.text.startswith("#") and piece.words <= 28:
        return False
    if is_listed(piece.text) and not re.match(r"\d", piece.text):
        return True
    # A question or a label cut off the end of a line before a new text is its title.
    if piece.glued and piece.words <= 20 and is_title_like(piece.text):
        return False
    if is_spoken(piece.text) and piece.ends_sentence and piece.words >= 3:
        return True
    if not piece.ends_sentence:
        return not is_title_like(piece.text, fewest=1) and piece.words >= 5
    return not _asks_or_quotes(piece, questions=questions)


def _asks_or_quotes(piece: Piece, *, questions: bool) -> bool:
    """Whether a closed line may still be a heading: a question, or a short label with a colon."""
    plain = piece.plain.rstrip("*_ ")
    if plain.endswith("?"):
        return not questions and piece.words <= 16 and is_title_like(piece.text) and not plain.startswith('"')
    return plain.endswith(":") and piece.words <= 3


def _asks_a_person(pieces: list[Piece]) -> bool:
    asked = [p for p in pieces if p.words <= 30 and p.text.endswith("?")]
    return sum(bool(re.search(r"\byou\b|\byour\b", p.plain)) for p in asked) >= 2


def _why_body(piece: Piece) -> str:
    if is_listed(piece.text):
        return "an item of a list in the text"
    if is_spoken(piece.text):
        return "what a speaker says"
    return "a paragraph of sentences" if piece.ends_sentence else "a paragraph too long for a title"


def _bounded(piece: Piece, text: str) -> Iterator[Piece]:
    """The piece, or where it is too long to be read at once, its parts."""
    if piece.end - piece.start <= BLOCK_CHARS:
        yield piece
        return
    if piece.kind == "body" and _UNBROKEN.match(text, piece.start, piece.end):
        piece.be("boilerplate", "a run of characters without a space")
    start = piece.start
    while piece.end - start > BLOCK_CHARS:
        stop = _part_end(text, start, piece.end)
        if stop >= piece.end:
            break
        yield _part(piece, text, start, stop)
        start = stop
        while start < piece.end and text[start].isspace():
            start += 1
    yield _part(piece, text, start, piece.end)


def _part_end(text: str, start: int, end: int) -> int:
    """The last sentence end within reach, else the last space, else the next space."""
    within = text[start : start + BLOCK_CHARS]
    stop = max((hit.end() for hit in _SENTENCE_END.finditer(within)), default=0)
    if stop:
        return start + stop
    last = within.rfind(" ")
    if last > 0:
        return start + last
    after = _SPACE.search(text, start + BLOCK_CHARS, end)
    return after.start() if after else end


def _part(piece: Piece, text: str, start: int, stop: int) -> Piece:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    part = Piece(start=start, end=stop, text=piece.text if start == piece.start else "", gap=piece.gap)
    part.be(piece.kind or "body", piece.because)
    part.tail, part.opens = piece.tail, piece.opens and start == piece.start
    return part
