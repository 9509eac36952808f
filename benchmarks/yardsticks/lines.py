"""Article bodies out of whole pages as plain text (scrapinghub/article-extraction-benchmark, MIT).

The score is that benchmark's: shingles of four words, precision and recall of each page averaged over
pages, their harmonic mean. Trees of `brink.read.likeness` are taken from a fold that did not train on the
page.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from benchmarks.yardsticks.measured import Measured
from brink.read.document import Document
from brink.read.formats import read_bytes
from brink.read.layout import split
from brink.read.likeness import Trees, trees_of

NEEDS = ("yardsticks/article-lines",)
_WORD = re.compile(r"\w+", re.UNICODE)


FOLDS = Path(__file__).with_name("likeness_folds.json")


def measure(shared: Path) -> Iterator[Measured]:
    folder = shared / "yardsticks" / "article-lines"
    wanted = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = json.loads((folder / "html-text.json").read_text(encoding="utf-8"))["output"]
    folds = [trees_of(raw) for raw in json.loads(FOLDS.read_text(encoding="utf-8"))]
    scores = [
        overlap(body(pages[key]["articleBody"], folds[fold_of(key)]), wanted[key]["articleBody"])
        for key in wanted
        if key in pages
    ]
    precision, recall = mean(p for p, _ in scores), mean(r for _, r in scores)
    value = 2 * precision * recall / (precision + recall)
    yield Measured("article lines", "shingles of the body, F1", value, f"{len(scores)} pages", 0.844, 0.91)
    yield Measured("article lines", "precision", precision, f"{len(scores)} pages")
    yield Measured("article lines", "recall", recall, f"{len(scores)} pages")


def fold_of(key: str) -> int:
    """The fold of a page, by its key."""
    return int(key[:8], 16) % 5


def body(text: str, trees: Trees) -> str:
    """What Brink takes for story text of a page given as plain text."""
    found = []
    for document in read_bytes("page.txt", text.encode(), format="txt"):
        if isinstance(document, Document):
            blocks = [block for story in split(document, trees=trees).stories for block in story.body]
            found += [document.text[block.start : block.end] for block in blocks]
    return "\n".join(found)


def overlap(found: str, wanted: str) -> tuple[float, float]:
    """Precision and recall of shingles."""
    got, want = shingles(found), shingles(wanted)
    both = sum((got & want).values())
    extra, missed = sum(got.values()) - both, sum(want.values()) - both
    if not got and not want:
        return 1.0, 1.0
    return both / (both + extra) if both + extra else 0.0, both / (both + missed) if both + missed else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)
