"""Names that Brink knows, by the small letters they may be written in, with the letters they should have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brink.code.actors.gazetteer import Gazetteer
from brink.code.capitals.english import is_english, is_noun_alone
from brink.code.capitals.features import WORD, Word
from brink.code.capitals.words import load_words
from brink.code.places.atlas import Atlas, load_atlas
from brink.code.places.spelling import fold

_LONGEST = 7
_LARGE = 100_000
UNSURE = "town"
"""The list whose names are only a hint: English nouns are written like them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Written forms by their words in small letters."""

    actors: Mapping[tuple[str, ...], str]
    atlas: Atlas

    def at(self, words: Sequence[Word], first: int, text: str) -> tuple[int, str, str] | None:
        """The longest listed name from a word on: how many words, its written form, which list."""
        for size in range(min(_LONGEST, len(words) - first), 0, -1):
            run = words[first : first + size]
            if any(word.opens for word in run[1:]):
                continue
            small = text[run[0].start : run[-1].end].lower()
            written = self.actors.get(tuple(word.small for word in run))
            if written is not None and len(written) == len(small) and written.lower() == small:
                return size, written, "actor"
            kind = self._place(small)
            if kind is not None:
                return size, small.title(), kind
        return None

    def _place(self, small: str) -> str | None:
        """`place` for a town or unit, `town` where an English noun is written as its name is."""
        if len(small) < 4 or not self.atlas.has(fold(small)):
            return None
        if not all(map(is_english, small.split())):
            return "place"
        large = any(known.population >= _LARGE for known in self.atlas.find(fold(small)))
        return UNSURE if large and is_noun_alone(small) else None


def listed_names(gazetteer: Gazetteer) -> Listed:
    """The names of a gazetteer's actors and of the atlas; single English words are left to the model but for
    states and their people."""
    found: dict[tuple[str, ...], str] = {}
    for name, short in _names(gazetteer):
        words = tuple(match[0].lower() for match in WORD.finditer(name))
        if not words or (len(words) == 1 and not _is_sure(words[0], short=short)):
            continue
        found.setdefault(words, name)
    states = [e for e in gazetteer.entries.values() if e.kind == "state"]
    for name in (*load_words().dated, *(name for e in states for name in (e.name, *e.demonyms))):
        words = tuple(match[0].lower() for match in WORD.finditer(name))
        if len(words) == 1 and len(name) > 3 and words[0] not in load_words().common:
            found.setdefault(words, name)
    return Listed(found, load_atlas())


def _is_sure(word: str, *, short: bool) -> bool:
    """Whether a name of one word is nothing else: dictionaries list well-known acronyms as nouns."""
    if not short:
        return not is_english(word)
    return len(word) > 2 and word not in load_words().common and (not is_english(word) or is_noun_alone(word))


def _names(gazetteer: Gazetteer) -> Iterator[tuple[str, bool]]:
    for entry in gazetteer.entries.values():
        for name in (entry.name, *entry.aliases, *entry.demonyms, *(seat.name for seat in entry.capitals)):
            yield name.removeprefix("the ").removeprefix("The "), False
        for name in entry.acronyms:
            yield name, True
