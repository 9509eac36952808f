"""What a page puts between and inside words that no reader sees, or reads past, kept from the parser."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphens, and spaces and joiners without width."""
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NOTE: Final = r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed|clarification needed|update)\]"
_CLOSING: Final = r".,;:!?\"”’)"
_ODD: Final = re.compile(
    rf"(?P<gap>[^\S\n]{{2,}}|[^\S\n ])"
    r"|(?P<accent>[^\W\d_][\u0300-\u036f]+)"
    rf"|(?P<none>[{_INVISIBLE}]+)"
    rf"|(?P<note>(?<=[\w{_CLOSING}])(?:{_NOTE})+|(?<=[{_CLOSING}])[⁰¹²³⁴-⁹]+(?!\w))"
    rf"|(?P<joined>[{''.join(_LIGATURES)}])"
    r"|(?P<stop>(?:(?<=[a-z]{2})|(?<=[0-9]{2})|(?<=[”\")]))[.!?][”\"]?(?=[“\"]?[A-Z][a-z]*[\s,’']))"
)


@dataclass(frozen=True, slots=True)
class Legible:
    """Words as the parser is to see them."""

    text: str
    places: tuple[int, ...] | None
    """Where each character stood, and at the end how many there were; None where nothing was changed."""
    even: str
    """What was written, with blanks for the marks of notes: every character in its place."""

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `[start, end)` of what was written stand here."""
        if self.places is None:
            return start, end
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1].isspace():
            last -= 1
        return first, last

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters `[start, end)` of this text stood in what was written."""
        if self.places is None or end <= start:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def legible(text: str) -> Legible:
    """The text with one space for wide gaps, its ligatures apart and its accents on their letters.

    What no reader reads is left out: "attack.[12]  The army" reads "attack. The army", and so does
    "attack.The army". Line breaks stay.
    """
    if _ODD.search(text) is None:
        return Legible(text, None, text)
    pieces: list[str] = []
    places: list[int] = []
    even = list(text)
    last = 0
    for odd in _ODD.finditer(text):
        start = odd.start()
        pieces.append(text[last:start])
        places += range(last, start)
        instead = _instead(odd)
        if odd["note"]:
            even[start : odd.end()] = " " * len(odd[0])
        pieces.append(instead)
        places += [start] * len(instead)
        last = odd.end()
    return Legible("".join([*pieces, text[last:]]), (*places, *range(last, len(text) + 1)), "".join(even))


def _instead(odd: re.Match[str]) -> str:
    if odd["gap"]:
        return " "
    if odd["stop"]:
        # "… six soldiers.The army": the space that a page lost.
        return f"{odd[0]} "
    if odd["accent"]:
        return normalize("NFC", odd[0])
    return _LIGATURES.get(odd[0], "")
