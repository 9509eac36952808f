"""Names found from raw text, with exact ends and sort: PUD's news, and sentences written for Brink."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.yardsticks.measured import Measured, f1
from tests.gates.names.measure import Name, found_names, lines, marked

NEEDS = ("ud/uner", "ud/pud")
TRAINING = Path(__file__).parents[2] / "training"


def measure(shared: Path) -> Iterator[Measured]:
    yield from _figures("names (PUD news)", list(_public(shared)))
    yield from _figures("names, written for Brink", [marked(line) for line in lines()])


def _public(shared: Path) -> Iterator[tuple[str, set[Name]]]:
    sys.path.insert(0, str(TRAINING))
    from corpora import document, sentences
    from named import spans, uner_names

    held = (one for one in sentences(shared / "ud/pud/en_pud-ud-test.conllu.gz") if one.name.startswith("n"))
    for sentence, labels in uner_names(held, shared / "ud/uner/en_pud-test.iob2.gz"):
        doc = document([sentence])
        yield doc.text, set(spans(doc, labels))


def _figures(yardstick: str, held: list[tuple[str, set[Name]]]) -> Iterator[Measured]:
    guessed = [(truth, found_names(text)) for text, truth in held]
    right = sum(len(truth & guess) for truth, guess in guessed)
    made = sum(len(guess) for _, guess in guessed)
    there = sum(len(truth) for truth, _ in guessed)
    size = f"{there} names"
    yield Measured(yardstick, "exact ends and sort, F1", f1(right, made, there), size, None, 0.80)
    yield Measured(yardstick, "precision", right / max(made, 1), size)
    yield Measured(yardstick, "recall", right / max(there, 1), size)
    bare = sum(len({one[:2] for one in truth} & {one[:2] for one in guess}) for truth, guess in guessed)
    yield Measured(yardstick, "exact ends, F1", f1(bare, made, there), size)
