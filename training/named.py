"""Names in treebanks, one label a word, from the files of Universal NER."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpora import FORM, Sentence
from spacy.tokens import Doc

SORTS = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def uner_names(held: Iterable[Sentence], path: Path) -> Iterator[tuple[Sentence, list[str]]]:
    """Sentences with the labels the file gives to the same words; sorts outside the three are none.

    Sentences that the file does not hold word for word are left out.
    """
    labels = dict(_labelled(path))
    for sentence in held:
        found = labels.get(tuple(row[FORM] for row in sentence.rows))
        if found is not None:
            yield sentence, found


def _labelled(path: Path) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for block in re.split(r"\n\s*\n", file.read().strip()):
            rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit()]
            yield tuple(row[1] for row in rows), [_label(row[2]) for row in rows]


def _label(written: str) -> str:
    mark, _, sort = written.partition("-")
    return f"{mark}-{SORTS[sort]}" if sort in SORTS else "O"


def spans(doc: Doc, labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Names by their characters `[start, end)` and sort."""
    first = None
    for at, label in enumerate([*labels, "O"]):
        if first is not None and not label.startswith("I-"):
            yield doc[first].idx, doc[at - 1].idx + len(doc[at - 1]), labels[first][2:]
            first = None
        if label.startswith("B-"):
            first = at
