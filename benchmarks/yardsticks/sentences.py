"""Events of sentences and short reports annotated for Brink, by how far from the rules they were written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.yardsticks.measured import Measured
from tests.gates.events.scoring import score, sentences
from tests.gates.events.test_events_gate import coded

NEEDS = ()
SETS = {
    "wider": "sentences, ten conflicts",
    "heldout": "sentences, held out",
    "fresh": "sentences, fresh",
    "sealed": "sentences, sealed",
}


def measure(shared: Path) -> Iterator[Measured]:
    del shared
    for name, title in SETS.items():
        found = score(sentences(name), coded)
        size = f"{found.expected} events"
        yield Measured(title, "found and typed, F1", found.detection_f1, size)
        yield Measured(title, "precision", found.matched / max(1, found.matched + found.spurious), size)
        yield Measured(title, "recall", found.matched / max(1, found.expected), size)
        yield Measured(title, "who did what to whom, F1", found.who_did_what_f1, size)
