"""A sentence does not end in the middle of a name."""

from __future__ import annotations

import pytest

from brink.code.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        (
            "Defence Minister Khawaja Asif flew to Kabul in 2023 and asked the mullah to yield.",
            "flew",
            "Asif",
        ),
        ("Junta spokesman Zaw Min Tun told local media that commanders had yielded.", "told", "Zaw"),
        ("Wide parts of the town Port-de Paix are now held by armed bands.", "held", "parts"),
    ],
)
def test_a_name_and_what_its_bearer_does_are_one_sentence(text: str, verb: str, name: str) -> None:
    doc = load_pipeline()(text)
    told = next(token for token in doc if token.text == verb)
    assert len(list(doc.sents)) == 1
    assert any(told.is_ancestor(token) for token in doc if token.text == name)


def test_two_sentences_stay_two() -> None:
    doc = load_pipeline()("Troops left Goma. Bukavu fell to the rebels on Friday.")
    assert len(list(doc.sents)) == 2
