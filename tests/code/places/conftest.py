"""Reading places in a few sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brink.code.mention import Mention, Mentions, PlaceMention
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places

Places = dict[str, PlaceMention]
Read = Callable[..., Places]


@pytest.fixture(scope="session")
def places_in() -> Read:
    """The place mentions of a story by surface; one paragraph an argument."""
    nlp = load_pipeline()

    def read(*paragraphs: str, home: str | None = None, actor: tuple[str, str] | None = None) -> Places:
        passages = [Passage("a.txt", "a.txt#1", k, 0, nlp(text)) for k, text in enumerate(paragraphs)]
        mentions = Mentions()
        if actor is not None:
            mentions.add(_actor(passages, *actor))
        find_places(passages, mentions, home=home)
        return {mention.surface: mention for mention in mentions.places}

    return read


def _actor(passages: list[Passage], words: str, kind: str) -> Mention:
    """The actor mention that the first paragraph makes with these words."""
    start = passages[0].doc.text.index(words)
    span = passages[0].doc.char_span(start, start + len(words))
    return Mention(
        passage=0, first=span.start, last=span.end, head=span.root.i, surface=words, names=(words,), kind=kind,
        how="name", because="given",
    )  # fmt: skip
