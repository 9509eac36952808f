"""Names that look like another actor's and must not be taken for it."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    "words",
    ["Pakistani Taliban", "Pakistan's Taliban", "Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan"],
)
def test_the_pakistani_taliban_are_neither_pakistan_nor_the_afghan_taliban(read: Reader, words: str) -> None:
    assert read(f"The {words} killed nine policemen near Tank.").everybody == {"TTP"}


def test_the_bare_taliban_are_the_afghan_ones(read: Reader) -> None:
    assert read("The Taliban closed the crossing at Spin Boldak.").names("Taliban") == ("Afghan Taliban",)


def test_the_bare_taliban_are_the_pakistani_ones_in_a_story_of_them_alone(read: Reader) -> None:
    story = read("The Pakistani Taliban raided a post in Tank.", "The Taliban said they had left by dawn.")
    assert story.names("Taliban") == ("TTP",)
    assert "never speaks of AF" in story.one("Taliban").because


def test_naming_afghanistan_keeps_the_bare_taliban_afghan(read: Reader) -> None:
    story = read("The Pakistani Taliban fled to Afghanistan.", "The Taliban deny hosting anyone.")
    assert story.names("Taliban") == ("Afghan Taliban",)


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("South Sudan recalled its envoy.", "South Sudan"),
        ("Guinea-Bissau recalled its envoy.", "Guinea-Bissau"),
        ("Equatorial Guinea recalled its envoy.", "Equatorial Guinea"),
        ("Papua New Guinea recalled its envoy.", "Papua New Guinea"),
        ("North Korea recalled its envoy.", "North Korea"),
        ("The Democratic Republic of Congo recalled its envoy.", "DR Congo"),
        ("The Republic of Congo recalled its envoy.", "Republic of Congo"),
        ("The Dominican Republic recalled its envoy.", "Dominican Republic"),
        ("Nigeria recalled its envoy.", "Nigeria"),
        ("Niger recalled its envoy.", "Niger"),
    ],
)
def test_the_longest_name_of_a_state_wins(read: Reader, sentence: str, state: str) -> None:
    assert read(sentence).everybody == {state}


def test_the_democratic_forces_of_syria_are_the_sdf(read: Reader) -> None:
    assert read("The Democratic Forces of Syria handed over a prison.").everybody == {"SDF"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Fires spread across New Mexico.",
        "Trawlers crossed the South China Sea.",
        "Gunboats patrol the Gulf of Guinea.",
        "A General Strike emptied the markets.",
        "Votes were counted slowly across Latin America.",
        "Delegates recalled the Geneva Conventions.",
        "Oil spilled in the Niger Delta.",
    ],
)
def test_no_actor_hides_in_longer_names_of_places_and_things(read: Reader, sentence: str) -> None:
    assert read(sentence).everybody == set()


def test_the_washington_post_is_a_paper(read: Reader) -> None:
    mention = read("The Washington Post reported heavy losses.").mentions.actors[0]
    assert (mention.names, mention.kind) == (("Washington Post",), "media")


def test_the_state_of_georgia_is_no_actor_among_american_words(read: Reader) -> None:
    assert "Georgia" not in read("Voters in Atlanta, Georgia queued for hours.").everybody


def test_georgia_in_the_caucasus_is_a_state(read: Reader) -> None:
    assert read("Georgia accused Russia of moving the fence again.").names("Georgia") == ("Georgia",)


@pytest.mark.parametrize("person", ["Jordan Peele", "Michael Jordan", "Richard Wagner", "Karen Smith"])
def test_personal_names_equal_to_actors_are_people(read: Reader, person: str) -> None:
    story = read(f"{person} said the film was finished.")
    assert story.everybody == {person}


def test_english_words_are_never_acronyms(read: Reader) -> None:
    assert read("Let us see who is in it, and what it can aid.").everybody == set()


def test_shouted_headlines_hold_no_acronyms_of_english_words(read: Reader) -> None:
    assert read("GUNMEN WHO ATTACKED CONVOY IN MALI TOLD US IT IS OVER").everybody == {"Mali"}


def test_us_in_capitals_is_the_united_states(read: Reader) -> None:
    assert read("The US sent envoys.").names("US") == ("United States",)


def test_who_backs_a_group_is_named_but_not_as_the_doer(read: Reader) -> None:
    mention = read("US-backed fighters took Tabqa.").one("US")
    assert mention.names == ("United States",)
    assert "not the doer" in mention.because


def test_a_broker_keeps_its_name_beside_the_truce(read: Reader) -> None:
    assert read("A UN-brokered truce held in Hodeidah.").names("UN") == ("United Nations",)


def test_based_in_a_capital_is_no_government(read: Reader) -> None:
    assert "Lebanon" not in read("A Beirut-based lawyer filed the complaint.").everybody


def test_attacks_on_a_capital_are_no_government(read: Reader) -> None:
    assert "France" not in read("The Paris attacks changed the law.").everybody


def test_a_name_given_to_an_offensive_is_no_group(read: Reader) -> None:
    assert (
        "Al-Badr" not in read("India said militants in Kashmir began a campaign dubbed “Al-Badr”.").everybody
    )


def test_a_lone_two_letter_acronym_needs_the_story_behind_it(read: Reader) -> None:
    assert "Arakan Army" not in read("The AA meeting starts at noon.").everybody
    assert "Arakan Army" in read("In Myanmar, the AA seized Ann.").everybody
