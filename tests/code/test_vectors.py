"""The words' vectors that the pipeline reckons itself are those of the layers it was trained with."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from brink.code.pipeline import load_pipeline
from brink.code.pipeline.vectors import InContext

TEXTS = [
    "Rebels shelled Goma.",
    "",
    "The army said on Tuesday that it had retaken the town.",
    "Goma",
    "Talks were held, and " * 200 + "nothing came of them.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="module")
def trained(nlp: Language) -> Any:
    pipe: Any = nlp.get_pipe("tok2vec")
    return pipe.model.layers[0]


def docs(nlp: Language, texts: list[str]) -> list[Doc]:
    return [nlp.make_doc(text) for text in texts]


def test_vectors_are_those_of_the_trained_layers(nlp: Language, trained: Any) -> None:
    ours, theirs = InContext.of(trained)(docs(nlp, TEXTS)), trained.predict(docs(nlp, TEXTS))
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-5)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["army", "Goma", ",", "shelled", "the", "x" * 30]), min_size=1, max_size=40))
def test_what_was_read_before_changes_no_vector(nlp: Language, trained: Any, words: list[str]) -> None:
    doc = nlp.make_doc(" ".join(words))
    fresh, used = InContext.of(trained), InContext.of(trained)
    used(docs(nlp, TEXTS))
    np.testing.assert_array_equal(fresh([doc])[0], used([doc])[0])


def test_a_full_store_of_words_starts_anew(
    nlp: Language, trained: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brink.code.pipeline.vectors._KEPT", 12)
    small = InContext.of(trained)
    for text in TEXTS:
        expected = trained.predict(docs(nlp, [text]))[0]
        np.testing.assert_allclose(small(docs(nlp, [text]))[0], expected, rtol=1e-4, atol=1e-5)
