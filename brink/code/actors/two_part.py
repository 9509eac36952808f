"""Names with a small word inside: "Justice AND Equality Movement", "calling itself Sword OF Dawn"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.roles import RoleNoun
from brink.code.actors.words import Words
from brink.code.capitals.english import is_english
from brink.code.grammar.labels import QUOTES

_STYLING: Final = frozenset(
    {("calling", "itself"), ("calling", "themselves"), ("known", "as"), ("styling", "itself")}
)
_BODIES: Final = frozenset({"trust", "corps", "factory", "works"})
_LONGEST: Final = 4


def is_styled(words: Words, first: int) -> bool:
    """Whether a name is what somebody calls itself."""
    return styling_before(words, first) > 0


def styling_before(words: Words, first: int) -> int:
    """Where "calling itself" begins before a name; 0 where it does not stand there."""
    at = first
    if at and words.lowered[at - 1] == "the":
        at -= 1
    if at and words.texts[at - 1] in QUOTES:
        at -= 1
    return at - 2 if at > 2 and (words.lowered[at - 2], words.lowered[at - 1]) in _STYLING else 0


def is_plain(words: Words, i: int) -> bool:
    """Whether a capital is put on an English word, as in names of bodies: "Security", "Elders"."""
    return words.texts[i][:1].isupper() and is_english(words.lowered[i])


def end_of_pair(words: Words, at: int, known: Container[int], cues: Cues, *, of_name: bool) -> int:
    """The token after a name that goes on behind "and"; 0 where "and" joins two names.

    Behind "of" or "for" it names a second matter ("for Democracy AND PROGRESS"); else the name
    must end with what it is ("Truth AND RECONCILIATION COMMISSION").
    """
    if words.lowered[at] != "and" or at + 1 >= words.n or at + 1 in known or not is_plain(words, at - 1):
        return 0
    last = at + 1
    while last < min(words.n, at + 1 + _LONGEST) and last not in known and is_plain(words, last):
        last += 1
    named = words.folded[at + 1 : last]
    if not named or set(named) & (cues.given_names | cues.no_names):
        return 0
    if cues.titles.end(words.folded, at + 1) > at + 1 or (last < words.n and _goes_on(words, last)):
        return 0
    marks = cues.group_words | cues.body_words | _BODIES
    if of_name:
        return last if named[-1] not in marks else 0
    own = words.folded[at - 1] in marks
    return last if len(named) > 1 and named[-1] in marks and not own else 0


def with_second_matter(words: Words, first: int, noun: RoleNoun, known: Container[int]) -> int:
    """Where the name of a ministry ends, with a second matter behind "and": "Foreign Affairs AND TRADE"."""
    last = first + len(noun.words)
    ministry = noun.words[0] in {"ministry", "department"} and noun.words[1:2] == ("of",)
    if not ministry or not words.texts[first][:1].isupper() or words.lowered[last : last + 1] != ["and"]:
        return last
    end = last + 1
    while end < min(words.n, last + 1 + _LONGEST) and is_plain(words, end) and end not in known:
        end += 1
    again = set(words.folded[last + 1 : end]) & {"ministry", "department", "ministries", "police", "army"}
    return last if end == last + 1 or again or (end < words.n and _goes_on(words, end)) else end


def _goes_on(words: Words, at: int) -> bool:
    """Whether a name that is no English goes on behind, which is then somebody else's."""
    return words.texts[at][:1].isupper() and words.pos[at] == "PROPN"
