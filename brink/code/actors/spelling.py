"""One spelling for the many ways a name is written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"}
)
_MARKS = re.compile(r"['’‘ʼʻ`´.]")
_PIECES = re.compile(r"[^\s\-‐-–/]+|[\-‐-–]|/")
_BRACKETS = re.compile(r"([(),])")
_POSSESSIVE = re.compile(r"(\w)(['’]s)\b")
HYPHENS = frozenset("-‐‑‒–")


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The word in lower case without accents, apostrophes and full stops.

    >>> fold("Sana’a"), fold("U.S."), fold("Vučić")
    ('sanaa', 'us', 'vucic')
    """
    if word in HYPHENS:
        return "-"
    lowered = _MARKS.sub("", word).lower()
    if lowered.isascii():
        return lowered
    spread = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    # Some signs come apart to capitals and full stops.
    return bare if bare == word else fold(bare)


@lru_cache(maxsize=20_000)
def pieces(name: str) -> tuple[str, ...]:
    """The words of a name as a tokenizer cuts them: hyphens, slashes and brackets stand alone.

    >>> pieces("Tehreek-e-Taliban Pakistan")
    ('Tehreek', '-', 'e', '-', 'Taliban', 'Pakistan')
    """
    spaced = _BRACKETS.sub(r" \1 ", name)
    return tuple(_PIECES.findall(_POSSESSIVE.sub(r"\1 \2", spaced)))


def plural(noun: str) -> str:
    """The regular plural of a noun or noun phrase, by its last word.

    >>> plural("refugee"), plural("spy"), plural("coach")
    ('refugees', 'spies', 'coaches')
    """
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
