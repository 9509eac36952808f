"""Fit the weights of confidence (`brink/code/events/confidence.json`) to rows that people judged.

    python training/confidence.py

The rows are those that Brink codes from the sentences in `tests/gates/events/`, but for `unread.yaml`,
which only tells how well the fit holds. Logistic regression with a quadratic penalty, by Newton's method;
reliability is measured on folds of sentences that were not fitted, and printed as the table in the docs.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import brink.code.events.row as writing  # noqa: E402
from brink.code.events.confidence import traits  # noqa: E402
from brink.code.rows import Event  # noqa: E402
from tests.gates.events.scoring import Sentence, _agreement, _names, sentences  # noqa: E402
from tests.gates.events.test_events_gate import coded  # noqa: E402

OUT = ROOT / "brink" / "code" / "events" / "confidence.json"
SETS = ("development", "reports", "heldout", "wider")
FOLDS, PENALTY = 10, 2.0
Trait = dict[str, float]


def main() -> None:
    rows = [row for name in SETS for row in judged(name)]
    names = sorted({name for row, _, _ in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row, _, _ in rows])
    y = np.array([float(right) for _, right, _ in rows])
    groups = sorted({text for _, _, text in rows})
    random.Random(1).shuffle(groups)
    fold = {text: i % FOLDS for i, text in enumerate(groups)}
    folds = np.array([fold[text] for _, _, text in rows])
    guessed = np.zeros(len(y))
    for one in range(FOLDS):
        guessed[folds == one] = chance(x[folds == one], fitted(x[folds != one], y[folds != one]))
    print(
        f"{len(y)} rows, {y.mean():.2f} right; held out: Brier {np.mean((guessed - y) ** 2):.3f} "
        f"(always {y.mean():.2f}: {np.mean((y.mean() - y) ** 2):.3f}), area under ROC {area(guessed, y):.3f}"
    )
    reliability(guessed, y)
    weights = fitted(x, y)
    card = {
        "what": "chance that a row's type, status, doer and target are right",
        "fitted to": f"{len(y)} rows coded from sentences written and annotated for Brink (tests/gates/events)",
        "share right": round(float(y.mean()), 3),
        "held-out Brier score": round(float(np.mean((guessed - y) ** 2)), 3),
        "held-out area under ROC": round(area(guessed, y), 3),
    }
    table = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
    OUT.write_text(json.dumps({"card": card, "weights": table}, indent=1, ensure_ascii=False) + "\n", "utf-8")
    other = judged("unread")
    held = chance(np.array([[row.get(name, 0.0) for name in names] for row, _, _ in other]), weights)
    truth = np.array([float(right) for _, right, _ in other])
    print(
        f"unread: {len(truth)} rows, right {truth.mean():.2f}, said {held.mean():.2f}, ROC {area(held, truth):.3f}"
    )
    reliability(held, truth)


def judged(name: str) -> list[tuple[Trait, bool, str]]:
    """The traits of each coded row of a set, whether it is right, and its sentence; optional rows are left
    out."""
    seen: list[Trait] = []

    def remember(made, judged_, found) -> float:  # type: ignore[no-untyped-def]
        seen.append(traits(made, judged_, found))
        return float(len(seen) - 1)

    kept, writing.confidence = writing.confidence, remember
    try:
        coded_ = [(item, coded(item)) for item in sentences(name)]
    finally:
        writing.confidence = kept
    return [
        (seen[int(event.confidence)], right, item.text)
        for item, events in coded_
        for event, right in verdicts(item, events)
    ]


def verdicts(item: Sentence, events: list[Event]) -> list[tuple[Event, bool]]:
    """As the scorer pairs rows with expectations."""
    left, found = list(events), []
    for row in sorted(item.rows, key=lambda row: row.optional):
        event = max((e for e in left if e.type in row.types), key=lambda e: _agreement(row, e), default=None)
        if event is None:
            continue
        left.remove(event)
        if not row.optional:
            who = _names(row.actors, event.actors) and _names(row.recipients, event.recipients)
            found.append((event, bool(who and (row.statuses is None or event.status in row.statuses))))
    return found + [(event, False) for event in left]


def fitted(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = chance(x, weights)
        slope = x.T @ (p - y) + PENALTY * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + PENALTY * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def chance(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(x @ weights)))


def area(guessed: np.ndarray, y: np.ndarray) -> float:
    """The chance that a right row has more confidence than a wrong one."""
    right, wrong = guessed[y == 1], guessed[y == 0]
    return float(np.mean([(r > wrong).mean() + 0.5 * (r == wrong).mean() for r in right]))


def reliability(guessed: np.ndarray, y: np.ndarray) -> None:
    print("| confidence | rows | said | right |\n|---|--:|--:|--:|")
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = (guessed >= low) & (guessed < high)
        if inside.any():
            span = f"{low:.1f} to {min(high, 1):.1f}"
            print(f"| {span} | {inside.sum()} | {guessed[inside].mean():.2f} | {y[inside].mean():.2f} |")


if __name__ == "__main__":
    main()
