"""The learned weights of names, and the best labels by them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights.json.gz"


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear chain: a weight for each trait and label, and for each label after another.

    Labels are `O`, and `B-` and `I-` with `person`, `organisation`, `place`.
    """

    labels: tuple[str, ...]
    of_trait: Mapping[str, tuple[float, ...]]
    """A weight a label, by trait."""
    steps: tuple[tuple[float, ...], ...]
    """`steps[a][b]`: the weight of label `b` after `a`."""


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The shipped weights."""
    content = json.loads(gzip.decompress(WEIGHTS.read_bytes()))
    labels = tuple(content["labels"])
    rows = {key: tuple(row.get(label, 0.0) for label in labels) for key, row in content["traits"].items()}
    return Weights(labels, rows, tuple(tuple(row) for row in content["steps"]))


def best_labels(traits: Sequence[Sequence[str]], weights: Weights) -> list[str]:
    """The labels with the largest sum of weights (Viterbi 1967); no name begins with its inside."""
    if not traits:
        return []
    size = len(weights.labels)
    allowed = _allowed(weights)
    sums = _sums(traits[0], weights)
    total = [sums[b] if not weights.labels[b].startswith("I-") else -1e9 for b in range(size)]
    back: list[list[int]] = []
    for seen in traits[1:]:
        sums = _sums(seen, weights)
        came = [_best(total, weights.steps, allowed[b], b) for b in range(size)]
        total = [total[came[b]] + weights.steps[came[b]][b] + sums[b] for b in range(size)]
        back.append(came)
    at = max(range(size), key=total.__getitem__)
    path = [at]
    for came in reversed(back):
        at = came[at]
        path.append(at)
    return [weights.labels[at] for at in reversed(path)]


def _best(total: list[float], steps: Sequence[Sequence[float]], before: Sequence[int], label: int) -> int:
    """The label before this one on the best path to it."""
    return max(before, key=lambda one: total[one] + steps[one][label])


def _sums(seen: Sequence[str], weights: Weights) -> list[float]:
    rows = [row for trait in seen if (row := weights.of_trait.get(trait)) is not None]
    return list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * len(weights.labels)


@lru_cache(maxsize=4)
def _allowed_of(labels: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    def may_follow(before: str, label: str) -> bool:
        return not label.startswith("I-") or before[2:] == label[2:]

    return tuple(tuple(a for a, one in enumerate(labels) if may_follow(one, label)) for label in labels)


def _allowed(weights: Weights) -> tuple[tuple[int, ...], ...]:
    return _allowed_of(weights.labels)
