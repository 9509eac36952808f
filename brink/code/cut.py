"""A story in pieces that the parser takes, and back from their parses to passages of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brink.code.actors.gazetteer import Gazetteer
from brink.code.capitals import acronyms_of, is_caseless, restored
from brink.code.parsed import Doc
from brink.code.passage import Passage, Setting
from brink.code.turns import Turn, in_turns
from brink.code.wrapped import unwrapped

_NO_WORDS = re.compile(r"\S{600,}")
_LINE = re.compile(r"\S[^\n]*")
_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is cut at white space."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A story to code: the text of its document, and the character ranges of its body blocks there."""

    setting: Setting
    text: str
    body: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Cut:
    """A story in the pieces that are parsed, with the words of each as the parser is to see them."""

    told: Telling
    pieces: list[tuple[int, int]]
    words: list[str]
    notes: list[str]
    turns: list[Turn | None]
    """Whose turn each piece is, in a transcript."""

    @property
    def placed(self) -> list[tuple[int, str]]:
        """Each piece's start and words."""
        return [(start, words) for (start, _), words in zip(self.pieces, self.words, strict=True)]


def cut(story: Telling, gazetteer: Gazetteer, notes: list[str]) -> Cut:
    """The story in pieces; `notes` gets what was left out or changed."""
    text = story.text
    pieces = [piece for start, end in story.body for piece in _pieces(text, start, end, notes)]
    pieces, turns = in_turns(pieces, [text[start:end] for start, end in pieces])
    lines = [_lines(start, unwrapped(text[start:end])) for start, end in pieces]
    turns = [turn for turn, some in zip(turns, lines, strict=True) for _ in some]
    pieces = [(start, start + len(words)) for some in lines for start, words in some]
    words = [words for some in lines for _, words in some]
    if is_caseless(words):
        notes.append("the story has no capitals of its own; names were given theirs before it was read")
        short = acronyms_of(words)
        words = [restored(some, gazetteer, acronyms=short) for some in words]
    return Cut(story, pieces, words, notes, turns)


def _lines(start: int, words: str) -> list[tuple[int, str]]:
    """The lines of a piece that are apart, each with its start: a list's, or a heading and what it heads."""
    if "\n" not in words:
        return [(start, words)]
    return [(start + line.start(), line[0].rstrip()) for line in _LINE.finditer(words)]


def passages_of(story: Cut, docs: Sequence[Doc | None]) -> list[Passage]:
    """The passages of the pieces that could be parsed, in order."""
    setting, text = story.told.setting, story.told.text
    placed = zip(story.placed, docs, story.turns, strict=True)
    found = [(start, doc, turn) for (start, _), doc, turn in placed if doc is not None]
    return [
        Passage(setting.document, setting.story, index, start, doc, _written(text, start, doc), turn)
        for index, (start, doc, turn) in enumerate(found)
    ]


def _written(text: str, start: int, doc: Doc) -> str | None:
    words = text[start : start + len(doc.text)]
    return words if words != doc.text else None


def _pieces(text: str, start: int, end: int, notes: list[str]) -> list[tuple[int, int]]:
    """The range without runs that hold no words, which cost the tokenizer the square of their length."""
    found: list[tuple[int, int]] = []
    for run in _NO_WORDS.finditer(text, start, end):
        notes.append(f"left out {run.end() - run.start()} characters at {run.start()} without white space")
        found.extend(_cut(text, start, run.start()))
        start = run.end()
    return [*found, *_cut(text, start, end)]


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The range in pieces that the parser takes in bounded memory, without white space at their edges."""
    pieces: list[tuple[int, int]] = []
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        stop = min(end, start + _LONGEST)
        if stop < end:
            space = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop))
            stop = space if space > start else stop
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            pieces.append((start, last))
        start = stop
    return pieces
