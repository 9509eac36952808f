"""Where the phrase of a role begins, and whether it may stand without anybody whose it is."""

from __future__ import annotations

from brink.code.actors.page import Page, Reading
from brink.code.actors.roles import RoleNoun
from brink.code.actors.surfaces import classifies


def phrase_start(page: Page, first: int, reading: Reading) -> int:
    """Where the words that say which sort of people begin: "Rohingya refugees", "hospital staff"."""
    words, start = page.words, first
    while (
        start > 0
        and start - 1 not in page.at
        and words.deps[start - 1] in {"amod", "compound"}
        and words.heads[start - 1] >= start
    ):
        joined = start > 1 and words.texts[start - 2] == "-"
        is_noun = words.pos[start - 1] != "ADJ"
        role = is_noun and reading.roles.last_word(words.folded[start - 1]) is not None
        if joined or role or not classifies(page, start - 1, reading.cues):
            break
        start -= 1
    return start


def may_stand_bare(page: Page, start: int, noun: RoleNoun, reading: Reading) -> bool:
    """Whether the noun means somebody without a modifier, or refers back with "the" or "both"."""
    words = page.words
    text = " ".join(noun.words)
    determined = start > 0 and words.lowered[start - 1] in {
        "the",
        "this",
        "that",
        "these",
        "those",
        "both",
        "two",
    }
    capital = words.pos[start] == "PROPN" and words.texts[start].istitle()
    by_name = capital and noun.classes[0].name in {"parliament", "congress"}
    if text in reading.cues.only_modified and not by_name:
        described = (
            any(text in nouns for nouns in reading.cues.described.values()) or text in reading.cues.pair_nouns
        )
        return determined and described
    return True
