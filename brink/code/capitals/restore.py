"""Capitals for a text that has none or nothing else; every character keeps its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from brink.code.actors.gazetteer import Gazetteer
from brink.code.capitals.english import is_english
from brink.code.capitals.features import Word, words_of
from brink.code.capitals.listed import UNSURE, Listed, listed_names
from brink.code.capitals.model import CAPITALS, TITLE, load_casing

_KEPT: dict[int, tuple[Gazetteer, Listed]] = {}


def restored(text: str, gazetteer: Gazetteer, *, acronyms: Collection[str] = ()) -> str:
    """The text in the letters that print would have; as long as the text, character for character.

    `acronyms` are words in small letters that the story brings in as acronyms.
    """
    small = text.lower()
    if len(small) != len(text):
        # A few letters have two small ones; these lines are left as they are.
        return text
    words = words_of(small)
    names = found_names(small, words, _listed(gazetteer))
    kinds = [""] * len(words)
    for first, (size, _, kind) in names.items():
        kinds[first : first + size] = [kind] * size
    ways = load_casing().best(words, kinds)
    letters = list(small)
    for word, way in zip(words, ways, strict=True):
        is_short = word.small in acronyms or (word.bracketed and is_acronym(word.small))
        letters[word.start : word.end] = written(word.small, CAPITALS if is_short else way)
    for first, (size, form, kind) in names.items():
        if kind != UNSURE:
            letters[words[first].start : words[first + size - 1].end] = form
    return "".join(letters)


def acronyms_of(texts: Iterable[str]) -> frozenset[str]:
    """The acronyms that stand alone in brackets somewhere in a story: "National Liberation Army (ELN)"."""
    words = (word for text in texts for word in words_of(text))
    return frozenset(word.small for word in words if word.bracketed and is_acronym(word.small))


def is_acronym(word: str) -> bool:
    """Whether a word in brackets can be an acronym: short, and no word of English."""
    return 2 < len(word) <= 6 and not is_english(word)


def found_names(text: str, words: list[Word], listed: Listed) -> dict[int, tuple[int, str, str]]:
    """Listed names by their first word, the longest at each place: number of words, form, list."""
    found: dict[int, tuple[int, str, str]] = {}
    at = 0
    while at < len(words):
        name = listed.at(words, at, text)
        if name is not None:
            found[at] = name
        at += name[0] if name is not None else 1
    return found


def written(word: str, way: int) -> str:
    """A word in small letters written in a way."""
    if way == CAPITALS:
        return word.upper() if len(word.upper()) == len(word) else word
    return word[:1].upper() + word[1:] if way == TITLE and len(word[:1].upper()) == 1 else word


def _listed(gazetteer: Gazetteer) -> Listed:
    kept = _KEPT.get(id(gazetteer))
    if kept is None or kept[0] is not gazetteer:
        kept = (gazetteer, listed_names(gazetteer))
        _KEPT.clear()
        _KEPT[id(gazetteer)] = kept
    return kept[1]
