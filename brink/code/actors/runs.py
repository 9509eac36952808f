"""Capitalised runs: names that no list knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from brink.code.actors.cues import Cues
from brink.code.actors.of_names import end_of_matter, takes_of
from brink.code.actors.story import Hit
from brink.code.actors.surnames import belongs_to_person, could_be_surname
from brink.code.actors.two_part import end_of_pair
from brink.code.actors.words import Words
from brink.code.capitals.english import is_english
from brink.code.grammar.labels import QUOTES
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.actors", "data/words.yaml")
_OFFICES: Final = _LISTS["offices"]
_UNITS: Final = _LISTS["units"]
_BEFORE_UNIT = 4
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `[first, last)` that look like one name, after titles that begin at `title`."""

    title: int
    first: int
    last: int

    @property
    def titled(self) -> bool:
        return self.title < self.first


def find_runs(words: Words, hits: Sequence[Hit], cues: Cues) -> list[Run]:
    """Runs of capitalised words outside known names, left to right, without their titles."""
    known = _known_tokens(words, hits, cues)
    runs, i = [], 0
    while i < words.n:
        if not _opens(words, i, known, cues):
            i += 1
            continue
        last = _end(words, i, known, cues)
        runs += _without_title(words, _with_number(words, i, last), last, cues)
        i = last
    return runs


def is_numbered(words: Words, run: Run) -> bool:
    """Whether a run is a unit of an army, by its number: "47th Mechanised Brigade"."""
    return bool(_ORDINAL.match(words.texts[run.first])) and words.folded[run.last - 1] in _UNITS


def _known_tokens(words: Words, hits: Sequence[Hit], cues: Cues) -> set[int]:
    known: set[int] = set()
    for hit in hits:
        is_person = any(e.kind == "person" for e in hit.entries)
        if not is_person and not (could_be_surname(hit) and belongs_to_person(words, hit, cues)):
            known.update(range(hit.first, hit.last))
    return known


def _opens(words: Words, i: int, known: set[int], cues: Cues) -> bool:
    if i in known or not words.is_capital(i) or words.folded[i] in cues.no_names:
        return False
    if words.pos[i] == "PROPN":
        return True
    following = (
        i + 1 < words.n
        and i + 1 not in known
        and words.is_capital(i + 1)
        and words.folded[i + 1] not in cues.no_names
    )
    if following and words.folded[i] in cues.given_names and not words.titled:
        return True
    if words.pos[i] in _NAME_TAGS and words.opens_sentence(i) and not words.titled and _is_no_word(words, i):
        # A tagger may take a surname that it does not know for an adjective.
        return True
    return (
        words.pos[i] in _NAME_TAGS and (following if words.opens_sentence(i) else True) and not words.titled
    )


def _is_no_word(words: Words, i: int) -> bool:
    text = words.lowered[i]
    return text.isalpha() and len(text) > 3 and words.texts[i].istitle() and not is_english(text)


def _end(words: Words, first: int, known: set[int], cues: Cues) -> int:
    last, i = first + 1, first + 1
    of_name = False
    while i < words.n and i not in known:
        if (
            words.is_capital(i)
            and words.pos[i] in _NAME_TAGS | {"VERB", "ADV", "NUM"}
            and not _new_sentence(words, i)
        ):
            if words.folded[i] in cues.no_names:
                break
            last = i = i + 1
        elif words.folded[i] in cues.name_links or words.texts[i] == "-":
            if i - last > 2 or _new_sentence(words, i):
                break
            i += 1
        elif (of_name or takes_of(words, first, last, cues)) and (
            after := end_of_matter(words, last, known, cues)
        ):
            last = i = after
            of_name = True
        elif last == i and (after := end_of_pair(words, i, known, cues, of_name=of_name)):
            last = i = after
        elif _owns_body(words, first, i, cues):
            last = i = i + 2
        elif last == i and (after := _past_nickname(words, i, known)):
            last = i = after
        elif last == i - 1 and _is_second_part(words, first, i):
            last = i = i + 1
        else:
            break
    return last


def _past_nickname(words: Words, at: int, known: set[int]) -> int:
    """The token after the surname behind a nickname: "Jimmy “Barbecue” CHERIZIER"; 0 where there is none."""
    if words.texts[at] not in QUOTES:
        return 0
    close = next(
        (k for k in range(at + 2, min(at + 5, words.n)) if words.texts[k] in {'"', "”", "’", "'"}), 0
    )
    inner = all(words.is_capital(k) for k in range(at + 1, close)) if close else False
    if not inner or close + 1 >= words.n or close + 1 in known or not words.is_capital(close + 1):
        return 0
    return close + 2 if words.pos[close + 1] == "PROPN" else 0


def _is_second_part(words: Words, first: int, i: int) -> bool:
    """Whether a small word ends a given name of two parts: "Cho Tae-YUL", but not "Al Shabaab-linked"."""
    if words.texts[i - 1] != "-" or i - first < 3 or not words.texts[i].isalpha() or len(words.texts[i]) > 6:
        return False
    joined = not words.spaces[i - 1] and not words.spaces[i - 2]
    return joined and words.heads[i] < i and not words.lowered[i].endswith("ed")


def _with_number(words: Words, first: int, last: int) -> int:
    """Where the name of a unit begins, with its number: "3rd Armoured Division"."""
    if words.folded[last - 1] not in _UNITS:
        return first
    for at in range(first - 1, max(-1, first - _BEFORE_UNIT), -1):
        if _ORDINAL.match(words.texts[at]):
            return at
        if not words.texts[at][0].isupper() or words.sentence[at] != words.sentence[first]:
            break
    return first


def _owns_body(words: Words, first: int, i: int, cues: Cues) -> bool:
    """Whether a genitive is part of a body's name ("the Lord's Front", "the People's Council")."""
    if words.lowered[i] not in {"'s", "’s"} or i + 1 >= words.n or not words.is_capital(i + 1):
        return False
    named = words.folded[i + 1] in cues.group_words | cues.body_words
    return named and first > 0 and words.lowered[first - 1] == "the"


def _new_sentence(words: Words, i: int) -> bool:
    """Whether a sentence ends before the token.

    A parser may also break inside a name; there no mark stands.
    """
    ended = words.pos[i - 1] == "PUNCT" and words.texts[i - 1] != "-"
    return words.sentence[i] != words.sentence[i - 1] and ended and not words.is_initial(i - 1)


def _without_title(words: Words, first: int, last: int, cues: Cues) -> list[Run]:
    start = first
    while start < last and (after := cues.titles.end(words.folded, start)) > start:
        start = after
    start = min(max(start, _after_office(words, start, last)), last)
    if start < last and words.lowered[start] in {"'s", "’s"}:
        # "The Ombudsman's Office" is a body and nobody's name.
        start = first
    if start == last:
        return []
    title = first
    while title > 0 and title == first and (begin := _title_before(words, first, cues)) < first:
        title = begin
        break
    return [Run(title, start, last)]


def _after_office(words: Words, first: int, last: int) -> int:
    """Where the name begins behind an office written like a name ("Information Minister Ana Ruiz")."""
    for i in range(first, last - 1):
        if words.folded[i] in _OFFICES:
            return i + 1
    return first


def _title_before(words: Words, first: int, cues: Cues) -> int:
    """Where a lower case title that ends right before the run begins ("spokesman Ned Price")."""
    for begin in (first - 3, first - 2, first - 1):
        if (
            begin >= 0
            and words.sentence[begin] == words.sentence[first]
            and cues.titles.end(words.folded, begin) == first
        ):
            return begin
    return first
