"""A story's words are compared in one spelling, sentence by sentence."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from brink.read.copies.stems import number_of, stem
from brink.read.copies.words import MOST_WORDS_A_SENTENCE, StoryText, StoryWords, look_up, words_of
from tests.growth import cost_ratio

RAID = "Troops raided Al-Fula at dawn. They seized 1,200 rifles, Col. Adam Haroun said."


def words(body: str, title: str | None = None) -> StoryWords:
    return words_of(StoryText("s", title, body))


@pytest.mark.parametrize(
    "other",
    [
        RAID.upper(),
        RAID.replace("Al-Fula", "Al‑Fula").replace("raided", "rai\u00added"),
        RAID.replace("1,200", "1200"),
        RAID.replace("Haroun", "Haróun") + "\u200b",
    ],
)
def test_case_accents_hidden_characters_and_number_style_make_no_difference(other: str) -> None:
    assert words(other).keys() == words(RAID).keys()


def test_a_military_title_does_not_end_a_sentence() -> None:
    assert [len(sentence.keys) for sentence in words(RAID).sentences] == [6, 8]


def test_a_quotation_mark_after_the_full_stop_stays_with_its_sentence() -> None:
    text = "“We will not leave.” Villagers near Kidal stayed in their fields until the harvest was in."
    read = words(text)
    assert read.text[read.sentences[0].start : read.sentences[0].end] == '"We will not leave."'


def test_capitals_inside_a_sentence_are_names_and_a_lone_capital_at_its_start_is_not() -> None:
    first = words(
        "Raiders took cattle from Pibor and drove them to Akobo before the rains set in."
    ).sentences[0]
    assert len(first.names) == 2


def test_text_in_capitals_throughout_holds_no_names() -> None:
    read = words("TROOPS SEIZED THE TOWN OF PIBOR ON SUNDAY AFTER SHELLING THE AIRSTRIP FOR HOURS.")
    assert not any(sentence.names for sentence in read.sentences)


def test_a_very_short_body_is_compared_with_its_title() -> None:
    assert (
        words("No details yet.", "Blast in Quetta").keys() == words("Blast in Quetta. No details yet.").keys()
    )


@pytest.mark.parametrize(
    ("form", "digits"), [("12,000", "12000"), ("3.5", "3.5"), ("1,2", "1,2"), ("forty", "40")]
)
def test_numbers_are_read_in_figures_and_in_words(form: str, digits: str) -> None:
    assert number_of(form) == digits


def test_tens_and_ones_in_words_are_one_number() -> None:
    assert (
        words("They freed twenty-three men of the garrison and burned its gate before noon came.").keys()[2]
        == (words("They freed 23 men of the garrison and burned its gate before noon came.").keys()[2])
    )


def test_forms_of_a_word_share_a_stem() -> None:
    assert len({stem(word) for word in ("displaced", "displacement", "displaces", "displacing")}) == 1


@pytest.mark.parametrize("hostile", [".", '"', "a ", "1,", "\n", "é"])
def test_hostile_text_eight_times_as_long_costs_nowhere_near_sixty_four_times_as_much(hostile: str) -> None:
    assert cost_ratio(lambda: words(hostile * 500_000), lambda: words(hostile * 4_000_000)) < 24


@pytest.mark.parametrize("hostile", [".", '"', "a ", "1,", "\n", "é"])
def test_no_sentence_of_hostile_text_is_longer_than_the_most(hostile: str) -> None:
    assert all(len(sentence.keys) <= MOST_WORDS_A_SENTENCE for sentence in words(hostile * 10**7).sentences)


def test_words_that_paraphrases_exchange_share_a_mark() -> None:
    assert len({look_up(word, False).mark for word in ("truck", "lorry", "trucks", "van")}) == 1


def test_half_a_dozen_is_six_and_forty_one_is_a_number() -> None:
    plain = words("Six men and 41 goats were found in the ravine below the road to Torit that day.")
    spelt = words(
        "Half a dozen men and forty-one goats were found in the ravine below the road to Torit that day."
    )
    assert plain.keys() == spelt.keys()


def test_a_word_stands_in_one_set_of_synonyms() -> None:
    text = resources.files("brink.read.copies").joinpath("synonyms.yaml").read_text(encoding="utf-8")
    words_ = [word for line in yaml.safe_load(text) for word in line.split()]
    assert len(words_) == len(set(words_))
