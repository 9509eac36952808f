"""A story in a few sentences, read with the shipped pipeline and gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from spacy.language import Language

from brink.code.actors.entry import ActorEntry
from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.mention import Mention, Mentions
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval


@dataclass(frozen=True)
class Story:
    """What was found, looked up by the words of the text."""

    passages: Sequence[Passage]
    mentions: Mentions

    def all(self, words: str) -> list[Mention]:
        """Mentions whose tokens are exactly these words, in order."""
        return [m for m in self.mentions.actors if self.words(m) == words]

    def one(self, words: str) -> Mention:
        found = self.all(words)
        assert found, f"no mention of {words!r} among {[self.words(m) for m in self.mentions.actors]}"
        return found[-1]

    def names(self, words: str) -> tuple[str, ...]:
        """Canonical names of the last mention with these words."""
        return self.one(words).names

    def words(self, mention: Mention) -> str:
        passage = next(p for p in self.passages if p.index == mention.passage)
        return str(passage.doc[mention.first : mention.last].text)

    @property
    def everybody(self) -> set[str]:
        """All canonical names of the story."""
        return {name for m in self.mentions.actors for name in m.names}


Reader = Callable[..., Story]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Reader:
    """Reads paragraphs as one story published on a day, with a case's own actors if given."""

    def read(*paragraphs: str, on: str | None = "2023-01-15", case: Sequence[ActorEntry] = ()) -> Story:
        passages = [Passage("d", "d#1", i, 0, nlp(text)) for i, text in enumerate(paragraphs)]
        setting = Setting("d", "d#1", DateInterval.parse(on) if on else None)
        return Story(passages, find_actors(passages, setting, Gazetteer.load(case)))

    return read
