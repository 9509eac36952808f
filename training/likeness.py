"""Train the trees that tell a story's text from other lines of a page (`brink/read/likeness.json`).

    python training/likeness.py --pages ../shared/yardsticks/article-lines

The folder holds `html-text.json` and `ground-truth.json` of github.com/scrapinghub/article-extraction-
benchmark (MIT). Gradient boosting with logistic loss on histograms; a paragraph weighs as its words do.
Pages are parted into five folds by their key: the trees of each fold, trained without it, go to
`benchmarks/yardsticks/likeness_folds.json`, so that the yardstick never scores a page with trees that saw
it. The threshold is chosen on the folds' own training pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.yardsticks.lines import fold_of, shingles  # noqa: E402
from brink.read.document import Document  # noqa: E402
from brink.read.formats import read_bytes  # noqa: E402
from brink.read.layout import ruled  # noqa: E402
from brink.read.looks import rows  # noqa: E402

OUT = ROOT / "brink" / "read" / "likeness.json"
FOLDS = ROOT / "benchmarks" / "yardsticks" / "likeness_folds.json"
DEPTH, TREES, RATE, BINS, LEAST_WEIGHT, PENALTY = 3, 150, 0.06, 32, 20.0, 8.0
THRESHOLDS = (0.35, 0.45, 0.55)
LEAST, MOST = 0.45, 0.5
Table = list[list[list[float]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=Path, required=True)
    options = parser.parse_args()
    wanted = json.loads((options.pages / "ground-truth.json").read_text(encoding="utf-8"))
    pages = json.loads((options.pages / "html-text.json").read_text(encoding="utf-8"))["output"]
    keys, x, y, w = [], [], [], []
    for key in sorted(wanted):
        for row, truth, words in examples(pages[key]["articleBody"], wanted[key]["articleBody"]):
            keys.append(key), x.append(row), y.append(truth), w.append(words)
    data, labels, weights = np.array(x), np.array(y), np.array(w) / np.mean(w)
    folds = np.array([fold_of(key) for key in keys])
    models, guessed = [], np.zeros(len(labels))
    for one in range(5):
        train = folds != one
        base, table = boosted(data[train], labels[train], weights[train])
        models.append({"base": base, "trees": table, "least": LEAST, "most": MOST})
        guessed[~train] = [likeness(base, table, row) for row in data[~train]]
    for threshold in THRESHOLDS:
        wrong = ((guessed >= threshold) != (labels > 0.5)) * np.array(w)
        print(
            f"threshold {threshold}: {wrong.sum() / sum(w):.3f} of words on the wrong side, on pages not trained on"
        )
    FOLDS.write_text(json.dumps(models) + "\n", encoding="utf-8")
    base, table = boosted(data, labels, weights)
    card = {
        "what": "boosted trees: is a line the text of a story",
        "trained on": "181 news pages of github.com/scrapinghub/article-extraction-benchmark (MIT); no text is kept",
        "lines": len(labels),
        "features": "brink/read/looks.py",
    }
    shipped = {"card": card, "base": base, "least": LEAST, "most": MOST, "trees": table}
    OUT.write_text(json.dumps(shipped) + "\n", encoding="utf-8")
    print(OUT.stat().st_size // 1024, "KiB")


def examples(page: str, body: str) -> Iterator[tuple[list[float], float, int]]:
    """Of each line that the rules take for text or leave open: its row, whether it is, and its words."""
    want = shingles(body)
    for document in read_bytes("page.txt", page.encode(), format="txt"):
        if isinstance(document, Document):
            for piece, row in rows(ruled(document)):
                own = shingles(document.text[piece.start : piece.end])
                share = sum(n for s, n in own.items() if s in want) / max(1, sum(own.values()))
                yield row, float(share >= 0.5), min(piece.words, 300)


def boosted(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> tuple[float, Table]:
    """Trees of depth three on quantile bins, by Newton steps (Friedman 2001; Chen & Guestrin 2016)."""
    cuts = [np.unique(np.quantile(x[:, j], np.linspace(0, 1, BINS + 1)[1:-1])) for j in range(x.shape[1])]
    bins = np.stack([np.searchsorted(cut, x[:, j], side="left") for j, cut in enumerate(cuts)], axis=1)
    rate = float(np.average(y, weights=w))
    base = float(np.log(rate / (1 - rate)))
    score, trees = np.full(len(y), base), []
    for _ in range(TREES):
        chance = 1 / (1 + np.exp(-score))
        nodes: list[list[float]] = []
        step = np.zeros(len(y))
        grow(nodes, bins, cuts, w * (chance - y), w * chance * (1 - chance), np.arange(len(y)), DEPTH, step)
        trees.append(nodes)
        score += step
    return round(base, 4), trees


def grow(
    nodes: list[list[float]], bins: np.ndarray, cuts: list[np.ndarray], g: np.ndarray, h: np.ndarray,
    rows_: np.ndarray, depth: int, step: np.ndarray,
) -> int:  # fmt: skip
    place = len(nodes)
    nodes.append([-1, 0.0, 0, 0])
    best = split(bins[rows_], cuts, g[rows_], h[rows_]) if depth else None
    if best is None:
        value = -RATE * float(g[rows_].sum() / (h[rows_].sum() + PENALTY))
        nodes[place] = [-1, round(value, 4), 0, 0]
        step[rows_] = value
        return place
    feature, cut = best
    left = bins[rows_, feature] <= cut
    first = grow(nodes, bins, cuts, g, h, rows_[left], depth - 1, step)
    second = grow(nodes, bins, cuts, g, h, rows_[~left], depth - 1, step)
    nodes[place] = [feature, round(float(cuts[feature][cut]), 4), first, second]
    return place


def split(bins: np.ndarray, cuts: list[np.ndarray], g: np.ndarray, h: np.ndarray) -> tuple[int, int] | None:
    """The feature and bin that part the rows best, or None."""
    total_g, total_h = g.sum(), h.sum()
    best, found = 1e-6 + total_g**2 / (total_h + PENALTY), None
    for feature, cut in enumerate(cuts):
        if len(cut) == 0:
            continue
        left_g = np.cumsum(np.bincount(bins[:, feature], weights=g, minlength=len(cut) + 1))[:-1]
        left_h = np.cumsum(np.bincount(bins[:, feature], weights=h, minlength=len(cut) + 1))[:-1]
        right_g, right_h = total_g - left_g, total_h - left_h
        gain = left_g**2 / (left_h + PENALTY) + right_g**2 / (right_h + PENALTY)
        gain[(left_h < LEAST_WEIGHT / 4) | (right_h < LEAST_WEIGHT / 4)] = -1
        at = int(gain.argmax())
        if gain[at] > best:
            best, found = float(gain[at]), (feature, at)
    return found


def likeness(base: float, trees: Table, row: np.ndarray) -> float:
    total = base
    for nodes in trees:
        at = 0
        while nodes[at][0] >= 0:
            at = int(nodes[at][2] if row[int(nodes[at][0])] <= nodes[at][1] else nodes[at][3])
        total += nodes[at][1]
    return float(1 / (1 + np.exp(-total)))


if __name__ == "__main__":
    main()
