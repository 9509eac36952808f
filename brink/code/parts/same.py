"""Which phrases of a story mean the same: by name, by acronym, by head noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL: Final = frozenset({"the", "of", "and", "for", "de", "del", "la", "a", "an", "y", "in", "on"})


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase with what it takes to compare it."""

    text: str
    """As the story would print it with capitals."""
    head: str
    """Lemma of its head noun, in small letters."""
    role: str
    names: tuple[str, ...]
    """Canonical names of the actor it stands for."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in _WORD.findall(self.text) if word.lower() not in _SMALL)

    @property
    def is_name(self) -> bool:
        words = [w for w in _WORD.findall(self.text) if w.lower() not in _SMALL]
        return bool(words) and all(word[0].isupper() for word in words)


def clusters(said: Sequence[Said]) -> list[list[int]]:
    """Places of phrases that mean the same, within one role; each phrase in one cluster, in order."""
    found: list[list[int]] = []
    for at, one in enumerate(said):
        home = next((group for group in found if any(same(one, said[other]) for other in group)), None)
        if home is None:
            found.append([at])
        else:
            home.append(at)
    return found


def same(a: Said, b: Said) -> bool:
    """Whether two phrases of one story mean the same."""
    if a.role != b.role:
        return False
    if a.words == b.words or (a.names and a.names == b.names):
        return True
    if a.is_name and b.is_name:
        return _shares_name(a.words, b.words) or is_acronym(a.text, b.text) or is_acronym(b.text, a.text)
    return a.is_name == b.is_name and a.head == b.head


def _shares_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Galan" and "Luis Carlos Galan Sarmiento": all words of the shorter stand in the longer."""
    short, long = sorted((a, b), key=len)
    return bool(short) and set(short) <= set(long)


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of one open the words of the other ("FMLN")."""
    letters = re.sub(r"[^A-Za-z]", "", short).lower()
    if not 2 <= len(letters) <= 8 or " " in short.strip() or not short.isupper():
        return False
    opening = "".join(word[0] for word in _WORD.findall(long) if word.lower() not in _SMALL).lower()
    return len(opening) > 1 and letters == opening
