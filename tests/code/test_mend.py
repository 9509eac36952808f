"""Verbs that the parser took for attributes or nouns."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from brink.code.pipeline.mend import mend_verbs


def doc(*rows: str) -> Doc:
    """A parse from rows of word, tag, head (from 0) and relation."""
    cells = [row.split() for row in rows]
    return Doc(
        Vocab(),
        words=[cell[0] for cell in cells],
        tags=[cell[1] for cell in cells],
        pos=["VERB" if cell[1].startswith("VB") else "NOUN" for cell in cells],
        heads=[int(cell[2]) for cell in cells],
        deps=[cell[3] for cell in cells],
    )


def read(parsed: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in mend_verbs(parsed)]


def test_an_attribute_between_a_subject_and_its_noun_becomes_the_verb():
    parsed = doc("Settlers NNS 2 nsubj", "torched VBN 2 amod", "cars NNS 2 ROOT", "overnight RB 2 advmod")
    assert read(parsed) == [
        ("Settlers", "nsubj", "torched"),
        ("torched", "ROOT", "torched"),
        ("cars", "obj", "torched"),
        ("overnight", "advmod", "torched"),
    ]


def test_a_doer_that_was_taken_for_the_verb_becomes_its_subject():
    parsed = doc("Jets NNS 0 ROOT", "bombed VBN 2 amod", "depots NNS 0 obj")
    assert read(parsed) == [
        ("Jets", "nsubj", "bombed"),
        ("bombed", "ROOT", "bombed"),
        ("depots", "obj", "bombed"),
    ]


def test_a_plural_noun_with_an_object_is_a_verb():
    parsed = doc("chairman NN 1 compound", "urges NNS 1 ROOT", "calm NN 1 obj")
    assert [token.dep_ for token in mend_verbs(parsed)] == ["nsubj", "ROOT", "obj"]
    assert parsed[1].tag_ == "VBZ"


@pytest.mark.parametrize(
    "rows",
    [
        ("They PRP 1 nsubj", "need VBP 1 ROOT", "improved VBN 3 amod", "roads NNS 1 obj"),
        ("It PRP 3 nsubj", "was VBD 3 cop", "wounded VBN 3 amod", "pride NN 3 ROOT"),
        ("wounded VBN 1 amod", "men NNS 2 nsubj", "waited VBD 2 ROOT"),
        ("the DT 1 det", "calls NNS 1 ROOT", "on IN 3 case", "Kyiv NNP 1 nmod"),
    ],
)
def test_what_grammar_allows_is_left_as_it_is(rows):
    before = [(token.text, token.dep_, token.head.text) for token in doc(*rows)]
    assert read(doc(*rows)) == before
