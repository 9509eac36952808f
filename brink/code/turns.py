"""Whose turn it is to speak in a transcript: "MR. MILLER: …", "QUESTION: …", "A: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_TITLES: Final = (
    r"MR|MS|MRS|MISS|DR|PROF|PROFESSOR|SIR|LORD|SPOKESPERSON|SPOKESMAN|SPOKESWOMAN|COMMISSIONER|DIRECTOR|"
    r"(?:UNDER |ASSISTANT |DEPUTY )?SECRETARY|(?:VICE )?PRESIDENT|AMBASSADOR|CHANCELLOR|SENATOR|GOVERNOR|"
    r"(?:FOREIGN |PRIME )?MINISTER|ADMINISTRATOR|GENERAL|GEN|COL|COLONEL|ADMIRAL"
)
_NAME: Final = r"[A-Z][A-Za-z'’.-]*(?: [A-Z][A-Za-z'’.-]*){0,3}"
_TITLED: Final = re.compile(rf"((?:{_TITLES})\.? {_NAME}) ?:[ \t]+(?=\S)")
_MIXED: Final = re.compile(
    rf"((?:Mr|Ms|Mrs|Dr|Secretary|Ambassador|President|Minister)\.? {_NAME}):[ \t]+(?=\S)"
)
_ASKED: Final = re.compile(
    r"(?:QUESTION|Question|Q|REPORTER|INTERVIEWER|MODERATOR|JOURNALIST)(?: ?[:.][ \t]+|[ \t]{2,})(?=\S)"
)
_ANSWER: Final = re.compile(r"(?:ANSWER|Answer|A)(?: ?:[ \t]+|[ \t]{2,})(?=\S)")
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in their turn, by the label it stands under."""

    label: str
    """Empty for an answer of whom no label names."""
    asks: bool = False
    names: bool = False
    """True of the passage that holds only the label."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label that opens a paragraph: its words, and where what is said begins."""

    label: str
    asks: bool
    said_from: int


def labels(paragraphs: Sequence[str]) -> list[Label | None]:
    """The label of each paragraph; none at all where fewer than two paragraphs have one.

    One alone may be a heading, or a name with a colon in print ("Minister Khan: no talks").
    """
    found = [_label(words) for words in paragraphs]
    return found if sum(label is not None for label in found) >= _FEWEST else [None] * len(found)


def _label(words: str) -> Label | None:
    if (asked := _ASKED.match(words)) is not None:
        return Label("", True, asked.end())
    if (answer := _ANSWER.match(words)) is not None:
        return Label("", False, answer.end())
    named = _TITLED.match(words) or _MIXED.match(words)
    return Label(named[1], False, named.end()) if named is not None else None


def in_turns(
    pieces: Sequence[tuple[int, int]], paragraphs: Sequence[str]
) -> tuple[list[tuple[int, int]], list[Turn | None]]:
    """Pieces with the labels cut off as pieces of their own, and whose turn each is."""
    cut: list[tuple[int, int]] = []
    turns: list[Turn | None] = []
    now: Turn | None = None
    for (start, end), label in zip(pieces, labels(paragraphs), strict=True):
        if label is not None:
            now = Turn(label.label, label.asks)
            if label.label:
                cut.append((start, start + len(label.label)))
                turns.append(Turn(label.label, names=True))
            start += label.said_from
        cut.append((start, end))
        turns.append(now)
    return cut, turns
