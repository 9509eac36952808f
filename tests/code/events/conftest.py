"""Sentences read with the shipped pipeline and actors named by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.events import find_events
from brink.code.figures import find_figures
from brink.code.mention import Mention, Mentions
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.rows import Event
from brink.dates import DateInterval

Reader = Callable[..., list[Event]]
Read = Callable[[str], list[Event]]
STORY_DATE = DateInterval.parse("2024-05-15")


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """Reads a text with the whole coder and every actor that Brink knows."""
    coder = Coder(Gazetteer.load(), nlp)
    setting = Setting("d", "d#1", STORY_DATE)
    return lambda text: list(coder.code(setting, text, [(0, len(text))]).events)


@pytest.fixture(scope="session")
def events_of(nlp: Language) -> Reader:
    """Reads a text in which `actors` (surface to canonical name) are the only known actors."""

    def read(text: str, **actors: str) -> list[Event]:
        passage = Passage("d", "d#1", 0, 0, nlp(text))
        setting = Setting("d", "d#1", STORY_DATE)
        figures = find_figures(passage, anchor=STORY_DATE)
        return find_events([passage], setting, named(passage, actors), [figures])

    return read


def named(passage: Passage, actors: dict[str, str]) -> Mentions:
    mentions = Mentions()
    for token in passage.doc:
        name = actors.get(token.text)
        if name is not None:
            mentions.add(
                Mention(
                    passage=passage.index,
                    first=token.i,
                    last=token.i + 1,
                    head=token.i,
                    surface=token.text,
                    names=(name,),
                    kind="state",
                    how="name",
                    because="named by hand",
                )
            )
    return mentions
