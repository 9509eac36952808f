"""A story in, its rows out: parse, find actors and places, then figures, events, claims and ties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from spacy.language import Language

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.claims import find_claims
from brink.code.cut import Cut, Telling, cut, passages_of
from brink.code.events import find_events
from brink.code.figures import find_figures
from brink.code.legible import legible
from brink.code.mention import Mentions
from brink.code.parsed import Doc
from brink.code.parts import with_parts
from brink.code.passage import Passage, Setting
from brink.code.places import find_places
from brink.code.rows import Claim, Coded, Event, Figure, NamedPlace, Tie
from brink.code.stance import Attributions, find_attributions
from brink.code.ties import find_ties

Row = TypeVar("Row", Event, Claim, Tie)
_AT_ONCE = 32
"""Passages in one pass through the parser: fewer waste its start, more no longer fit a core's cache."""
_WORDS_KEPT = 60_000
"""Words and other strings that the pipeline keeps for good: the first it reads, and most that are common."""


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
        return self.code_together([Telling(setting, text, body)])[0]

    def code_together(self, stories: Sequence[Telling]) -> list[Coded]:
        """The rows of each story, as `code` has them; parsed together, which is quicker than one by one."""
        with self._new_words_let_go():
            cuts = [cut(story, self.gazetteer, []) for story in stories]
            return [self._rows(story, docs) for story, docs in zip(cuts, self._parse(cuts), strict=True)]

    def _new_words_let_go(self) -> AbstractContextManager[object]:
        """Lets the pipeline forget names and typing errors of these stories, once it knows many words."""
        many = len(self._nlp.vocab.strings) > _WORDS_KEPT
        return self._nlp.memory_zone() if many else nullcontext()

    def parse(self, setting: Setting, text: str, body: Sequence[tuple[int, int]], notes: list[str]) -> Parsed:
        """The story's passages and what is named and counted in them; `notes` gets what failed."""
        story = cut(Telling(setting, text, body), self.gazetteer, notes)
        return self._read(story, self._parse([story])[0])

    def _rows(self, story: Cut, docs: Sequence[Doc | None]) -> Coded:
        notes, setting, parsed = story.notes, story.told.setting, self._read(story, docs)
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
        events, claims, ties = _told(events, passages), _told(claims, passages), _told(ties, passages)
        return Coded(tuple(events), tuple(claims), tuple(ties), every, places, tuple(notes))

    def _read(self, story: Cut, docs: Sequence[Doc | None]) -> Parsed:
        setting, notes = story.told.setting, story.notes
        passages = passages_of(story, docs)
        mentions = self._find_mentions(passages, setting, notes)
        return Parsed(passages, mentions, [self._figures(passage, setting, notes) for passage in passages])

    def _parse(self, cuts: Sequence[Cut]) -> list[list[Doc | None]]:
        """Of each story, the parses of its pieces; None for a piece that cannot be parsed."""
        words = [some for story in cuts for some in story.words]
        seen = [legible(some) for some in words]
        try:
            parses = self._nlp.pipe((some.text for some in seen), batch_size=_AT_ONCE)
            docs = iter([Doc(*parsed) for parsed in zip(parses, words, seen, strict=True)])
        except (ValueError, IndexError, MemoryError):
            return [[self._parse_alone(*piece, story.notes) for piece in story.placed] for story in cuts]
        return [list(islice(docs, len(story.words))) for story in cuts]

    def _parse_alone(self, start: int, words: str, notes: list[str]) -> Doc | None:
        try:
            seen = legible(words)
            return Doc(self._nlp(seen.text), words, seen)
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


def _told(rows: list[Row], passages: Sequence[Passage]) -> list[Row]:
    """The rows without those of questions, which tell nothing."""
    asked = [(p.start, p.start + len(p.doc.text)) for p in passages if p.turn is not None and p.turn.asks]
    return [row for row in rows if not any(first <= row.quote.start < last for first, last in asked)]


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


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
