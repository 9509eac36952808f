"""What the lists of actors and places say of the words of a sentence."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from brink.code.actors.cues import load_cues
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.spelling import fold, pieces
from brink.code.places.atlas import Atlas, load_atlas
from brink.code.places.spelling import fold as fold_place

_LONGEST = 7
_SAID = frozenset(
    {"said", "says", "told", "added", "tweeted", "argued", "warned", "claimed", "insisted", "wrote"}
)
_TOWN_SIZES = ((1_000_000, "city"), (100_000, "town"), (0, "spot"))


@lru_cache(maxsize=1)
def actor_kinds() -> Mapping[tuple[str, ...], str]:
    """The kind of every shipped actor by the folded words of each of its names."""
    kinds: dict[tuple[str, ...], str] = {}
    for entry in Gazetteer.load().entries.values():
        for name in (entry.name, *entry.aliases, *entry.acronyms):
            kinds.setdefault(tuple(fold(word) for word in pieces(name)), entry.kind)
        for name in entry.demonyms:
            kinds.setdefault(tuple(fold(word) for word in pieces(name)), "people of a state")
    return kinds


def listed(words: Sequence[str]) -> list[str]:
    """For each word the sort of listed name it stands in, with its position there; else nothing.

    >>> listed(["The", "South", "Sudan", "border"])
    ['', 'B-state', 'I-state', '']
    """
    marks = [""] * len(words)
    at = 0
    while at < len(words):
        length, sort = _longest(words, at)
        for offset in range(length):
            marks[at + offset] = f"{'I' if offset else 'B'}-{sort}"
        at += max(length, 1)
    return marks


def given_name(word: str) -> bool:
    """Whether the word is a given name of the word lists."""
    return fold(word) in load_cues().given_names


@lru_cache(maxsize=1)
def name_parts() -> tuple[frozenset[str], frozenset[str]]:
    """Parts of personal names, folded: those widely known, and others."""
    packed = (resources.files(__package__) / "parts.txt.gz").read_bytes()
    widely, _, others = gzip.decompress(packed).decode("ascii").partition("\n\n")
    return frozenset(widely.split()), frozenset(others.split())


@lru_cache(maxsize=50_000)
def part_of_name(word: str) -> str:
    """How widely a word is known as a given or family name: "widely", "known" or nothing.

    >>> part_of_name("Johnson"), part_of_name("Okafor"), part_of_name("Kremlin")
    ('widely', 'known', '')
    """
    widely, others = name_parts()
    key = fold(word)
    return "widely" if key in widely else "known" if key in others else ""


@lru_cache(maxsize=50_000)
def word_class(word: str) -> str:
    """What a word at the end of a name makes of it: a body, a group, a medium or a thing, or nothing.

    >>> word_class("Ministry"), word_class("Brigade"), word_class("Airport"), word_class("Gao")
    ('body', 'group', 'thing', '')
    """
    cues, key = load_cues(), fold(word)
    kinds = (
        ("group", cues.group_words), ("body", cues.body_words), ("media", cues.media_words),
        ("thing", cues.thing_words),
    )  # fmt: skip
    return next((name for name, words in kinds if key in words), "")


@lru_cache(maxsize=10_000)
def beside_class(word: str) -> str:
    """What a word before or after a name tells of it: a title, speech, a place's preposition, or nothing."""
    cues, key = load_cues(), fold(word)
    if (key,) in cues.titles.by_first.get(key, ()):
        return "title"
    if key in cues.place_prepositions:
        return "placing"
    return "said" if key in _SAID else ""


def _longest(words: Sequence[str], at: int) -> tuple[int, str]:
    if not words[at][0].isupper():
        return 0, ""
    atlas = load_atlas()
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        phrase = words[at : at + length]
        if not phrase[-1][0].isalnum():
            continue
        for sort in _sorts(phrase, atlas):
            return length, sort
    return 0, ""


def _sorts(phrase: Sequence[str], atlas: Atlas) -> Iterator[str]:
    kind = actor_kinds().get(tuple(fold(word) for word in phrase))
    if kind is not None:
        yield kind
    key = fold_place(" ".join(phrase))
    if not atlas.has(key):
        return
    known = atlas.find(key)
    if known:
        largest = max(place.population for place in known)
        sort = next(name for size, name in _TOWN_SIZES if largest >= size)
        yield "listed place" if any(place.listed for place in known) else sort
