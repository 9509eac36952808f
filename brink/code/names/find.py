"""Names of persons, organisations and places in a parsed passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from brink.code.names.traits import stretches, traits
from brink.code.names.weights import Weights, best_labels, load_weights

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
    return [
        name
        for first, last in stretches(doc)
        for name in _joined(best_labels(traits(doc, first, last), chosen), first)
    ]


def _joined(labels: list[str], offset: int) -> Iterator[FoundName]:
    first = None
    for at, label in enumerate([*labels, "O"]):
        if first is not None and not label.startswith("I-"):
            sort: NameSort = labels[first][2:]  # type: ignore[assignment]
            yield FoundName(offset + first, offset + at, sort)
            first = None
        if label.startswith("B-"):
            first = at
