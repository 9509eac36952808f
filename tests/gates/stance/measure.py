"""Status, holder and certainty of acts, measured on sentences written for this gate."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from brink.code.stance import standing
from tests.code.stance.hand import mark, passage_of, word
from tests.gates.written import Written

PARTS = ("development", "heldout")
FILES = Written(Path(__file__).parent, PARTS)
rows, corpus = FILES.rows, FILES.corpus
FIELDS = ("status", "holder", "certainty")


def figures() -> dict[str, float]:
    """Share of acts with the right status, holder and certainty, by part."""
    return FILES.figures(shares)


def shares(part: str) -> dict[str, float]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows(part):
        passage = passage_of(row["text"])
        judged = standing(passage, word(passage, row["head"]), mark([passage], row.get("actors", [])))
        for name in FIELDS:
            if name in row:
                total[name] += 1
                right[name] += same(row[name], getattr(judged, name))
    return {name: right[name] / total[name] for name in FIELDS}


def same(expected: str | None, given: str | None) -> bool:
    return (expected or "").casefold() == (given or "").casefold()
