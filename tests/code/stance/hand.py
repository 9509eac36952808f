"""Passages parsed from given text, with actors marked by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from spacy.tokens import Token

from brink.code.mention import ActorKind, Mention, Mentions
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline

SETTING = Setting(document="page.txt", story="page.txt#1", date=None)


@lru_cache(maxsize=4096)
def passage_of(text: str, index: int = 0, start: int = 0) -> Passage:
    """One paragraph as a passage of a story."""
    return Passage("page.txt", "page.txt#1", index, start, load_pipeline()(text))


def passages_of(*texts: str) -> list[Passage]:
    """Paragraphs as a story, two characters apart."""
    found, start = [], 0
    for index, text in enumerate(texts):
        found.append(passage_of(text, index, start))
        start += len(text) + 2
    return found


def mark(passages: Iterable[Passage], actors: Mapping[str, str] | Iterable[str]) -> Mentions:
    """Mentions for every place where one of these words stands; a mapping gives canonical names.

    A name may be written `Name (kind)`, as in `Ali Omar (person)`.
    """
    mentions = Mentions()
    names = actors if isinstance(actors, Mapping) else {actor: actor for actor in actors}
    for passage in passages:
        taken: set[int] = set()
        for surface in sorted(names, key=len, reverse=True):
            for place in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", passage.doc.text):
                _add(mentions, passage, place.span(), names[surface], taken)
    return mentions


def _add(mentions: Mentions, passage: Passage, place: tuple[int, int], name: str, taken: set[int]) -> None:
    span = passage.doc.char_span(*place, alignment_mode="expand")
    if span is None or taken & set(range(span.start, span.end)):
        return
    taken.update(range(span.start, span.end))
    kind: ActorKind = "group"
    if name.endswith("(person)"):
        name, kind = name.removesuffix("(person)").strip(), "person"
    mentions.add(
        Mention(
            passage=passage.index,
            first=span.start,
            last=span.end,
            head=span.root.i,
            surface=span.text,
            names=(name,),
            kind=kind,
            how="name",
            because="marked by hand",
        )
    )


def word(passage: Passage, spec: str) -> Token:
    """The token a gate entry points at: a word, or `word#2` for its second occurrence."""
    text, _, nth = spec.partition("#")
    places = [token for token in passage.doc if token.text == text]
    return places[int(nth or 1) - 1]
