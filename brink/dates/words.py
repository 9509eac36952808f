"""A text becomes words with the classes that date patterns are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from brink.dates.numerals import NUMBER_WORDS, digits, spoken, spoken_length
from brink.shipped import shipped_yaml

# The plain word comes first, being nine words in ten; no other kind starts with a letter it may start with.
TOKEN = re.compile(
    r"""(?P<plain>(?![AaPpQq][1-4Mm.])[^\W\d_]+)
    |(?P<blank>\n[ \t\r]*\n)
    |(?P<iso>\d{4}-\d{2}-\d{2}(?!\d)|\d{4}/\d{1,2}/\d{1,2}(?!\d))
    |(?P<numeric>\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)(?:\d{4}|\d{2})(?![\d/.-]\d))
    |(?P<clock>\d{1,2}:\d{2}(?!\d)|\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))
    |(?P<decade>\d{3}0['’]?s\b|['’]?\d0s\b)
    |(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<quarter>[Qq][1-4]\b)
    |(?P<meridiem>[ap]\.\s?m\.?|[AaPp][Mm]\b|[AP]\.M\.?)
    |(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    |(?P<word>[^\W\d_]+)
    |(?P<mark>\S)""",
    re.VERBOSE,
)
SENTENCE_ENDS = frozenset({".", "!", "?", ";", "\n"})
MARKS = {
    ",": "COMMA",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "'": "APOS",
    "’": "APOS",
    "/": "SLASH",
    ".": "DOT",
    "(": "OPEN",
    ")": "SHUT",
}
NUMBER_CLASSES = ("NUM", "DAY", "YEAR", "SHORT", "HOUR")
GROUP_CLASSES = {
    "iso": "ISO",
    "numeric": "NUMERIC",
    "clock": "CLOCK",
    "decade": "DECADE",
    "quarter": "QUARTER",
    "meridiem": "MERIDIEM",
}
OTHER = " "
HALF = ["and", "a", "half"]
LONGEST_NUMBER = 20
"""Characters of a number; longer runs of digits are no quantity."""


@cache
def vocabulary(name: str = "vocabulary") -> dict[str, Any]:
    """A word list of this folder."""
    loaded: dict[str, Any] = shipped_yaml("brink.dates", f"{name}.yaml")
    return loaded


@dataclass(frozen=True, slots=True)
class Alphabet:
    """One character for each set of classes a word can have, so that patterns are run over characters."""

    letters: Mapping[frozenset[str], str]
    words: Mapping[str, str]
    """Letter of each word that patterns know."""

    @classmethod
    def of(cls, literals: Iterable[str]) -> Alphabet:
        """The alphabet of the vocabulary and the words that patterns spell out."""
        classes: dict[str, set[str]] = {word: {word} for word in literals}
        for name, words in vocabulary().items():
            if name.isupper():
                for word in words:
                    classes.setdefault(str(word), set()).add(name)
        wholes = {frozenset(kinds) for kinds in classes.values()} | set(_number_sets())
        wholes |= {frozenset({name}) for name in [*MARKS.values(), *GROUP_CLASSES.values(), "ORDINAL"]}
        wholes |= {frozenset({"NUM", word}) | frozenset(classes.get(word, ())) for word in NUMBER_WORDS}
        letters = {kinds: chr(0xE000 + at) for at, kinds in enumerate(sorted(wholes, key=sorted))}
        return cls(letters, {word: letters[frozenset(kinds)] for word, kinds in classes.items()})

    def having(self, name: str) -> str:
        """All letters of words that have a class."""
        names = {"UNIT", "UNITS"} if name == "ANYUNIT" else {name}
        return "".join(letter for kinds, letter in self.letters.items() if names & kinds)


def _number_sets() -> list[frozenset[str]]:
    return [
        number_classes(value, plain)
        for value in (0, 1, 12, 20, 28, 50, 1600, 1.5, 3000)
        for plain in (True, False)
    ]


@cache
def number_classes(value: float, plain: bool) -> frozenset[str]:
    """What a number in digits may be; `plain` when it has neither comma nor point."""
    kinds = {"NUM"}
    if plain and value == int(value):
        if 1 <= value <= 31:
            kinds.add("DAY")
        if 1 <= value <= 24:
            kinds.add("HOUR")
        if 10 <= value <= 99:
            kinds.add("SHORT")
        if 1500 <= value <= 2100:
            kinds.add("YEAR")
    return frozenset(kinds)


@dataclass(slots=True)
class Words:
    """The words of a text in order; `codes` holds one class letter a word."""

    text: str
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    codes: str = ""

    def raw(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def before(self, at: int, back: int = 1) -> str:
        """The lower-case word `back` places before, or a sentence end when there is none."""
        return self.lower[at - back] if at >= back else "\n"

    def after(self, at: int, on: int = 1) -> str:
        return self.lower[at + on] if at + on < len(self.lower) else "\n"

    def capital(self, at: int) -> bool:
        """Whether a word exists there and begins with a capital letter."""
        return 0 <= at < len(self.lower) and self.text[self.starts[at]].isupper()


def read_words(text: str, alphabet: Alphabet) -> Words:
    """The words of a text, numbers in words joined, each with its class letter."""
    words = Words(text)
    lower, starts, ends, values = words.lower, words.starts, words.ends, words.values
    codes: list[str] = []
    abbreviations = frozenset(vocabulary()["abbreviations"])
    known, letters = alphabet.words, alphabet.letters
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        low = match.group().lower()
        code, value = OTHER, 0.0
        if kind == "plain" or kind == "word":
            code = known.get(low, OTHER)
            if code is not OTHER and low in abbreviations and text[end : end + 1] == ".":
                end += 1
        elif kind == "mark":
            code = letters[frozenset({MARKS[low]})] if low in MARKS else known.get(low, OTHER)
            if ends and ends[-1] > start:
                continue
        elif kind == "number" and end - start <= LONGEST_NUMBER:
            value = digits(low)
            code = letters[number_classes(value, low.isdigit())]
        elif kind == "blank":
            low = "\n"
        elif kind == "ordinal":
            value = float(low[:-2])
            code = letters[frozenset({"ORDINAL"})]
        elif kind in GROUP_CLASSES:
            code = letters[frozenset({GROUP_CLASSES[kind]})]
        lower.append(low)
        starts.append(start)
        ends.append(end)
        values.append(value)
        codes.append(code)
    return _join_numbers(words, codes, alphabet)


def _join_numbers(words: Words, codes: list[str], alphabet: Alphabet) -> Words:
    """Words with each number in words made one word of class NUM, and "two and a half" likewise."""
    lower = words.lower
    joined = Words(words.text)
    kept: list[str] = []
    done = 0
    for place in _spoken_places(lower):
        if place < done:
            continue
        length, value, code = 1, words.values[place], codes[place]
        if lower[place] in NUMBER_WORDS:
            length = spoken_length(lower, place)
            value = spoken(lower[place : place + length]) or 0.0
            code = alphabet.letters[number_classes(value, False)]
        if code is not OTHER and lower[place + length : place + length + 3] == HALF and value:
            length, value = length + 3, value + 0.5
        _copy(words, codes, joined, kept, done, place)
        last = place + length - 1
        said = lower[place] if length == 1 else words.text[words.starts[place] : words.ends[last]].lower()
        joined.lower.append(said)
        joined.starts.append(words.starts[place])
        joined.ends.append(words.ends[last])
        joined.values.append(value)
        kept.append(code)
        done = place + length
    _copy(words, codes, joined, kept, done, len(lower))
    joined.codes = "".join(kept)
    return joined


def _spoken_places(lower: list[str]) -> list[int]:
    """Where a number in words may start, or one in digits before "and a half"."""
    places = [place for place, word in enumerate(lower) if word in NUMBER_WORDS]
    if "half" not in lower:
        return places
    halves = [place for place, word in enumerate(lower) if word == "half" and place >= 3]
    return sorted({*places, *(place - 3 for place in halves if lower[place - 2 : place + 1] == HALF)})


def _copy(words: Words, codes: list[str], joined: Words, kept: list[str], first: int, last: int) -> None:
    joined.lower += words.lower[first:last]
    joined.starts += words.starts[first:last]
    joined.ends += words.ends[first:last]
    joined.values += words.values[first:last]
    kept += codes[first:last]
