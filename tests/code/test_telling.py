"""Verbs that tell and words of a phrase that a parser ties to the wrong word."""

from __future__ import annotations

import pytest

from brink.code.grammar import agents, patients
from brink.code.parsed import Doc
from brink.code.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "word", "doers", "sufferers"),
    [
        ("The raid, for which Fano denied responsibility, wounded ten men.", "wounded", ["raid"], ["men"]),
        ("The rebels, who seized Bria last year, attacked the town.", "attacked", ["rebels"], ["town"]),
        ("Chad, whose troops had left the town, summoned the envoy.", "summoned", ["Chad"], ["envoy"]),
        ("A barge carrying 90 migrants sank in the lake.", "sank", ["barge"], []),
        ("Men suspected to be smugglers shot two guards near Zahedan.", "shot", ["Men"], ["guards"]),
        ("Gunmen believed to be bandits attacked the town.", "attacked", ["Gunmen"], ["town"]),
        ("Dropping their rifles, Afghan soldiers fled to Tajikistan.", "fled", ["soldiers"], []),
        ("The United Nations called on Sudan to open the crossing.", "called", ["Nations"], []),
        (
            "Before dawn on Friday rebels with rifles had attacked the station.",
            "attacked",
            ["rebels"],
            ["station"],
        ),
        ("Nine were hurt and six wounded, most of them police.", "wounded", [], ["six"]),
        ("It was to avenge Abdul Wali, the cleric killed in May, the group said.", "killed", [], ["cleric"]),
        ("The rebels killed in the name of God.", "killed", ["rebels"], []),
        ("Soldiers taken captive by rebels were freed on Tuesday.", "taken", ["rebels"], ["Soldiers"]),
        ("Soldiers taken captive by rebels were freed on Tuesday.", "freed", [], ["Soldiers"]),
        ("Journalists held hostage by gunmen escaped on Friday.", "held", ["gunmen"], ["Journalists"]),
        (
            "In Nyala, shelling by the army killed twelve displaced people.",
            "killed",
            ["shelling"],
            ["people"],
        ),
        ("One man was killed and another wounded in Gao.", "wounded", [], ["another"]),
    ],
)
def test_the_verb_that_tells_has_its_parts(text, word, doers, sufferers):
    verb = next(token for token in Doc(load_pipeline()(text)) if token.text == word)
    assert [token.text for token in agents(verb)] == doers
    assert [token.text for token in patients(verb)] == sufferers


@pytest.mark.parametrize(
    ("text", "word", "head", "relation"),
    [
        ("Mali gave the mission until June to leave.", "June", "gave", "obl"),
        ("Kenya opened a camp for displaced families near Adre.", "families", "camp", "nmod"),
        ("A Chinese delegation is in Kabul for talks with officials.", "talks", "Kabul", "obl"),
        ("Moscow vetoed the council's plan for Syria.", "plan", "vetoed", "obj"),
        ("It fears that Kenya could work with Rwanda to strike rebels.", "Rwanda", "work", "obl"),
    ],
)
def test_words_hang_where_they_belong(text, word, head, relation):
    token = next(token for token in load_pipeline()(text) if token.text == word)
    assert (token.head.text, token.dep_) == (head, relation)


@pytest.mark.parametrize("text", ["The old port of Aden.", "A camp for displaced people.", "Stray dogs."])
def test_a_phrase_without_a_verb_that_tells_stays_a_phrase(text):
    root = next(token for token in load_pipeline()(text) if token.dep_ == "ROOT")
    assert root.pos_ == "NOUN"


def test_a_pronoun_in_ing_is_no_verb():
    word = next(token for token in load_pipeline()("It could be something similar.") if token.i == 3)
    assert word.tag_ == "NN"
