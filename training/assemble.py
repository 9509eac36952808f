"""Put the shipped pipeline together and write its card."""

from __future__ import annotations

import json
import os
from pathlib import Path

import spacy
from evaluate import evaluate

SHIPPED = Path(__file__).parents[1] / "brink" / "code" / "pipeline" / "en_brink_news"
HELD = ("ewt-dev", "ewt-test", "gum-dev", "gum-test", "pud-news")


def assemble(trained: Path, out: Path, corpora: Path) -> None:
    """The trained tagger and parser with the shipped lemma tables, and `card.json` beside it.

    The card says what it was trained on, under which licences, and what it scores.
    """
    nlp = spacy.load(trained)
    nlp.add_pipe("lemmatizer", source=spacy.load(SHIPPED))
    nlp.meta.update(name="brink_news_sm", license="CC BY-SA 4.0")
    nlp.to_disk(out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    card = {
        "trained on": {
            "UD English EWT train": "CC BY-SA 4.0",
            "UD English GUM train, genres free of a NonCommercial licence": "CC BY 4.0 over CC BY, CC BY-SA, public domain",
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
