"""Role nouns with and without a modifier."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Pakistani troops", "Pakistan Army"),
        ("Pakistani security forces", "Pakistan Army"),
        ("Pakistani officials", "Pakistan"),
        ("Pakistani civilians", "Pakistani civilians"),
        ("Indian soldiers", "Indian Army"),
        ("Israeli civilians", "Israeli civilians"),
        ("Israeli soldiers", "IDF"),
        ("Congolese soldiers", "FARDC"),
        ("Ethiopian troops", "ENDF"),
        ("Ukrainian lawmakers", "Ukrainian parliament"),
        ("US lawmakers", "US Congress"),
        ("Kenyan police", "Kenyan police"),
        ("Turkish intelligence officials", "Turkish intelligence"),
        ("Haitian protesters", "Haitian protesters"),
        ("Syrian rebels", "Syrian rebels"),
        ("Taliban fighters", "Afghan Taliban"),
        ("TTP militants", "TTP"),
        ("Hezbollah commanders", "Hezbollah"),
        ("ELN guerrillas", "ELN"),
        ("NATO officials", "NATO"),
    ],
)
def test_a_role_with_a_modifier_has_a_predictable_name(read: Reader, phrase: str, name: str) -> None:
    assert read(f"On Monday {phrase} arrived at the bridge.").names(phrase) == (name,)


def test_the_government_is_whoever_rules_on_the_day(read: Reader) -> None:
    sentence = "Afghan officials closed the crossing."
    assert read(sentence, on="2019-05-01").names("Afghan officials") == ("Afghanistan",)
    assert read(sentence, on="2023-05-01").names("Afghan officials") == ("Afghan Taliban",)


def test_a_genitive_reaches_past_adjectives(read: Reader) -> None:
    assert read("Sudan's top military leadership met.").everybody == {"Sudanese Armed Forces"}


def test_a_modifier_is_shared_by_what_is_joined(read: Reader) -> None:
    story = read("Pakistan's military, police and civilians were targeted.")
    assert {"Pakistan Army", "Pakistani police", "Pakistani civilians"} <= story.everybody


def test_a_phrase_behind_the_noun_names_it_too(read: Reader) -> None:
    assert read("The government of Chad dissolved the assembly.").names("government") == ("Chad",)
    assert read("A spokesman for the Houthis denied it.").names("spokesman") == ("Houthis",)


def test_nobody_is_named_by_suspected_militants(read: Reader) -> None:
    mention = read("Suspected militants burned a school.").one("militants")
    assert (mention.names, mention.label, mention.plural) == ((), ("militants",), True)


def test_a_weapon_takes_no_role_and_leaves_the_state(read: Reader) -> None:
    mention = read("A US drone circled overhead.").one("US")
    assert (mention.names, mention.kind) == (("United States",), "state")


def test_prisoners_of_a_group_are_not_the_group(read: Reader) -> None:
    assert read("Relatives met the Hamas prisoners.").names("Hamas prisoners") == ()


def test_insurgents_of_a_people_are_not_the_people(read: Reader) -> None:
    assert read("Amhara insurgents cut the road.").names("Amhara insurgents") == ()


def test_partners_of_a_state_are_not_that_state(read: Reader) -> None:
    assert read("Moldova's allies met in Vienna.").names("Moldova's allies") == ()


def test_a_state_inside_a_state_is_not_the_country(read: Reader) -> None:
    assert read("Gunmen raided Nigeria's Kaduna state.").all("Nigeria's Kaduna state") == []


def test_people_of_a_state_are_its_civilians(read: Reader) -> None:
    assert read("Two Afghans died of cold.").names("Afghans") == ("Afghan civilians",)


def test_the_americans_who_decide_are_the_state(read: Reader) -> None:
    assert read("The Americans suspended the talks.").names("Americans") == ("United States",)


def test_a_demonym_alone_keeps_the_state_on_the_adjective(read: Reader) -> None:
    mention = read("Turkish airstrikes hit Duhok.").one("Turkish")
    assert (mention.names, mention.kind, mention.how) == (("Turkey",), "state", "name")
    assert "demonym" in mention.because


def test_paramilitaries_are_not_the_army(read: Reader) -> None:
    assert "Sudanese Armed Forces" not in read("Sudan's paramilitary forces shelled a market.").everybody


def test_an_offshoot_of_a_group_is_another_group(read: Reader) -> None:
    assert read("A local offshoot of Boko Haram burned the market.").names("offshoot") == ()


def test_the_rulers_of_an_army_state_are_the_state(read: Reader) -> None:
    assert read("The Burmese military regime lost Lashio.").names("Burmese military regime") == ("Myanmar",)


def test_a_minister_of_a_president_is_one_of_the_state(read: Reader) -> None:
    assert read("Petro's defence minister resigned.").names("defence minister") == ("Colombia",)


@pytest.mark.parametrize(
    "phrase", ["Israeli military spokesman", "Israeli army soldiers", "Israeli army chief"]
)
def test_a_role_after_an_army_is_of_that_army(read: Reader, phrase: str) -> None:
    assert read(f"The {phrase} left the post.").names(phrase) == ("IDF",)
