"""Names that no list knows: kept whole, of the right kind, and one with the nouns that stand for them."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    "name",
    [
        "Union for Democracy and Social Renewal",
        "Front for Unity and Freedom",
        "Bureau of Industry and Security",
        "Zambe Gas and Power Enterprise",
        "Water and Sanitation Authority",
    ],
)
def test_and_inside_a_name_does_not_cut_it(read: Reader, name: str) -> None:
    assert read(f"The {name} accused Kenya of a breach.").names(name) == (name,)


def test_and_between_two_actors_does_not_join_them(read: Reader) -> None:
    story = read("The Ministry of Defence and Hezbollah agreed on a truce.")
    assert story.names("Hezbollah") == ("Hezbollah",)


def test_a_bank_of_a_state_is_a_body_of_its_own(read: Reader) -> None:
    assert read("The Bank of Canada raised rates.").everybody == {"Bank of Canada"}


def test_a_group_by_the_name_it_gives_itself_is_one(read: Reader) -> None:
    story = read("Boko Haram fled. The militia known as the Red Hyenas burned two villages.")
    assert story.names("militia") == story.names("Red Hyenas") == ("Red Hyenas",)


def test_a_name_that_the_text_calls_an_armed_group_is_a_group(read: Reader) -> None:
    story = read("Members of Zurgan, an armed group, shot two officers.")
    assert story.one("Zurgan").kind == "group"
    assert story.names("Members") == ("Zurgan",)


def test_fighters_of_an_unknown_group_are_that_group(read: Reader) -> None:
    story = read("Fighters of the Tarhuna Lions attacked the port. The Tarhuna Lions fled.")
    assert story.names("Fighters") == ("Tarhuna Lions",)
    assert {m.kind for m in story.all("Tarhuna Lions")} == {"group"}


def test_a_name_of_one_word_is_nobody_in_particular(read: Reader) -> None:
    assert read("Zamunda sent troops to the border.").one("Zamunda").kind == "unknown"


def test_a_hospital_is_no_general(read: Reader) -> None:
    assert read("The suspect was taken to General Hospital.").all("General Hospital") == []


def test_a_division_with_a_number_is_a_force_and_no_rebel_group(read: Reader) -> None:
    story = read(
        "Soldiers of the 8th Infantry Division killed seven New People's Army guerrillas. The rebels fled."
    )
    assert story.one("8th Infantry Division").kind == "force"
    assert story.names("rebels") == ("New People's Army",)


def test_remnants_of_two_groups_are_both(read: Reader) -> None:
    story = read(
        "Remnants of Abu Sayyaf and the Maute group have been reduced to a few dozen men. They fled."
    )
    assert story.names("They") == ("Abu Sayyaf", "Maute Group")


def test_a_surname_that_opens_a_sentence_is_the_person_named_before(read: Reader) -> None:
    story = read("On trial is Ruben Vardanyan. Vardanyan, a banker, refused to speak.")
    assert story.names("Vardanyan") == ("Ruben Vardanyan",)


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Airtel Uganda condemned the raid.", "Airtel Uganda", "Uganda"),
        ("Vodacom Congo accused the police of theft.", "Vodacom Congo", "Congo"),
    ],
)
def test_a_state_that_ends_an_organisations_name_is_not_its_government(
    read: Reader, text: str, name: str, state: str
) -> None:
    story = read(text)
    assert story.one(name).names == (name,)
    assert story.all(state) == []


def test_a_state_after_a_day_is_the_state(read: Reader) -> None:
    assert read("On Monday Nigeria accused Niger of harbouring gunmen.").names("Nigeria") == ("Nigeria",)
