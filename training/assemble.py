"""Put the shipped pipeline together and write its card."""

from __future__ import annotations

import json
import os
from pathlib import Path

import spacy
from evaluate import evaluate
from spacy.language import Language

SHIPPED = Path(__file__).parents[1] / "brink" / "code" / "pipeline" / "en_brink_news"
DESCRIPTION = (
    "English tagger, morphologizer, lemmatizer and dependency parser trained on UD English EWT 2.16, the "
    "non-NC part of UD English GUM (train and dev of both), the Wikipedia half of UD English PUD, and "
    "variants of their trees and made sentences with words of conflict reporting"
)
HELD = ("ewt-dev", "ewt-test", "gum-dev", "gum-test", "pud-news")


def assemble(trained: Path, out: Path, corpora: Path) -> None:
    """The trained tagger and parser with the shipped lemma tables, and `card.json` beside it.

    The card says what it was trained on, under which licences, and what it scores.
    """
    nlp = spacy.load(trained)
    nlp.add_pipe("lemmatizer", source=spacy.load(SHIPPED))
    nlp.meta.update(name="brink_news_sm", version="0.3.0", license="CC BY-SA 4.0", description=DESCRIPTION)
    nlp.meta["performance"] = {}  # on what was trained on; the card has what was not
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # paths of one machine say nothing on another
    nlp.to_disk(out)
    keep_strings_of_labels(nlp, out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    card = {
        "trained on": {
            "UD English EWT train and dev": "CC BY-SA 4.0",
            "UD English GUM train and dev, genres free of a NonCommercial licence": "CC BY 4.0 over CC BY, CC BY-SA, public domain",
            "UD English PUD, Wikipedia half": "CC BY-SA 3.0",
            "variants of the above and sentences made for Brink": "CC BY-SA 4.0",
        },
        "licence of the weights": "CC BY-SA 4.0, attributions in LICENSE.md",
        "megabytes": round(size / 1e6, 1),
        "scores": {name: evaluate(out, corpora / f"{name}.spacy") for name in HELD},
        "cores": os.cpu_count(),
    }
    (out.parent / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


def keep_strings_of_labels(nlp: Language, out: Path) -> None:
    """Leave the words of the training texts out of the saved vocabulary: no part needs them."""
    kept = {label for _, part in nlp.pipeline for label in getattr(part, "labels", ())}
    kept |= {feature for label in kept for feature in label.split("|")}
    (out / "vocab" / "strings.json").write_text(json.dumps(sorted(kept)), encoding="utf-8")
