"""Status, holder and certainty of acts, measured on sentences written for this gate."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from brink.code.stance import standing
from tests.code.stance.hand import mark, passage_of, word

HERE = Path(__file__).parent
PARTS = ("development", "heldout")
FIELDS = ("status", "holder", "certainty")


def rows(part: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load((HERE / f"{part}.yaml").read_text(encoding="utf-8")))


def corpus() -> list[Path]:
    """The files the gate measures on."""
    return [HERE / f"{part}.yaml" for part in PARTS]


def figures() -> dict[str, float]:
    """Share of acts with the right status, holder and certainty, by part."""
    return {f"{part}_{name}": share for part in PARTS for name, share in shares(part).items()}


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
