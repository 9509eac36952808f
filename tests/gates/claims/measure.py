"""Claims found, with their kind, holder and certainty, measured on sentences written for this gate."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from brink.code.claims import find_claims
from brink.code.rows import Claim
from tests.code.stance.hand import SETTING, mark, passage_of
from tests.gates.written import Written

PARTS = ("development", "heldout")
FILES = Written(Path(__file__).parent, PARTS)
rows, corpus = FILES.rows, FILES.corpus


def figures() -> dict[str, float]:
    """Precision and recall of claims; on those found, the share of right kinds, holders, certainties."""
    return FILES.figures(shares)


def shares(part: str) -> dict[str, float]:
    counts = tally(part)
    return {
        "precision": counts["hit"] / counts["found"],
        "recall": counts["hit"] / counts["expected"],
        "kind": counts["kind"] / counts["hit"],
        "holder": counts["holder"] / counts["hit"],
        "certainty": counts["certainty"] / counts["judged"],
    }


def tally(part: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in rows(part):
        passage = passage_of(row["text"])
        found = find_claims([passage], SETTING, mark([passage], row["actors"]), [[]])
        counts["found"] += len(found)
        for expected in row["claims"]:
            counts["expected"] += 1
            claim = take(found, expected["has"])
            if claim is None:
                continue
            counts["hit"] += 1
            counts["kind"] += claim.kind == expected["kind"]
            counts["holder"] += claim.holder.casefold() == expected["holder"].casefold()
            counts["judged"] += "certainty" in expected
            counts["certainty"] += claim.certainty == expected.get("certainty")
    return counts


def take(found: list[Claim], words: str) -> Claim | None:
    """The claim whose quote holds the words, taken out of the list."""
    for claim in found:
        if words.casefold() in claim.quote.text.casefold():
            found.remove(claim)
            return claim
    return None
