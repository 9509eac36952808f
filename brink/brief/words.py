"""Sentences whose numbers and names lead to their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """Words that lead to an anchor of the brief."""

    words: str
    target: str


Run = str | Ref
Sentence = tuple[Run, ...]


def plain(sentence: Sentence) -> str:
    """The sentence without its links."""
    return "".join(run if isinstance(run, str) else run.words for run in sentence)


def listed(parts: Sequence[Run]) -> Sentence:
    """`a`, `a and b`, `a, b and c`."""
    runs: list[Run] = []
    for i, part in enumerate(parts):
        if i:
            runs.append(" and " if i == len(parts) - 1 else ", ")
        runs.append(part)
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the brief and the rows it counts."""

    anchor: str
    what: str
    rows: tuple[str, ...]


class Ledger:
    """Every number printed in the brief, with the ids of the rows it counts."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, tuple[str, ...]], Count] = {}

    def number(self, rows: Iterable[str], what: str) -> Ref:
        """How many rows there are, as words that lead to their list."""
        ids = tuple(dict.fromkeys(rows))
        count = self._counts.setdefault((what, ids), Count(f"n{len(self._counts) + 1}", what, ids))
        return Ref(str(len(ids)), count.anchor)

    @property
    def counts(self) -> list[Count]:
        return list(self._counts.values())
