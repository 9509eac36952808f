"""Train the model that gives text without capitals its capitals (`brink/code/capitals/casing.npz`).

    python training/capitals.py --treebanks FOLDER

The treebanks are those of `train.py`; EWT and GUM train are trained on, EWT and GUM dev choose the
penalty, EWT and GUM test and the news half of PUD are scored once. Multinomial logistic regression on
hashed features, of each word given the case of the word before.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from corpora import Sentence, sentences
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from brink.code.actors.gazetteer import Gazetteer  # noqa: E402
from brink.code.capitals.features import SIZE, Word, features, follows, words_of  # noqa: E402
from brink.code.capitals.listed import listed_names  # noqa: E402
from brink.code.capitals.model import CAPITALS, SMALL, TITLE, Casing  # noqa: E402
from brink.code.capitals.restore import found_names  # noqa: E402

OUT = ROOT / "brink" / "code" / "capitals"
STRENGTHS = (0.5, 2.0)
"""Inverse strengths of the quadratic penalty that are tried."""
GROUP = 6
BANKS = ("ewt/en_ewt-ud", "gum/en_gum-open")
Text = tuple[str, list[Word], list[str], list[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with ewt/ and gum/")
    treebanks = parser.parse_args().treebanks
    train, dev, test = (
        [text for bank in BANKS for text in texts(treebanks / f"{bank}-{part}.conllu.gz")]
        for part in ("train", "dev", "test")
    )
    news = texts(treebanks / "pud/en_pud-ud-test.conllu.gz", named="n")
    fits = [fitted(train, strength) for strength in STRENGTHS]
    best = max(fits, key=lambda casing: scores(casing, dev)["F1"])
    np.savez_compressed(OUT / "casing.npz", weights=best.weights.astype(np.float16))
    card = {
        "what": "whether a word of a text without capitals is written small, with a capital or in capitals",
        "trained on": "UD English EWT train and the freely licensed genres of UD English GUM train",
        "licence": "CC BY-SA 4.0",
        "words trained on": sum(len(words) for _, words, _, _ in train),
        "held out, words inside sentences": {
            name: {what: round(value, 3) for what, value in scores(best, held).items()}
            for name, held in (("EWT and GUM test", test), ("news half of PUD", news))
        },
    }
    (OUT / "casing.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(card, indent=1), (OUT / "casing.npz").stat().st_size // 1024, "KiB")


def texts(path: Path, *, named: str = "") -> list[Text]:
    """Runs of sentences as text, with the case that each word has in print."""
    listed = listed_names(Gazetteer.load())
    found = []
    held = [
        sentence
        for sentence in sentences(path)
        if sentence.name.startswith(named) and not is_shouted(sentence)
    ]
    for at in range(0, len(held), GROUP):
        text = " ".join(printed(sentence) for sentence in held[at : at + GROUP])
        words = words_of(text.lower()) if len(text.lower()) == len(text) else []
        kinds = [""] * len(words)
        for first, (size, _, kind) in found_names(text.lower(), words, listed).items():
            kinds[first : first + size] = [kind] * size
        found.append((text, words, kinds, [way_of(text[word.start : word.end]) for word in words]))
    return found


def printed(sentence: Sentence) -> str:
    rows = sentence.rows
    return "".join(row[1] + ("" if i in sentence.glued else " ") for i, row in enumerate(rows)).strip()


def is_shouted(sentence: Sentence) -> bool:
    """Whether it is not set as print sets sentences: a headline, an item, a message typed in haste."""
    letters = "".join(row[1] for row in sentence.rows)
    capitals, small = sum(map(str.isupper, letters)), sum(map(str.islower, letters))
    words = [row[1] for row in sentence.rows if row[1][:1].isalpha()]
    titled = sum(word[0].isupper() for word in words) > 0.6 * len(words) and len(words) > 4
    ends = sentence.rows[-1][1] in {".", "?", "!", '"', "''", ")", ":", ";", "”"}
    return capitals > small or titled or not words or words[0][0].islower() or not ends


def way_of(word: str) -> int:
    if word[:1].islower():
        return SMALL
    return CAPITALS if len(word) > 1 and word.isupper() else TITLE


def fitted(train: list[Text], strength: float) -> Casing:
    rows, ways = [], []
    for _, words, kinds, wanted in train:
        for at in range(len(words)):
            previous = wanted[at - 1] if at else SMALL
            rows.append(features(words, at, kinds[at]) + follows(previous, words, at))
            ways.append(wanted[at])
    x = csr_matrix(
        (np.ones(sum(map(len, rows))), np.concatenate(rows), np.cumsum([0, *map(len, rows)])),
        shape=(len(rows), SIZE),
    )
    model = LogisticRegression(C=strength, max_iter=100, fit_intercept=False)
    model.fit(x, ways)
    return Casing(model.coef_.T.astype(np.float32))


def scores(casing: Casing, held: list[Text]) -> dict[str, float]:
    """Capitals found and right, of words that open no sentence."""
    right = found = wanted = same = total = 0
    for _, words, kinds, gold in held:
        for word, way, is_ in zip(words, casing.best(words, kinds), gold, strict=True):
            if word.opens:
                continue
            total += 1
            same += way == is_
            found += way != SMALL
            wanted += is_ != SMALL
            right += way == is_ != SMALL
    return {
        "accuracy": same / total,
        "precision": right / found,
        "recall": right / wanted,
        "F1": 2 * right / (found + wanted),
    }


if __name__ == "__main__":
    main()
