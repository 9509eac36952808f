"""Train the model of how real an act is (`brink/code/stance/realness.json`) from judged predicates.

    python training/realness.py --factuality ../shared/yardsticks/factuality

The folder holds `UDS_IH2_dev.jsonl` and `MEANTIME_train.jsonl`, as github.com/njjiang/factuality_bert has
them. Ridge regression on binary features, re-weighted so that far misses pull less; the strength of the
penalty and the rarest feature kept are chosen by cross-validation over sentences. The sums of sentences left
out are then bent, half the way, to where they miss least in Huber's loss. The test parts are not opened.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.yardsticks.factuality import read, standing_of  # noqa: E402
from brink.code.stance.realness import LEAST, MOST, Genre, features  # noqa: E402

OUT = ROOT / "brink" / "code" / "stance" / "realness.json"
PARTS = {"UDS_IH2_dev": 1.0, "MEANTIME_train": 0.5}
"""Parts trained on, with what one predicate of it weighs."""
GENRES: dict[str, Genre] = {"UDS_IH2_dev": "web", "MEANTIME_train": "news"}
FOLDS = 5
ROUNDS = 3
BENDS, HUBER = (-2.6, -1.2, 0.2, 1.6, 3.0), 0.7
"""Sums at which the line may bend; misses up to which the loss grows with their square."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--factuality", type=Path, required=True)
    options = parser.parse_args()
    rows, labels, weights, groups, domain = [], [], [], [], []
    for part, weight in PARTS.items():
        for judged in read(options.factuality / f"{part}.jsonl"):
            rows.append(features(judged.token, standing_of(judged.token), genre=GENRES[part]))
            labels.append(judged.label)
            weights.append(weight)
            groups.append(judged.token.doc.text)
            domain.append(part)
    y, w, uds = np.array(labels), np.array(weights), np.array([d == "UDS_IH2_dev" for d in domain])
    names = sorted(set(groups))
    random.Random(0).shuffle(names)
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    folds = np.array([fold[group] for group in groups])
    best = max(
        (
            (*crossed(rows, y, w, folds, uds, least, penalty), least, penalty)
            for least in (2, 3)
            for penalty in (4, 5, 6)
        ),
        key=lambda found: found[0] - 0.2 * found[1],
    )
    r, error, least, penalty = best
    guessed = left_out(rows, y, w, folds, least, penalty)
    bent_in_turn = np.zeros(len(y))
    for one in range(FOLDS):
        bend = bend_of(guessed[folds != one], y[folds != one], w[folds != one])
        bent_in_turn[folds == one] = np.interp(guessed[folds == one], *zip(*bend, strict=True))
    bend = bend_of(guessed, y, w)
    r, error = judged_by(bent_in_turn, y, uds)
    print(
        f"cross-validated on UDS: r {r:.3f} MAE {error:.3f} with features seen {least} times, penalty {penalty}"
    )
    known, base, found = fitted(rows, y, w, least, penalty)
    table = {name: round(float(found[i]), 3) for name, i in known.items() if abs(found[i]) >= 0.02}
    card = {
        "what": "linear model of how real an act is by its words, -3 to 3",
        "trained on": "UDS-IH2 dev (sentences of UD English EWT, CC BY-SA 4.0), MEANTIME train (Wikinews, CC BY 4.0), "
        "as github.com/njjiang/factuality_bert has them",
        "licence": "CC BY-SA 4.0",
        "cross-validated, bent": {"pearson r": round(r, 3), "mean absolute error": round(error, 3)},
        "features seen at least": least,
        "penalty": penalty,
    }
    OUT.write_text(
        json.dumps(
            {"card": card, "base": round(base, 3), "bend": bend, "weights": table}, indent=0, ensure_ascii=False
        )
        + "\n",
        "utf-8",
    )
    print(len(table), "weights,", OUT.stat().st_size // 1024, "KiB")


def crossed(rows, y, w, folds, uds, least, penalty) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    return judged_by(left_out(rows, y, w, folds, least, penalty), y, uds)


def left_out(rows, y, w, folds, least, penalty) -> np.ndarray:  # type: ignore[no-untyped-def]
    """The realness of each predicate by weights that did not see its sentence."""
    guessed = np.zeros(len(y))
    for one in range(FOLDS):
        train = np.flatnonzero(folds != one)
        known, base, found = fitted([rows[i] for i in train], y[train], w[train], least, penalty)
        for i in np.flatnonzero(folds == one):
            guessed[i] = base + sum(found[known[f]] for f in rows[i] if f in known)
    return np.clip(guessed, LEAST, MOST)


def judged_by(guessed: np.ndarray, y: np.ndarray, uds: np.ndarray) -> tuple[float, float]:
    """Pearson's r and the mean absolute error on UDS."""
    return float(np.corrcoef(guessed[uds], y[uds])[0, 1]), float(np.abs(guessed[uds] - y[uds]).mean())


def bend_of(guessed: np.ndarray, y: np.ndarray, w: np.ndarray) -> list[tuple[float, float]]:
    """Points of a line from sums to judgements, half way between the sum itself and the best line."""

    def loss(heights: np.ndarray) -> float:
        missed = np.abs(np.interp(guessed, BENDS, heights) - y)
        return float(np.sum(w * np.where(missed < HUBER, (missed**2 / HUBER + HUBER) / 2, missed)))

    heights = minimize(loss, BENDS, method="L-BFGS-B").x
    return [(x, round(float((x + height) / 2), 3)) for x, height in zip(BENDS, heights, strict=True)]


def fitted(rows, y, w, least, penalty):  # type: ignore[no-untyped-def]
    """Feature places, base and weights of a ridge regression whose far misses count less and less."""
    counts = Counter(feature for row in rows for feature in row)
    known = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= least))}
    pairs = [(i, known[f]) for i, row in enumerate(rows) for f in row if f in known]
    x = csr_matrix((np.ones(len(pairs)), tuple(zip(*pairs, strict=True))), shape=(len(rows), len(known)))
    base = float(np.average(y, weights=w))
    weight = w.copy()
    for _ in range(ROUNDS):
        root = np.sqrt(weight)
        found = lsqr(x.multiply(root[:, None]).tocsr(), root * (y - base), damp=penalty, iter_lim=200)[0]
        weight = w / np.maximum(np.abs(y - base - x @ found), 0.7)
    return known, base, found


if __name__ == "__main__":
    main()
