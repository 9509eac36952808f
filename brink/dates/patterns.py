"""The patterns of patterns.yaml, compiled to run over class letters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from brink.dates import apart, lengths, named, portions, relative, spans, told
from brink.dates.sense import Parts, Sense
from brink.dates.words import Alphabet, Words
from brink.shipped import shipped_yaml

PIECE = re.compile(r"(?:([a-z]+\d?)=)?([A-Z]+|[a-z]+)|([?()|])|\s+")
Meaning = Callable[[Parts], Sense | None]
MEANINGS: dict[str, Meaning] = {
    meaning.__name__: meaning
    for meaning in (
        named.iso_day,
        named.numeric_day,
        named.named_day,
        named.day_of_relative_year,
        named.wire_day,
        spans.days_span,
        named.day_of_month,
        named.named_month,
        spans.months_span,
        named.month_of_year,
        named.bare_month,
        named.relative_month,
        named.bare_year,
        named.fiscal_year,
        spans.years_span,
        named.decade,
        named.century,
        named.quarter,
        named.season_of_year,
        named.relative_season,
        named.bare_season,
        relative.day_word,
        relative.day_before,
        relative.present,
        relative.recent,
        relative.weekday,
        relative.weekday_of_week,
        relative.relative_unit,
        relative.the_weekend,
        relative.current_unit,
        relative.units_ago,
        relative.units_ahead,
        relative.window,
        relative.recent_units,
        relative.this_far,
        apart.units_apart,
        apart.next_unit,
        apart.beside_event,
        told.told_month,
        told.told_season,
        told.told_weekday,
        told.month_of_that_year,
        told.season_of_that_year,
        told.day_of_that_year,
        lengths.duration,
        lengths.bare_duration,
        lengths.every,
        lengths.often,
        lengths.rate,
        lengths.per,
        lengths.clock,
        lengths.clock_word,
        lengths.night,
        lengths.overnight,
        lengths.day_part,
    )
}
PORTIONS: dict[str, Callable[[Parts, Sense], Sense | None]] = {
    cut.__name__: cut
    for cut in (
        portions.third,
        portions.edge,
        portions.clipped,
        portions.halved,
        portions.counted_off,
        portions.part_of_day,
    )
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of writing a date, and the name of the function that says what it comes to."""

    means: str
    regex: re.Pattern[str]

    def parts(self, words: Words, at: int) -> Parts | None:
        """The words it keeps when it fits at a place, else None."""
        match = self.regex.match(words.codes, at)
        if match is None or match.end() == at:
            return None
        places = {name: match.start(name) for name in self.regex.groupindex if match.start(name) >= 0}
        return Parts(words, at, match.end(), places)


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns by section, their alphabet, and the letters a date is recognised by."""

    alphabet: Alphabet
    sections: dict[str, tuple[Pattern, ...]]
    core: re.Pattern[str]
    """A run of known words that holds at least one word only dates have."""
    starts: dict[str, dict[str, tuple[Pattern, ...]]]
    """Per section, the patterns that can begin with a letter."""


CORE_CLASSES = (
    "MONTH",
    "WEEKDAY",
    "SEASON",
    "UNIT",
    "UNITS",
    "PART",
    "CLOCKWORD",
    "DAYWORD",
    "PRESENT",
    "RECENT",
    "OFTEN",
    "QUARTER",
    "YEAR",
    "DECADE",
    "ISO",
    "NUMERIC",
    "CLOCK",
    "MERIDIEM",
    "ORDINAL",
    "tonight",
    "overnight",
    "ZONE",
)


@cache
def grammar() -> Grammar:
    """The patterns, read once."""
    written = shipped_yaml("brink.dates", "patterns.yaml")
    literals = {
        word
        for section in written.values()
        for one in section
        for _, word, _ in PIECE.findall(one["words"])
        if word.islower()
    }
    alphabet = Alphabet.of(literals)
    sections = {
        name: tuple(Pattern(one["means"], _compiled(one["words"], alphabet)) for one in section)
        for name, section in written.items()
    }
    starts = {
        name: {
            letter: tuple(
                p
                for p, one in zip(section, written[name], strict=True)
                if letter in _openers(one["words"], alphabet)
            )
            for letter in alphabet.letters.values()
        }
        for name, section in sections.items()
    }
    core = "".join(alphabet.having(name) for name in CORE_CLASSES)
    return Grammar(alphabet, sections, re.compile(f"[{core}]"), starts)


def _compiled(words: str, alphabet: Alphabet) -> re.Pattern[str]:
    def letters(match: re.Match[str]) -> str:
        group, word, operator = match.groups()
        if not word:
            return operator.replace("(", "(?:") if operator else ""
        found = alphabet.having(word)
        if not found:
            raise ValueError(f"no word has the class {word!r} that a pattern asks for: {words}")
        return f"(?P<{group}>[{found}])" if group else f"[{found}]"

    return re.compile(PIECE.sub(letters, words))


def _openers(words: str, alphabet: Alphabet) -> str:
    """Letters of every class up to a pattern's first compulsory word: a superset of its openers."""
    found = ""
    depth = 0
    pieces = [match.groups() for match in PIECE.finditer(words) if match.group().strip()]
    for place, (_, word, operator) in enumerate(pieces):
        optional = place + 1 < len(pieces) and pieces[place + 1][2] == "?"
        if operator == "(":
            depth += 1
        elif operator == ")":
            depth -= 1
            if depth == 0 and not optional:
                break
        elif word:
            found += alphabet.having(word)
            if depth == 0 and not optional:
                break
    return found


def sense(pattern: Pattern, parts: Parts) -> Sense | None:
    """What a fitting pattern comes to; None when the words are no date after all."""
    return MEANINGS[pattern.means](parts)


def portion(pattern: Pattern, parts: Parts, whole: Sense) -> Sense | None:
    """A part of a date, as the words before it say."""
    return PORTIONS[pattern.means](parts, whole)
