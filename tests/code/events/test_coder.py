"""The whole of a story through every part of the coder."""

from __future__ import annotations

import pytest

from brink.code import coder as coding
from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.cut import Telling
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval
from tests.growth import cost_ratio

TEXT = (
    "Caption to be left out: Kenya attacks Uganda.\n\n"
    "Somali troops killed eleven militants near Kismayo on Tuesday.\n\n"
    "Kenya praised Somalia and promised Somalia two helicopters."
)
FIRST = TEXT.index("Somali troops")
SECOND = TEXT.index("Kenya praised")
BODY = [(FIRST, SECOND - 2), (SECOND, len(TEXT))]
SETTING = Setting("d", "d#1", DateInterval.parse("2024-05-15"))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(Gazetteer.load(), load_pipeline())


def test_quotes_are_the_document_s_words_at_their_place(coder):
    coded = coder.code(SETTING, TEXT, BODY)
    assert [e.type for e in coded.events] == ["ASSAULT", "SUPPORT", "AID"]
    assert all(TEXT[e.quote.start : e.quote.end] == e.quote.text for e in coded.events)


def test_only_the_body_is_coded(coder):
    assert all(event.quote.start >= FIRST for event in coder.code(SETTING, TEXT, BODY).events)


def test_the_same_story_gives_the_same_rows(coder):
    assert coder.code(SETTING, TEXT, BODY) == coder.code(SETTING, TEXT, BODY)


def test_a_story_is_coded_alike_before_and_after_another(coder):
    alone = coder.code(SETTING, TEXT, BODY)
    coder.code(Setting("x", "x#1", None), "Chad attacked Libya.", [(0, 20)])
    assert coder.code(SETTING, TEXT, BODY) == alone


def test_a_story_without_body_says_so(coder):
    coded = coder.code(SETTING, TEXT, [])
    assert coded.events == ()
    assert "no body text" in coded.notes[0]


def test_a_failure_in_one_passage_is_noted_and_keeps_the_others(coder, monkeypatch):
    whole = coding.find_events

    def failing(passages, *rest, **named):
        if any(passage.index == 0 for passage in passages):
            raise RuntimeError("broken parse")
        return whole(passages, *rest, **named)

    monkeypatch.setattr(coding, "find_events", failing)
    coded = coder.code(SETTING, TEXT, BODY)
    assert [e.type for e in coded.events] == ["SUPPORT", "AID"]
    assert any("broken parse" in note for note in coded.notes)


def test_rows_do_not_depend_on_places_being_found(coder, monkeypatch):
    def failing(*_args, **_kwargs):
        raise KeyError("atlas")

    monkeypatch.setattr(coding, "find_places", failing)
    coded = coder.code(SETTING, TEXT, BODY)
    assert coded.events
    assert any("places" in note for note in coded.notes)


def test_a_very_long_block_is_cut_and_its_quotes_still_fit(coder):
    text = "Chad attacked Libya on Monday. " * 1500
    coded = coder.code(SETTING, text, [(0, len(text))])
    assert len(coded.events) > 1000
    assert all(text[e.quote.start : e.quote.end] == e.quote.text for e in coded.events)


def test_a_run_without_words_is_left_out_with_a_note(coder):
    text = "Chad attacked Libya on Monday. " + "(" * 100_000 + " Chad praised Kenya."
    coded = coder.code(SETTING, text, [(0, len(text))])
    assert [e.type for e in coded.events] == ["ASSAULT", "SUPPORT"]
    assert any("without white space" in note for note in coded.notes)


def test_eight_times_the_events_in_a_sentence_cost_nowhere_near_sixty_four_times_as_much(coder):
    def read(times: int):
        text = "attack of " * times
        return coder.code(SETTING, text, [(0, len(text))])

    assert cost_ratio(lambda: read(40), lambda: read(320)) < 24


def test_stories_coded_together_have_the_rows_each_has_alone(coder):
    other = "Chad attacked Libya. Two soldiers died."
    together = coder.code_together(
        [Telling(SETTING, TEXT, BODY), Telling(SETTING, "", []), Telling(SETTING, other, [(0, len(other))])]
    )
    assert together[0] == coder.code(SETTING, TEXT, BODY)
    assert together[1] == coder.code(SETTING, "", [])
    assert together[2] == coder.code(SETTING, other, [(0, len(other))])


def test_new_words_are_let_go_once_many_are_known(coder, monkeypatch):
    text = "Zorbanian rebels shelled Kmixdorf on Monday, General Ulf Qwertz said."
    expected = coder.code(SETTING, text, [(0, len(text))])
    monkeypatch.setattr(coding, "_WORDS_KEPT", 0)
    other = text.replace("Qwertz", "Ytrewqz").replace("Kmixdorf", "Vlatberg")
    coder.code(SETTING, other, [(0, len(other))])
    assert "Ytrewqz" not in load_pipeline().vocab.strings and "Qwertz" in load_pipeline().vocab.strings
    assert coder.code(SETTING, text, [(0, len(text))]) == expected
