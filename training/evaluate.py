"""Attachment scores of a pipeline on the treebanks it was not trained on.

python training/evaluate.py brink/code/pipeline/en_brink_news trained/corpora/pud-news.spacy …
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

# Finer labels that only some treebanks have.
SAME = {
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "advcl:relcl": "advcl",
    "nmod:unmarked": "nmod",
    "obl:unmarked": "obl",
    "nmod:desc": "nmod",
}


def evaluate(pipeline: Path, corpus: Path) -> dict[str, float]:
    """UAS, LAS and tags on given tokens, without punctuation, in percent; and words a core-second."""
    nlp = spacy.load(pipeline)
    words = heads = labels = like = tags = 0
    began = time.process_time()
    seen = 0
    for gold in DocBin().from_disk(corpus).get_docs(nlp.vocab):
        doc = Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold])
        for _, component in nlp.pipeline:
            doc = component(doc)
        seen += len(doc)
        for want, got in zip(gold, doc, strict=True):
            tags += want.tag_ == got.tag_
            if want.dep_ == "punct":
                continue
            words += 1
            right = want.head.i == got.head.i
            heads += right
            labels += right and want.dep_ == got.dep_
            like += right and SAME.get(want.dep_, want.dep_) == SAME.get(got.dep_, got.dep_)
    taken = time.process_time() - began
    return {
        "UAS": round(100 * heads / words, 2),
        "LAS": round(100 * labels / words, 2),
        "LAS with like labels joined": round(100 * like / words, 2),
        "tags": round(100 * tags / seen, 2),
        "words a core-second": round(seen / taken),
    }


if __name__ == "__main__":
    for path in sys.argv[2:]:
        print(Path(path).stem, evaluate(Path(sys.argv[1]), Path(path)))
