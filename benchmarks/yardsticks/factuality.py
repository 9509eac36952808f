"""How real an act is by its text, from -3 (did not) to 3 (did): UDS-IH2 and MEANTIME.

Pearson's r and the mean absolute error, as in Stanovsky et al. (2017) and Rudinger et al. (2018).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc as Source

from benchmarks.yardsticks.measured import Measured
from brink.code.mention import Mentions
from brink.code.parsed import Doc, Token
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline
from brink.code.stance import Standing, standing
from brink.code.stance.realness import Genre, load_realness

NEEDS = ("yardsticks/factuality",)


Marks = tuple[float, float, float, float] | None
SETS: tuple[tuple[str, str, Genre, Marks], ...] = (
    ("UDS-IH2", "UDS_IH2_test", "web", (0.70, 0.75, 1.20, 1.05)),
    ("MEANTIME", "MEANTIME_test", "news", None),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The last token of a marked predicate, and what people judged it to be."""

    token: Token
    label: float


def measure(shared: Path) -> Iterator[Measured]:
    for name, part, genre, marks in SETS:
        judged = list(read(shared / "yardsticks" / "factuality" / f"{part}.jsonl"))
        guessed = np.array([guess(one.token, genre) for one in judged])
        labels = np.array([one.label for one in judged])
        r, size = float(np.corrcoef(guessed, labels)[0, 1]), f"{len(judged)} predicates"
        error = float(np.abs(guessed - labels).mean())
        title = f"how real ({name})"
        yield Measured(title, "Pearson r", r, size, *(marks[:2] if marks else (None, None)))
        yield Measured(
            title, "mean absolute error", error, size, *(marks[2:] if marks else (None, None)), lower=True
        )


def read(path: Path) -> Iterator[Judged]:
    nlp = load_pipeline()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source = Source(nlp.vocab, words=[unescaped(word) for word in row["text"].split(" ")])
        for _, component in nlp.pipeline:
            source = component(source)
        doc = Doc(source)
        for target in row["targets"]:
            yield Judged(doc[target["span1"][1] - 1], float(target["label"]))


def unescaped(word: str) -> str:
    return {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}.get(word, word) or "_"


def standing_of(token: Token) -> Standing:
    """What the rules find when nothing is known of the actors."""
    return standing(Passage("d", "d#1", 0, 0, token.doc), token, Mentions())


def guess(token: Token, genre: Genre) -> float:
    return load_realness().of(token, standing_of(token), genre=genre)
