"""Events of two annotated pages of reporting and analysis, pooled. The pages were in view while rules were
written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.yardsticks.measured import Measured, f1
from tests.gates.gold import measure as gate

NEEDS = ("gold/score.py", "articles")


def measure(shared: Path) -> Iterator[Measured]:
    scorer = gate._scorer()
    alias = {}
    for name, others in json.loads((shared / "gold" / "aliases.json").read_text(encoding="utf-8")).items():
        alias.update({other.casefold(): name.casefold() for other in [name, *others]})
    wanted = found = right = who = 0.0
    for page in ("001", "003"):
        scored, _, _ = scorer.score(
            scorer.rows(shared / "gold" / f"events-{page}.jsonl"), gate.predicted(page), alias
        )
        wanted, found, right = wanted + scored["gold"], found + scored["predicted"], right + scored["matched"]
        who += scored["who_did_what_f1"] * (scored["gold"] + scored["predicted"]) / 2
    size = f"{wanted:.0f} events"
    yield Measured("annotated pages", "found and typed, F1", f1(right, found, wanted), size, 0.50, 0.70)
    yield Measured("annotated pages", "who did what to whom, F1", f1(who, found, wanted), size, 0.35, 0.55)
