"""A verb after a doer whose name stands between commas is that doer's."""

from __future__ import annotations

import pytest

from brink.code.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        (
            "Kabul recalled its envoy and its minister, Ali Khan, threatened reprisals.",
            "threatened",
            "minister",
        ),
        ("The army's chief of staff, Salifou Mody, threatened retaliation.", "threatened", "chief"),
        (
            "Officials met in Cairo, and the group's leader, Khalil al-Hayya, rejected talks.",
            "rejected",
            "leader",
        ),
        ("The police fired and a local elder, Haji Noor, demanded compensation.", "demanded", "elder"),
    ],
)
def test_who_is_named_between_commas_does_what_follows(text: str, verb: str, doer: str) -> None:
    doc = load_pipeline()(text)
    told = next(token for token in doc if token.text == verb)
    assert [child.text for child in told.children if child.dep_ == "nsubj"] == [doer]


def test_who_was_arrested_last_year_does_not_do_it() -> None:
    doc = load_pipeline()("The court freed the general and the party's leader, Ana Ruiz, arrested last year.")
    told = next(token for token in doc if token.text == "arrested")
    assert not any(child.dep_ == "nsubj" for child in told.children)
