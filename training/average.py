"""A pipeline between two others that share a beginning: the weighted mean of their weights.

Fine-tuned weights and those they came from lie in one basin, and the mean of both often does better than
either (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", eq. 1).

    python training/average.py FIRST SECOND --share 0.5 --out FOLDER --corpora trained/corpora
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from assemble import assemble
from spacy.language import Language

PARTS = ("tok2vec", "tagger", "morphologizer", "parser")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--share", type=float, required=True, help="of the second in the mean")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, help="what to measure on; then the whole pipeline is written")
    options = parser.parse_args()
    mean = average(options.first, options.second, options.out / "between", share=options.share)
    if options.corpora:
        assemble(mean, options.out / "en_brink_news", options.corpora)


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


if __name__ == "__main__":
    main()
