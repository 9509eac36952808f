"""What a story holds that a row may rest on, as the rules read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Parsed
from brink.code.mention import Mention, Mentions, PlaceMention
from brink.code.parsed import Token
from brink.code.passage import Passage
from brink.code.rows import Figure
from brink.code.stance import Attributions, find_attributions
from brink.dates import DateInterval
from brink.dates.expressions import find_dates

_TYPED = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
"""Signs that models write in their plain form; each stays one character, so places do not move."""


BY_NAME: Final = ("name", "alias", "acronym", "metonym")
"""Ways in which words of the text name an actor themselves, rather than refer to one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `[start, end)` of a passage's parsed text."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return str(self.passage.doc.text[self.start : self.end])

    @property
    def root(self) -> Token:
        """The token whose head lies outside; the first of the passage for characters that are not in it."""
        span = self.passage.doc.char_span(self.start, self.end, alignment_mode="expand")
        return span.root if span is not None else self.passage.doc[0]


class StoryEvidence:
    """A parsed story, asked by its words."""

    def __init__(
        self, parsed: Parsed, gazetteer: Gazetteer, *, story: str, written: DateInterval | None, as_of: date
    ) -> None:
        self.story = story
        self.written = written
        self.as_of = as_of
        self._parsed = parsed
        self._gazetteer = gazetteer

    @property
    def mentions_of_story(self) -> Mentions:
        return self._parsed.mentions

    def find(self, words: str, *, within: Stretch | None = None, folded: bool = False) -> Iterator[Stretch]:
        """Where the words stand, whole words only: in the story's body, or within a stretch of it.

        `folded` takes capitals for small letters, as datelines have them.
        """
        sought = words.strip().translate(_TYPED)
        if not sought:
            return
        before = r"(?<!\w)" if sought[0].isalnum() else ""
        after = r"(?!\w)" if sought[-1].isalnum() else ""
        pattern = re.compile(before + re.escape(sought) + after, re.IGNORECASE if folded else 0)
        for passage in self._parsed.passages if within is None else [within.passage]:
            text = passage.doc.text.translate(_TYPED)
            first, last = (0, len(text)) if within is None else (within.start, within.end)
            for found in pattern.finditer(text, first, last):
                yield Stretch(passage, *found.span())

    def whole(self, passage: Passage) -> Stretch:
        return Stretch(passage, 0, len(passage.doc.text))

    def mentions(self, stretch: Stretch) -> list[Mention]:
        """Actor mentions that share a character with a stretch, in order."""
        inside = self._parsed.mentions.in_passage(stretch.passage.index)
        return [one for one in inside if _meets(one, stretch)]

    def mention_of(self, stretch: Stretch) -> Mention | None:
        """The mention that the head of a stretch belongs to, or else its first with a name."""
        at = self._parsed.mentions.actor_at(stretch.passage.index, stretch.root.i)
        named = [one for one in self.mentions(stretch) if one.names]
        return at if at is not None and (at.names or not named) else next(iter(named), at)

    def names_part_of_another(self, stretch: Stretch) -> bool:
        """Whether the words are but part of a longer name: "Pakistan" in "Tehreek-e-Taliban Pakistan"."""
        entry = self._gazetteer.entry(stretch.text)
        return entry is not None and any(
            one.names and one.how in BY_NAME and entry.name not in one.names
            for one in self.mentions(stretch)
            if len(one.surface) > len(stretch.text)
        )

    def canonical(self, name: str) -> tuple[str, ...]:
        """Canonical names of an actor that the story names so; empty when it names nobody so."""
        found = [one for one in self.find(name) if not self.names_part_of_another(one)]
        around = [one for stretch in found for one in self.mentions(stretch) if one.names]
        exact = [one for one in around if one.surface.casefold() == name.casefold()]
        if exact:
            return exact[0].names
        entry = self._gazetteer.entry(name)
        if entry is not None and (found or entry.name in self.named):
            return (entry.name,)
        return around[0].names if around else tuple(stretch.text for stretch in found[:1])

    def country(self, name: str) -> str | None:
        entry = self._gazetteer.entry(name)
        return entry.country if entry is not None else None

    @cached_property
    def named(self) -> frozenset[str]:
        """Canonical names of everybody the story names."""
        return frozenset(name for one in self._parsed.mentions.actors for name in one.names)

    def figures(self, stretch: Stretch) -> list[Figure]:
        """Figures that stand wholly within a stretch."""
        start, end = stretch.passage.start + stretch.start, stretch.passage.start + stretch.end
        counted = self._parsed.figures[stretch.passage.index]
        return [one for one in counted if start <= one.start and one.end <= end]

    def places(self, name: str, *, near: Passage) -> list[PlaceMention]:
        """Place mentions where a name stands, those of the passage `near` first."""
        found = sorted(self.find(name, folded=True), key=lambda one: one.passage is not near)
        return [
            place
            for stretch in found
            for place in self._parsed.mentions.places
            if place.passage == stretch.passage.index and _meets(place, stretch)
        ]

    @cached_property
    def dates(self) -> list[DateInterval]:
        """Every interval that words of the story say."""
        read = [
            one
            for passage in self._parsed.passages
            for one in find_dates(passage.doc.text, anchor=self.written)
            if one.kind in ("date", "time")
        ]
        return [when for one in read for when in (one.interval, one.named) if when is not None]

    @cached_property
    def attributions(self) -> Attributions:
        return Attributions(find_attributions(self._parsed.passages, self._parsed.mentions))


def _meets(mention: Mention | PlaceMention, stretch: Stretch) -> bool:
    doc = stretch.passage.doc
    last = doc[mention.last - 1]
    return bool(doc[mention.first].idx < stretch.end and stretch.start < last.idx + len(last))
