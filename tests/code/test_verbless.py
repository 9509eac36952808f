"""A sentence has a verb, and a verb one subject, wherever grammar leaves no other reading."""

from __future__ import annotations

import pytest

from brink.code.pipeline import load_pipeline


def told(text: str) -> tuple[str, list[str]]:
    """The word that leads a sentence, and who does it."""
    doc = load_pipeline()(text)
    root = next(doc.sents).root
    return root.text, [child.text for child in root.children if child.dep_ == "nsubj"]


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("Captain Ahmed Badar and a sepoy embraced martyrdom.", "embraced", "Ahmed"),
        (
            "Around 260 ISWAP fighters and their families surrendered to the task force.",
            "surrendered",
            "fighters",
        ),
        ("The Taliban deny hosting foreign fighters.", "deny", "Taliban"),
        ("His party plans to march on Islamabad.", "plans", "party"),
        ("Beijing denies that it gave the offensive its blessing.", "denies", "Beijing"),
        ("Saudi Arabia and the United Arab Emirates both hosted talks in 2024.", "hosted", "Arabia"),
        ("Petro, himself a former rebel, lifted arrest warrants for 31 commanders.", "lifted", "Petro"),
    ],
)
def test_the_word_that_tells_leads_its_sentence(text: str, verb: str, doer: str) -> None:
    assert told(text) == (verb, [doer])


@pytest.mark.parametrize(
    "text", ["Six soldiers wounded by a mine near Goma.", "A graph showing the share of voters."]
)
def test_words_under_a_picture_stay_without_a_verb(text: str) -> None:
    assert told(text)[1] == []


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        (
            "President Asif Ali Zardari and Prime Minister Shehbaz Sharif vowed to bring them to justice.",
            "Asif",
        ),
        ("Bolivia's Evo Morales expressed solidarity with Maduro.", "Evo"),
    ],
)
def test_a_verb_has_one_subject(text: str, doer: str) -> None:
    assert told(text)[1] == [doer]


def test_a_verb_that_was_read_as_a_noun_has_its_base_form() -> None:
    doc = load_pipeline()("Beijing denies that it gave the offensive its blessing.")
    assert next(doc.sents).root.lemma_ == "deny"


def test_a_first_name_spelled_like_a_verb_is_no_verb() -> None:
    assert told("Drew Fossum")[0] == "Fossum"
