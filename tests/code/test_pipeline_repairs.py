"""What the pipeline mends before rules read a parse: datelines, verbs taken for attributes, word forms."""

from __future__ import annotations

import pytest

from brink.code.pipeline import SHIPPED, load_pipeline
from brink.code.pipeline.reduced import tie


@pytest.mark.parametrize(
    "dateline",
    [
        "KHOST, April 17 – ",
        "KHARTOUM, Sudan (AP) — ",
        "BENI, Democratic Republic of Congo - ",
        "ISLAMABAD: ",
        "QUETTA/ISLAMABAD – ",
    ],
)
def test_a_sentence_begins_after_a_dateline(dateline):
    doc = load_pipeline()(f"{dateline}The army shelled a market on Monday.")
    assert list(doc.sents)[-1].text == "The army shelled a market on Monday."


def test_a_sentence_that_opens_with_an_acronym_is_left_whole():
    assert len(list(load_pipeline()("UN officials met the rebels - and left.").sents)) == 1


def test_aircraft_that_bombed_villages_are_the_subject():
    doc = load_pipeline()("Pakistani military aircraft bombed villages in Khost, killing 47 people.")
    bombed = next(token for token in doc if token.text == "bombed")
    assert bombed.dep_ == "ROOT" and [c.text for c in bombed.children if c.dep_ == "nsubj"] == ["aircraft"]


@pytest.mark.parametrize(("form", "lemma"), [("staged", "stage"), ("waged", "wage"), ("raped", "rape")])
def test_forms_shared_with_rarer_verbs_are_those_of_the_news(form, lemma):
    doc = load_pipeline()(f"The men {form} it on Monday.")
    assert next(token for token in doc if token.text == form).lemma_ == lemma


def test_the_pipeline_is_read_once_by_name_and_without():
    assert load_pipeline() is load_pipeline(SHIPPED) is load_pipeline(name=SHIPPED)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve of the dead, among them a child, were Syrians.",
        "The attack killed 12, among them, officials said, three children.",
        "He met leaders, among them them, said police, were killed.",
        "Rebels, among them Hutus, among them Tutsis, attacked.",
    ],
)
def test_no_word_hangs_below_itself_where_a_part_is_set_apart(text):
    for token in load_pipeline()(text):
        above = token
        for _ in range(len(text)):
            above = above.head
        assert above == above.head


def test_a_word_is_not_hung_on_one_below_it():
    doc = load_pipeline()("Rebels attacked a village.")
    verb, doer = doc[1], doc[0]
    tie(verb, doer, "acl")
    assert (verb.head, doer.head) == (verb, verb)


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("Hungary ended cooperation with the court.", "ended", "Hungary"),
        ("Latvia plans to close its embassy.", "plans", "Latvia"),
        ("Kosovo demanded that Serbia hand over the men.", "hand", "Serbia"),
        ("Sri Lanka's president quit after months of protests.", "quit", "president"),
    ],
)
def test_a_short_verb_is_no_noun(text, verb, doer):
    token = next(token for token in load_pipeline()(text) if token.text == verb)
    assert token.pos_ == "VERB" and [c.text for c in token.children if c.dep_ == "nsubj"] == [doer]


def test_nobody_stands_by_whom_the_words_name_as_stood_by():
    israel = next(token for token in load_pipeline()("Washington stood by Israel.") if token.text == "Israel")
    assert israel.dep_ == "obl"


def test_what_is_sent_in_is_the_object():
    sent = load_pipeline()("Kenya sent in commandos to secure the mall.")
    assert [token.text for token in sent if token.dep_ == "obj" and token.head.text == "sent"] == [
        "commandos"
    ]


def test_what_somebody_is_given_is_no_other_name_of_his():
    doc = load_pipeline()("Pakistan showed the Indian naval adviser the door.")
    assert {token.dep_: token.text for token in doc if token.dep_ in ("iobj", "obj")} == {
        "iobj": "adviser",
        "obj": "door",
    }


def test_the_army_that_beat_back_an_attack_is_the_subject():
    doc = load_pipeline()("The army beat back an attack by rebels on Bambari.")
    assert [token.text for token in doc if token.dep_ == "nsubj"] == ["army"]


def test_what_somebody_is_accused_of_is_a_verb():
    doc = load_pipeline()("Iran was accused of supplying drones to Russia.")
    assert {token.text: token.head.text for token in doc if token.dep_ in ("obj", "advcl")} == {
        "supplying": "accused",
        "drones": "supplying",
    }
