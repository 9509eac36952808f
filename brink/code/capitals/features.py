"""What the model of capitals looks at: the word, its neighbours, and what Brink knows of names."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from brink.code.capitals.english import is_english
from brink.code.capitals.words import load_words
from brink.code.places.atlas import load_atlas

SIZE = 1 << 15
"""Places that features are hashed to."""
WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*", re.IGNORECASE)
_BREAK = re.compile(r" {3,}|\n[ \t]*\n")
_STOPS = frozenset(".!?")
_SKIPPED = frozenset("\"'”’)]*_ \t\r\n(“‘[")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text in small letters, with what stands around it."""

    start: int
    end: int
    small: str
    opens: bool
    """Whether a sentence may start here."""
    bracketed: bool
    """Whether it stands alone in brackets."""


def words_of(text: str) -> list[Word]:
    """The words of a text in order; the text may have capitals, which are not looked at."""
    return [
        Word(first, last, m[0].lower(), _opens(text, first), _is_bracketed(text, first, last))
        for m in WORD.finditer(text)
        for first, last in [m.span()]
    ]


def _opens(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in _SKIPPED:
        at -= 1
    if at < 0 or _BREAK.search(text, at, start):
        return True
    if text[at] not in _STOPS:
        return text[at] == ":" and at < start - 1 and text[start - 1] in '"“'
    if at == start - 1:
        return False
    before = re.split(r"[^\w]", text[max(0, at - 8) : at])[-1].lower()
    return text[at] != "." or not (
        before in load_words().abbreviated or (len(before) == 1 and before.isalpha())
    )


def _is_bracketed(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def features(words: Sequence[Word], at: int, listed: str) -> list[int]:
    """Hashed features of a word; `listed` says in which list of names it stands, if in any."""
    word = words[at]
    before = words[at - 1].small if at and not word.opens else "<"
    after = words[at + 1].small if at + 1 < len(words) and not words[at + 1].opens else ">"
    sort = _sort(word.small)
    parts = tuple(place_words().get(w, 0) for w in (before, word.small, after))
    named = [
        f"p {parts[1]} {sort}",
        f"pw {parts[1]} {sort} {_sort(before)} {parts[0]}",
        f"pn {parts[1]} {sort} {_sort(after)} {parts[2]}",
        f"w {word.small}",
        f"b {before} {word.small}",
        f"a {word.small} {after}",
        f"s {sort} {word.opens} {word.bracketed}",
        f"l {listed} {word.opens}",
        f"ls {listed} {sort}",
        f"e {word.small[-3:]} {sort}",
        f"f {word.small[:3]}",
        f"n {_length(word.small)} {sort} {_vowels(word.small)}",
        f"pb {before}",
        f"pa {after}",
        f"ps {_sort(before)} {sort} {_sort(after)}",
        f"o {word.opens}",
    ]
    return [place(name) for name in named]


def follows(previous: int, words: Sequence[Word], at: int) -> list[int]:
    """Hashed features of a word given the case of the word before it."""
    word = words[at]
    apart = words[at - 1].end + 1 < word.start or word.opens if at else True
    return [
        place(f"t {previous} {apart}"),
        place(f"ts {previous} {apart} {_sort(word.small)}"),
        place(f"tw {previous} {word.small}"),
    ]


@lru_cache(maxsize=1)
def place_words() -> dict[str, int]:
    """Words that names of places are made of, with how many (1 for one, 2 for up to 3, 3 for up to 15, 4).

    Towns are named after people all over the world, so these are words of people's names too.
    """
    atlas = load_atlas()
    counts = Counter(word for key in (*atlas.rows, *atlas.listed) for word in key.split())
    return {word: 1 + (count > 1) + (count > 3) + (count > 15) for word, count in counts.items()}


@lru_cache(maxsize=100_000)
def place(name: str) -> int:
    """Where a feature is kept, from 0 to `SIZE`."""
    return zlib.crc32(name.encode()) % SIZE


def _sort(word: str) -> str:
    if len(word) <= 1:
        return "mark" if word in "<>" else "letter"
    return "english" if is_english(word) else "strange"


def _length(word: str) -> int:
    return min(len(word), 6)


def _vowels(word: str) -> bool:
    return not set(word).isdisjoint("aeiouyáéíóú")
