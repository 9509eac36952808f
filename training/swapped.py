"""Sentences with other names in place of their own, so that what is learnt is no list of one corpus."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.spelling import pieces
from brink.code.names.lists import _parts, given_name
from brink.code.places.atlas import load_atlas

FEWEST_PEOPLE = 30_000
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Names:
    """Names to draw from, each as its words."""

    given: Sequence[str]
    family: Sequence[str]
    places: Sequence[tuple[str, ...]]
    organisations: Sequence[tuple[str, ...]]

    def one(self, sort: str, rng: random.Random) -> tuple[str, ...]:
        if sort == "place":
            return rng.choice(self.places)
        if sort == "organisation":
            return rng.choice(self.organisations)
        family = tuple(rng.choice(self.family).capitalize() for _ in range(rng.choice((0, 1, 1, 1, 2))))
        given = (rng.choice(self.given).capitalize(),) if not family or rng.random() < 0.75 else ()
        return given + family


def load_names() -> Names:
    widely, others = _parts()
    atlas = load_atlas()
    keys = [key for key in (*atlas.listed, *atlas.rows) if key[0].isalnum()]
    known = [place for key in keys for place in atlas.find(key)[:1]]
    places = {place.name for place in known if place.listed or place.population >= FEWEST_PEOPLE}
    bodies = {
        name
        for entry in Gazetteer.load().entries.values()
        if entry.kind in ("group", "body", "media", "force")
        for name in (entry.name, *entry.aliases, *entry.acronyms)
    }
    return Names(
        given=sorted(name for name in widely if given_name(name)),
        family=sorted(widely) + random.Random(3).sample(sorted(others), 8_000),
        places=_words(places),
        organisations=_words(name for name in bodies if name[:1].isupper()),
    )


def _words(names: Iterator[str] | set[str]) -> list[tuple[str, ...]]:
    cut = sorted({tuple(pieces(name)) for name in names})
    return [words for words in cut if len(words) <= LONGEST and words[0][:1].isupper()]


def swapped(
    words: Sequence[str], spaces: Sequence[bool], labels: Sequence[str], names: Names, rng: random.Random
) -> tuple[list[str], list[bool], list[str]]:
    """The words, whether a space follows each, and the labels, with every name drawn anew."""
    new: tuple[list[str], list[bool], list[str]] = ([], [], [])
    at = 0
    while at < len(words):
        if not labels[at].startswith("B-"):
            _put(new, [words[at]], [spaces[at]], [labels[at]])
            at += 1
            continue
        end = at + 1
        while end < len(words) and labels[end].startswith("I-"):
            end += 1
        sort = labels[at][2:]
        drawn = list(names.one(sort, rng))
        shown = [word.upper() for word in drawn] if words[at].isupper() and len(words[at]) > 3 else drawn
        glued = [part == "-" or (k + 1 < len(drawn) and drawn[k + 1] == "-") for k, part in enumerate(drawn)]
        _put(new, shown, [not one for one in glued[:-1]] + [spaces[end - 1]],
             [f"{'I' if k else 'B'}-{sort}" for k in range(len(drawn))])  # fmt: skip
        at = end
    return new


def _put(new: tuple[list[str], list[bool], list[str]], *parts: list) -> None:  # type: ignore[type-arg]
    for held, part in zip(new, parts, strict=True):
        held.extend(part)
