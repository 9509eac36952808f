"""Other names of somebody the story presents: "Jimmy 'Barbecue' Cherizier", "Omar, known as the Hyena"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brink.code.actors.page import Draft, Page, Reading
from brink.code.actors.people import Person
from brink.code.actors.story import name_words
from brink.code.actors.words import Words

_QUOTES: Final = frozenset({'"', "“", "”", "‘", "’", "'"})
_KNOWN: Final = (
    ("known", "as"), ("nicknamed",), ("alias",), ("aka",), ("a.k.a.",), ("dubbed",), ("called",),
    ("known", "by", "his", "alias"), ("known", "by", "the", "alias"), ("nom", "de", "guerre"),
)  # fmt: skip
_REACH: Final = 14
_LONGEST: Final = 4


def without_nickname(words: Words, first: int, last: int) -> str:
    """The name without what stands in quotation marks inside it."""
    kept, quoted = [], False
    for i in range(first, last):
        if words.texts[i] in _QUOTES:
            quoted = not quoted
        elif not quoted:
            kept.append(words.texts[i] + words.spaces[i])
    return "".join(kept).strip()


def read_nicknames(page: Page, first: int, last: int, person: Person, reading: Reading) -> None:
    """Let the names that the words in and behind a name give somebody stand for that person."""
    found = [*_inside(page.words, first, last), *_behind(page.words, last)]
    for begin, end in found:
        nick = name_words(page.text(begin, end))
        if not nick or reading.people.called(nick):
            continue
        reading.people.by_surname.setdefault(nick[-1], []).append(replace(person, words=nick))
        if len(nick) == 2 and not reading.people.called(nick[:1]):
            reading.people.by_surname.setdefault(nick[0], []).append(replace(person, words=nick[:1]))
        if begin >= last and page.is_free(begin, end):
            page.add(
                Draft(
                    first=begin,
                    last=end,
                    head=page.words.head_of(begin, end),
                    names=(person.name,),
                    kind="person",
                    how="alias",
                    because=f"another name of {person.name}",
                    country=person.country,
                    serves=person.serves,
                )
            )


def _inside(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    marks = [i for i in range(first, last) if words.texts[i] in _QUOTES]
    return [(marks[0] + 1, marks[1])] if len(marks) == 2 and marks[1] - marks[0] > 1 else []


def _behind(words: Words, last: int) -> list[tuple[int, int]]:
    """What follows "known as" in the phrase that explains a name."""
    if last >= words.n or words.texts[last] not in {",", "("}:
        return []
    for i in range(last + 1, min(last + _REACH, words.n)):
        if words.texts[i] in {".", ";"} or words.sentence[i] != words.sentence[last]:
            return []
        if words.pos[i] in {"VERB", "AUX"} and words.lowered[i] not in {
            "known",
            "nicknamed",
            "dubbed",
            "called",
        }:
            return []
        for phrase in _KNOWN:
            end = i + len(phrase)
            if tuple(words.lowered[i:end]) == phrase:
                return _named(words, end)
    return []


def _named(words: Words, at: int) -> list[tuple[int, int]]:
    while at < words.n and (words.texts[at] in _QUOTES or words.lowered[at] in {"the", "is", "was"}):
        at += 1
    end = at
    while end < min(words.n, at + _LONGEST) and words.is_capital(end):
        end += 1
    return [(at, end)] if end > at else []
