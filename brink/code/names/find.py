"""Names of persons, organisations and places in a parsed passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from brink.code.names.traits import stretches, traits
from brink.code.names.weights import Weights, best_labels, load_weights
from brink.code.parsed import Doc

NameSort = Literal["person", "organisation", "place"]


@dataclass(frozen=True, slots=True)
class FoundName:
    """Tokens `[first, last)` that are one name."""

    first: int
    last: int
    sort: NameSort


def find_names(doc: Doc, weights: Weights | None = None) -> list[FoundName]:
    """The names of a passage in order, none within another; tags and sentences must be there.

    The learned weights label the words near capitals; adjectives of countries are no names.
    """
    chosen = weights or load_weights()
    return [name for first, last in stretches(doc) for name in _names(doc, first, last, chosen)]


class Sorts:
    """What the names of a passage are names of, read a stretch of capitals at a time as it is asked for."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._stretches: list[tuple[int, int]] | None = None
        self._read: dict[tuple[int, int], dict[int, FoundName]] = {}

    def ending(self, at: int) -> NameSort | None:
        """The sort of the name whose last token is the one before `at`, if one ends there."""
        name = self.name_ending(at)
        return None if name is None else name.sort

    def name_ending(self, at: int) -> FoundName | None:
        """The name whose last token is the one before `at`, if one ends there."""
        if self._stretches is None:
            self._stretches = list(stretches(self._doc))
        within = next((one for one in self._stretches if one[0] < at <= one[1]), None)
        if within is None:
            return None
        if within not in self._read:
            names = _names(self._doc, *within, load_weights())
            self._read[within] = {name.last: name for name in names}
        return self._read[within].get(at)


def _names(doc: Doc, first: int, last: int, weights: Weights) -> Iterator[FoundName]:
    return _joined(best_labels(traits(doc, first, last), weights), first)


def _joined(labels: list[str], offset: int) -> Iterator[FoundName]:
    first = None
    for at, label in enumerate([*labels, "O"]):
        if first is not None and not label.startswith("I-"):
            sort: NameSort = labels[first][2:]  # type: ignore[assignment]
            yield FoundName(offset + first, offset + at, sort)
            first = None
        if label.startswith("B-"):
            first = at
