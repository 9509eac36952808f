"""Train the weights that find names (`brink/code/names/weights.json.gz`).

    python training/names.py --treebanks ../treebanks

The folder is that of `train.py`, and beside it `uner/`: Universal NER's annotation of EWT and PUD. A linear-
chain conditional random field (Lafferty et al. 2001) with an L1 and an L2 penalty, fitted by `python-
crfsuite` on EWT train and on names cut out of GUM's entities; EWT dev, and the halves of EWT train each by
the other, chose the traits and the penalties. What GUM marks otherwise is kept from the shipped weights: its
sentences carry every trait twice, once as GUM's own (Daumé 2007), and only the shared ones ship. The news
half of PUD is only measured on. Brink reads the weights itself and needs no library for it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pycrfsuite
from spacy.language import Language
from spacy.tokens import Doc

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from corpora import VOCABULARY, document, sentences  # noqa: E402
from gum_names import gum_names  # noqa: E402
from named import spans, uner_names  # noqa: E402

from brink.code.names.find import find_names  # noqa: E402
from brink.code.names.traits import stretches, traits  # noqa: E402
from brink.code.names.weights import WEIGHTS, Weights  # noqa: E402
from brink.code.pipeline import load_pipeline  # noqa: E402

SIZES = (1, 3, 10)
L1, L2, ROUNDS = 0.15, 0.1, 110
GUMS_OWN = "gum:"
SMALLEST = 0.02
"""Weights nearer to zero are left out of the file."""
CARD = {
    "what": "finds names of persons, organisations and places; a vote beside the lists, never alone",
    "data": "Universal NER v1 on UD English EWT train (first annotation); entities of GUM's free genres",
    "licence": "CC BY-SA 4.0, as the annotation of EWT; that of GUM is CC BY 4.0",
    "attribution": "Mayhew et al. 2024 (Universal NER); Silveira et al. 2014 (EWT); Zeldes 2017 (GUM)",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--final", action="store_true", help="measure the news half of PUD too")
    options = parser.parse_args()
    nlp = load_pipeline()
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ROUNDS, "feature.possible_transitions": True})
    count = 0
    for doc, labels, own in learned(nlp, options.treebanks):
        for first, last in stretches(doc):
            seen = traits(doc, first, last)
            trainer.append(doubled(seen) if own else seen, labels[first:last])
            count += last - first
    print(f"{count} words near capitals", flush=True)
    model = str(ROOT / "training" / "names.crfsuite")
    trainer.train(model)
    weights = kept(model)
    scores = {"EWT dev": score(nlp, weights, annotated(options.treebanks, "ewt-dev"))}
    if options.final:
        scores["EWT test"] = score(nlp, weights, annotated(options.treebanks, "ewt-test"))
        scores["PUD news"] = score(nlp, weights, annotated(options.treebanks, "pud-news"))
    print(json.dumps(scores, indent=1))
    write(weights, scores)
    Path(model).unlink()


def learned(nlp: Language, treebanks: Path) -> Iterator[tuple[Doc, list[str], bool]]:
    """Passages, their labels and whether they are GUM's."""
    for doc, labels in read(nlp, annotated(treebanks, "ewt-train")):
        yield doc, labels, False
    parts = [sentences(treebanks / f"gum/en_gum-open-{part}.conllu.gz") for part in ("train", "dev", "test")]
    for doc, labels in read(nlp, grouped(gum_names(chain.from_iterable(parts)))):
        yield doc, labels, True


def doubled(seen: list[list[str]]) -> list[list[str]]:
    """Every trait once as it is and once as GUM's own."""
    return [[*one, *(f"{GUMS_OWN}{trait}" for trait in one)] for one in seen]


