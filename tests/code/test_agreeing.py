"""Joined verbs go with the subject that their number, kind or helper leaves them."""

from __future__ import annotations

import pytest

from brink.code.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "verb", "partner"),
    [
        ("Monitors estimate that the group has 600 men and say that it trains recruits.", "say", "estimate"),
        ("Kabul says attacks have surged and accuses its neighbour of backing them.", "accuses", "says"),
        ("The ministry said the raids killed nine people and warned its neighbour.", "warned", "said"),
        ("The minister said there were no plans for talks and warned Chad.", "warned", "said"),
        ("The rebels insist that the army is beaten and accuse Chad of lying.", "accuse", "insist"),
        ("Kenya condemned a raid on a post that wounded four men, and blamed Chad.", "blamed", "condemned"),
    ],
)
def test_a_joined_verb_goes_with_the_subject_that_fits_it(text: str, verb: str, partner: str) -> None:
    doc = load_pipeline()(text)
    token = next(token for token in doc if token.text == verb)
    assert (token.dep_, token.head.text) == ("conj", partner)


def test_the_last_of_what_could_be_done_is_a_verb_too() -> None:
    doc = load_pipeline()("It could send commandos abroad, arm rebel factions, or back a rival.")
    assert next(token.tag_ for token in doc if token.text == "arm") == "VB"


def parse(text: str, word: str) -> tuple[str, str]:
    token = next(token for token in load_pipeline()(text) if token.text == word)
    return token.dep_, token.head.text


def test_the_first_of_three_verbs_leads_them() -> None:
    assert parse("Fighters entered the town, shot two guards and fled.", "shot") == ("conj", "entered")


def test_the_middle_of_three_verbs_is_one_of_them() -> None:
    text = "The group split from its rival in 2014, briefly pledged allegiance to Chad, and rejoined in 2020."
    assert parse(text, "pledged") == ("conj", "split")


def test_who_says_so_inside_a_relative_clause_does_not_take_its_verb() -> None:
    text = "Russia launched a missile attack on Odesa that, officials said, killed 12 people."
    assert parse(text, "killed") == ("acl:relcl", "attack")
    assert parse(text, "said") == ("parataxis", "killed")


def test_a_truce_that_was_announced_announces_nothing() -> None:
    assert parse("A 48-hour truce announced on Wednesday was broken on Friday.", "broken")[0] == "ROOT"
