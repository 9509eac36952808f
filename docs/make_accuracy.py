"""Measure Brink on its annotated sentences and pages, and write the table of accuracy into its page."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "from-text-to-rows.md"
BEGIN, END = "<!-- measured by docs/make_accuracy.py -->", "<!-- end of what is measured -->"
SETS = {"development": "in view", "heldout": "held out"}
"""What the page calls the parts of a gate; any other is called by its own name."""
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a part of the work, measured on one set."""

    part: str
    batch: str
    size: str
    scores: Mapping[str, float]

    def __str__(self) -> str:
        scores = ", ".join(f"{scored} {score:.2f}" for scored, score in self.scores.items())
        batch = SETS.get(self.batch, self.batch.removeprefix("heldout_"))
        return f"| {self.part} | {batch} | {self.size} | {scores} |"


def lines() -> Iterator[Line]:
    """Every line of the table, in the order of the work."""
    yield from _pages()
    yield from _families()
    yield from _dates()
    yield from _events()
    yield from _sentences(
        "stance", "acts", {"status": "status", "holder": "holder", "certainty": "certainty"}
    )
    claims = {"precision": "precision", "recall": "recall", "kind": "kind", "holder": "holder"}
    yield from _sentences("claims", "claims", claims, below="claims")
    yield from _sentences("ties", "ties", {"precision": "precision", "recall": "recall"}, below="ties")


def table() -> str:
    """The table in Markdown."""
    return "\n".join(["| part | set | size | scores |", "|---|---|--:|---|", *map(str, lines())])


def _pages() -> Iterator[Line]:
    gate = importlib.import_module("tests.gates.pages.measure")
    scored = {"body text": "body_f1", "stories": "story_f1", "labels": "label_accuracy"}
    found = gate.figures()
    for batch in gate.PARTS:
        yield Line("pages", batch, f"{len(gate.corpus(batch))} pages", _named(found, batch, scored))


def _families() -> Iterator[Line]:
    gate = importlib.import_module("tests.gates.families.measure")
    scored = {
        "precision": "precision",
        "recall of edited and cut": "recall_near",
        "of re-spun": "recall_re-spun",
    }
    found = gate.figures()
    for batch in gate.PARTS:
        yield Line("copies", batch, f"{len(gate.load(batch).pairs)} pairs", _named(found, batch, scored))


def _dates() -> Iterator[Line]:
    cases = importlib.import_module("tests.dates.test_expressions")
    for batch, rows in (("development", cases.DEVELOPMENT), ("heldout", cases.HELD_OUT)):
        right = total = 0
        for row in rows:
            got, want = cases.read(row["say"], date.fromisoformat(str(row["day"]))), cases.wanted(row)
            total += len(got.keys() | want.keys())
            right += sum(got.get(words) == value for words, value in want.items())
        yield Line("dates", batch, f"{len(rows)} sentences", {"right days": right / total})


def _events() -> Iterator[Line]:
    gate = importlib.import_module("tests.gates.events.test_events_gate")
    scored = {"figures": ("killed", "killed"), "places": ("place", "place")}
    found = {batch: gate.score(gate.sentences(batch), gate.coded) for batch in gate.FLOORS}
    for batch, score in found.items():
        whole = {
            "found and typed": score.detection_f1,
            "doers and targets too": score.who_did_what_f1,
            "status": score.share("status"),
        }
        yield Line("events", batch, f"{score.expected} rows", whole)
    for part, (label, key) in scored.items():
        for batch, score in found.items():
            if score.fields.get(key):
                yield Line(part, batch, f"{len(score.fields.get(key, []))} rows", {label: score.share(key)})


def _sentences(
    name: str, unit: str, scored: Mapping[str, str], *, below: str | None = None
) -> Iterator[Line]:
    """A gate on sentences; `below` is the key that lists what each sentence should give."""
    gate = importlib.import_module(f"tests.gates.{name}.measure")
    found = gate.figures()
    for batch in gate.PARTS:
        yield Line(name, batch, f"{_count(gate.rows(batch), below)} {unit}", _named(found, batch, scored))


def _count(rows: Sequence[Mapping[str, Any]], below: str | None) -> int:
    return sum(len(row[below]) for row in rows) if below else len(rows)


def _named(found: Mapping[str, float], batch: str, scored: Mapping[str, str]) -> dict[str, float]:
    return {label: found[f"{batch}_{key}"] for label, key in scored.items() if f"{batch}_{key}" in found}


def main() -> None:
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
