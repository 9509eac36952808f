"""A story in, its rows out: parse, find actors and places, then figures, events, claims and ties."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from spacy.language import Language

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.capitals import acronyms_of, is_caseless, restored
from brink.code.claims import find_claims
from brink.code.events import find_events
from brink.code.figures import find_figures
from brink.code.mention import Mentions
from brink.code.parsed import Doc
from brink.code.parts import with_parts
from brink.code.passage import Passage, Setting
from brink.code.places import find_places
from brink.code.rows import Claim, Coded, Event, Figure, NamedPlace, Tie
from brink.code.stance import Attributions, find_attributions
from brink.code.ties import find_ties
from brink.code.wrapped import unwrapped

Row = TypeVar("Row", Event, Claim, Tie)
_NO_WORDS = re.compile(r"\S{600,}")
_LONGEST = 20_000
"""Characters of one block that are parsed together; a longer block is cut at white space."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A story's passages, with the actors, places and figures found in them."""

    passages: list[Passage]
    mentions: Mentions
    figures: list[list[Figure]]
    """Of each passage, in the order of `passages`."""


class Coder:
    """Codes stories with one gazetteer and one language pipeline; keeps nothing from story to story."""

    def __init__(self, gazetteer: Gazetteer, nlp: Language, *, home: str | None = None) -> None:
        self.gazetteer = gazetteer
        self._nlp = nlp
        self._home = home

    def code(self, setting: Setting, text: str, body: Sequence[tuple[int, int]]) -> Coded:
        """All rows of one story.

        `text` is the document's; `body` the character ranges of the story's body blocks. What
        fails on a passage is left out there alone, and `notes` say what and why.
        """
        notes: list[str] = []
        parsed = self.parse(setting, text, body, notes)
        passages, mentions, figures = parsed.passages, parsed.mentions, parsed.figures
        if not passages:
            notes.append("no rows: the story has no body text")
            return Coded(notes=tuple(notes))
        said = self._attributions(passages, mentions, notes)
        told = (passages, setting, mentions, figures)
        events = _each(partial(find_events, attributions=said), *told, notes, kind="events")
        events = self._with_parts(passages, mentions, events, notes)
        claims = _each(partial(find_claims, attributions=said), *told, notes, kind="claims")
        ties = _each(partial(_ties, attributions=said), *told, notes, kind="ties")
        every = tuple(figure for some in figures for figure in some)
        places = _named_places(passages, mentions)
        return Coded(tuple(events), tuple(claims), tuple(ties), every, places, tuple(notes))

    def parse(self, setting: Setting, text: str, body: Sequence[tuple[int, int]], notes: list[str]) -> Parsed:
        """The story's passages and what is named and counted in them; `notes` gets what failed."""
        passages = self._passages(setting, text, body, notes)
        mentions = self._find_mentions(passages, setting, notes)
        return Parsed(passages, mentions, [self._figures(passage, setting, notes) for passage in passages])

    def _passages(
        self, setting: Setting, text: str, body: Sequence[tuple[int, int]], notes: list[str]
    ) -> list[Passage]:
        pieces = [piece for start, end in body for piece in _pieces(text, start, end, notes)]
        words = [unwrapped(text[start:end]) for start, end in pieces]
        if is_caseless(words):
            notes.append("the story has no capitals of its own; names were given theirs before it was read")
            short = acronyms_of(words)
            words = [restored(some, self.gazetteer, acronyms=short) for some in words]
        try:
            docs: list[Doc | None] = [Doc(parsed) for parsed in self._nlp.pipe(words)]
        except (ValueError, IndexError, MemoryError):
            docs = [
                self._parse_alone(some, start, notes) for some, (start, _) in zip(words, pieces, strict=True)
            ]
        found = [(start, doc) for (start, _), doc in zip(pieces, docs, strict=True) if doc is not None]
        return [
            Passage(setting.document, setting.story, index, start, doc, _written(text, start, doc))
            for index, (start, doc) in enumerate(found)
        ]

    def _parse_alone(self, words: str, start: int, notes: list[str]) -> Doc | None:
        try:
            return Doc(self._nlp(words))
        except (ValueError, IndexError, MemoryError) as error:
            notes.append(f"the passage at {start} could not be parsed: {error}")
            return None

    def _find_mentions(self, passages: list[Passage], setting: Setting, notes: list[str]) -> Mentions:
        try:
            mentions = find_actors(passages, setting, self.gazetteer)
        except Exception as error:
            notes.append(f"actors could not be found: {_reason(error)}")
            mentions = Mentions()
        try:
            find_places(passages, mentions, home=self._home)
        except Exception as error:
            notes.append(f"places could not be found: {_reason(error)}")
        return mentions

    def _attributions(
        self, passages: list[Passage], mentions: Mentions, notes: list[str]
    ) -> Attributions | None:
        try:
            return Attributions(find_attributions(passages, mentions))
        except Exception as error:
            notes.append(f"who says what could not be found at once: {_reason(error)}")
            return None

    def _with_parts(
        self, passages: list[Passage], mentions: Mentions, events: list[Event], notes: list[str]
    ) -> list[Event]:
        try:
            return with_parts(passages, mentions, events)
        except Exception as error:
            notes.append(f"parts of acts could not be found: {_reason(error)}")
            return events

    def _figures(self, passage: Passage, setting: Setting, notes: list[str]) -> list[Figure]:
        try:
            return find_figures(passage, anchor=setting.date)
        except Exception as error:
            notes.append(f"figures of the passage at {passage.start} could not be read: {_reason(error)}")
            return []


def _named_places(passages: Sequence[Passage], mentions: Mentions) -> tuple[NamedPlace, ...]:
    """Every place the story names, in reading order."""
    read = {passage.index: passage for passage in passages}
    named = [
        NamedPlace(passage.quote(passage.doc[m.first : m.last]), m.place, m.because)
        for m in mentions.places
        if (passage := read.get(m.passage)) is not None
    ]
    return tuple(sorted(named, key=lambda one: one.quote.start))


def _ties(
    passages: Sequence[Passage],
    setting: Setting,
    mentions: Mentions,
    figures: Sequence[Sequence[Figure]],
    *,
    attributions: Attributions | None,
) -> list[Tie]:
    del figures
    return find_ties(passages, setting, mentions, attributions=attributions)


Finder = Callable[[Sequence[Passage], Setting, Mentions, Sequence[Sequence[Figure]]], list[Row]]


def _each(
    finder: Finder[Row],
    passages: Sequence[Passage],
    setting: Setting,
    mentions: Mentions,
    figures: Sequence[Sequence[Figure]],
    notes: list[str],
    *,
    kind: str,
) -> list[Row]:
    """Rows of the whole story; when that fails, of each passage that can be coded alone."""
    try:
        return finder(passages, setting, mentions, figures)
    except Exception:
        found: list[Row] = []
        for passage, counted in zip(passages, figures, strict=True):
            try:
                found.extend(finder([passage], setting, mentions, [counted]))
            except Exception as error:
                notes.append(f"{kind} of the passage at {passage.start} could not be coded: {_reason(error)}")
        return found


def _written(text: str, start: int, doc: Doc) -> str | None:
    words = text[start : start + len(doc.text)]
    return words if words != doc.text else None


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


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
