"""Text set all in capitals, or without any, is read as if print had set it, and quoted as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.capitals import acronyms_of, is_caseless, restored
from brink.code.capitals.english import is_english
from brink.code.capitals.features import words_of
from brink.code.coder import Coder
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval

PRINTED = (
    "The army said on Monday that Boko Haram gunmen killed twelve farmers near Maiduguri in Borno State. "
    "President Bola Tinubu condemned the attack, and the Nigerian air force bombed camps in Sambisa."
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize("text", [PRINTED.upper(), PRINTED.lower()])
def test_a_story_without_case_is_known_as_one(text: str):
    assert is_caseless([text[:60], text[60:]])


def test_a_printed_story_is_left_alone():
    assert not is_caseless([PRINTED])


def test_a_few_words_in_capitals_say_nothing_of_a_story():
    assert not is_caseless(["ARMY SAYS TOWN RETAKEN"])


@pytest.mark.parametrize("text", [PRINTED.upper(), PRINTED.lower()])
def test_names_get_their_capitals_back(text: str, gazetteer: Gazetteer):
    found = restored(text, gazetteer)
    wanted = ["The army", "Monday", "Boko Haram gunmen", "Maiduguri", "Borno", "Bola Tinubu", "Nigerian"]
    assert [name for name in wanted if name not in found] == []


def test_names_of_the_case_get_the_letters_the_case_gives_them():
    ours = Gazetteer.load([ActorEntry(name="Zarvani LeMar Front", kind="group", acronyms=("ZLF",))])
    found = restored("the zarvani lemar front (zlf) said so.", ours)
    assert found == "The Zarvani LeMar Front (ZLF) said so."


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_every_character_keeps_its_place(text: str):
    found = restored(text, Gazetteer.load())
    assert len(found) == len(text)
    assert found.casefold() == text.casefold()


def test_a_full_stop_after_an_abbreviation_opens_no_sentence():
    opens = {word.small: word.opens for word in words_of("gen. musa met u.s. envoys. talks follow.")}
    assert opens == {
        "gen": True, "musa": False, "met": False, "u": False, "s": False, "envoys": False, "talks": True,
        "follow": False,
    }  # fmt: skip


def test_regular_forms_of_english_words_are_english():
    assert all(map(is_english, ["bombings", "carried", "striking", "which"]))
    assert not is_english("miranshah")


def test_rows_of_a_dispatch_in_capitals_name_actors_and_quote_it_verbatim(gazetteer: Gazetteer):
    text = PRINTED.upper()
    setting = Setting("d", "d#1", DateInterval.parse("2025-05-20"))
    coded = Coder(gazetteer, load_pipeline()).code(setting, text, [(0, len(text))])
    first = coded.events[0]
    assert (first.type, first.actors, first.place and first.place.name) == (
        "ASSAULT", ("Boko Haram",), "Maiduguri",
    )  # fmt: skip
    assert all(text[e.quote.start : e.quote.end] == e.quote.text for e in coded.events)
    assert "no capitals of its own" in coded.notes[0]


def test_an_acronym_brought_in_once_has_its_capitals_throughout_the_story(gazetteer: Gazetteer):
    parts = ["the qarvo front (qvf) denied it.", "the army blamed the qvf (today)."]
    short = acronyms_of(parts)
    assert short == {"qvf"}
    assert restored(parts[1], gazetteer, acronyms=short) == "The army blamed the QVF (today)."


def test_an_acronym_that_dictionaries_list_has_its_capitals_and_a_car_has_none(gazetteer: Gazetteer):
    assert restored("the army says the eln and nato saw a car.", gazetteer) == (
        "The army says the ELN and NATO saw a car."
    )
