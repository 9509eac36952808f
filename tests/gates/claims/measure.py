"""Claims found, with their kind, holder and certainty, measured on sentences written for this gate."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from brink.code.claims import find_claims
from brink.code.rows import Claim
from tests.code.stance.hand import SETTING, mark, passage_of

HERE = Path(__file__).parent
PARTS = ("development", "heldout")


def rows(part: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((HERE / f"{part}.yaml").read_text(encoding="utf-8")))


def corpus() -> list[Path]:
    """The files the gate measures on."""
    return [HERE / f"{part}.yaml" for part in PARTS]


def figures() -> dict[str, float]:
    """Precision and recall of claims; on those found, the share of right kinds, holders, certainties."""
    return {f"{part}_{name}": share for part in PARTS for name, share in shares(part).items()}


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