def annotated(treebanks: Path, part: str) -> Iterator[tuple[Doc, list[str]]]:
    tree, names = {
        "ewt-train": ("ewt/en_ewt-ud-train.conllu.gz", "uner/en_ewt-train.first-annotation.iob2.gz"),
        "ewt-dev": ("ewt/en_ewt-ud-dev.conllu.gz", "uner/en_ewt-dev.iob2.gz"),
        "ewt-test": ("ewt/en_ewt-ud-test.conllu.gz", "uner/en_ewt-test.iob2.gz"),
        "pud-news": ("pud/en_pud-ud-test.conllu.gz", "uner/en_pud-test.iob2.gz"),
    }[part]
    held = sentences(treebanks / tree)
    if part == "pud-news":
        held = (one for one in held if one.name.startswith("n"))
    return grouped(uner_names(held, treebanks / names))


def grouped(held: Iterable[tuple[object, list[str]]]) -> Iterator[tuple[Doc, list[str]]]:
    """Paragraphs of a few sentences, as Brink reads them."""
    rng = random.Random(7)
    group: list = []
    size = rng.choice(SIZES)
    for sentence, labels in held:
        if group and (sentence.opens_document or len(group) >= size):
            yield document([one for one, _ in group]), [label for _, many in group for label in many]
            group, size = [], rng.choice(SIZES)
        group.append((sentence, labels))
    if group:
        yield document([one for one, _ in group]), [label for _, many in group for label in many]


def read(nlp: Language, held: Iterable[tuple[Doc, list[str]]]) -> Iterator[tuple[Doc, list[str]]]:
    """The words as given, tagged and parsed by the pipeline."""
    for gold, labels in held:
        doc = Doc(
            VOCABULARY if nlp.vocab is VOCABULARY else nlp.vocab,
            words=[token.text for token in gold],
            spaces=[bool(token.whitespace_) for token in gold],
        )
        for _, part in nlp.pipeline:
            doc = part(doc)
        yield doc, labels


def kept(model: str) -> Weights:
    """The fitted weights that are not all but zero."""
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    info = tagger.info()
    labels = sorted(info.labels, key=lambda one: (one != "O", one))
    features: dict[str, list[float]] = {}
    for (trait, label), weight in info.state_features.items():
        if abs(weight) >= SMALLEST and not trait.startswith(GUMS_OWN):
            features.setdefault(trait, [0.0] * len(labels))[labels.index(label)] = round(weight, 2)
    steps = [[round(info.transitions.get((a, b), 0.0), 3) for b in labels] for a in labels]
    rows = {key: tuple(row) for key, row in features.items()}
    return Weights(tuple(labels), rows, tuple(tuple(row) for row in steps))


def score(nlp: Language, weights: Weights, held: Iterable[tuple[Doc, list[str]]]) -> dict[str, float]:
    """Precision, recall and F1 of names with exact ends and sort, from the raw text."""
    right = found = wanted = 0
    by: dict[str, list[int]] = {}
    for gold, labels in held:
        truth = set(spans(gold, labels))
        doc = nlp(gold.text)
        guess = {
            (doc[name.first].idx, doc[name.last - 1].idx + len(doc[name.last - 1]), name.sort)
            for name in find_names(doc, weights)
        }
        right, found, wanted = right + len(truth & guess), found + len(guess), wanted + len(truth)
        for sort in ("person", "organisation", "place"):
            counts = by.setdefault(sort, [0, 0, 0])
            counts[0] += sum(one[2] == sort for one in truth & guess)
            counts[1] += sum(one[2] == sort for one in guess)
            counts[2] += sum(one[2] == sort for one in truth)
    result = {
        "names": wanted,
        "precision": round(right / max(found, 1), 3),
        "recall": round(right / max(wanted, 1), 3),
        "f1": round(2 * right / max(found + wanted, 1), 3),
    }
    for sort, (hits, made, there) in by.items():
        result[sort] = round(2 * hits / max(made + there, 1), 3)
    return result


def write(weights: Weights, scores: dict[str, dict[str, float]]) -> None:
    content = {
        "card": {**CARD, "scores": scores},
        "labels": weights.labels,
        "steps": weights.steps,
        "traits": {
            key: {weights.labels[i]: one for i, one in enumerate(row) if one}
            for key, row in sorted(weights.of_trait.items())
        },
    }
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    WEIGHTS.write_bytes(gzip.compress(data, mtime=0))
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1000:.0f} kB, {len(weights.of_trait)} traits")


if __name__ == "__main__":
    main()
