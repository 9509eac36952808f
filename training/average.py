"""A pipeline between two others that share a beginning: the weighted mean of their weights.

Fine-tuned weights and those they came from lie in one basin, and the mean of both often does better than
either (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", eq. 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

PARTS = ("tok2vec", "tagger", "morphologizer", "parser")


def average(begun: Path, finished: Path, out: Path, *, share: float) -> Path:
    """Write to `out` the weights `share · finished + (1 − share) · begun`; both need the same parts."""
    before, after = spacy.load(begun), spacy.load(finished)
    for (node, name), (other, _) in zip(parameters(after), parameters(before), strict=True):
        node.set_param(name, share * node.get_param(name) + (1 - share) * other.get_param(name))
    after.to_disk(out)
    return out


def parameters(nlp: Language) -> Iterator[tuple[Any, str]]:
    for part in PARTS:
        for node in nlp.get_pipe(part).model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    yield node, name
