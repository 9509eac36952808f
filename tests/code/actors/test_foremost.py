"""Whose "the army" and "soldiers" are where nothing near says so."""

from __future__ import annotations

from tests.code.actors.conftest import Reader

_PAKISTAN = (
    "Pakistan buried its dead. Islamabad blamed the TTP. Peshawar, Quetta and Kohat closed their schools."
)


def test_soldiers_are_those_of_the_state_that_the_story_speaks_of(read: Reader) -> None:
    assert read(f"{_PAKISTAN} Militants killed four soldiers.").names("soldiers") == ("Pakistan Army",)


def test_foreign_soldiers_are_not(read: Reader) -> None:
    assert read(f"{_PAKISTAN} Foreign soldiers left.").names("Foreign soldiers") == ()


def test_soldiers_beside_another_state_stay_open(read: Reader) -> None:
    assert read(f"{_PAKISTAN} In Kenya militants killed four soldiers.").names("soldiers") == ()


def test_no_army_is_that_of_a_country_which_a_group_rules(read: Reader) -> None:
    text = f"{_PAKISTAN} The Afghan Taliban took Kabul. Afghanistan starved. The army flew no drones."
    assert read(text).names("army") == ("Pakistan Army",)


def test_the_air_force_is_not_the_soldiers_named_before(read: Reader) -> None:
    text = f"{_PAKISTAN} Militants killed four soldiers. The air force bombed camps."
    assert read(text).names("air force") == ("Pakistan Air Force",)


def test_fighters_of_the_group_that_came_last_are_its(read: Reader) -> None:
    story = read("Then came the TTP. In 2013 its fighters captured the valley.")
    assert story.names("fighters") == ("TTP",)


def test_a_clause_set_off_says_nothing_of_which_body_is_meant(read: Reader) -> None:
    story = read(
        "The Baloch Yakjehti Committee marched. The committee, which rejects arms, called for talks."
    )
    assert story.names("committee") == ("Baloch Yakjehti Committee",)


def test_a_government_is_told_by_its_head_behind_it(read: Reader) -> None:
    text = "The government of Prime Minister Shehbaz Sharif banned the party."
    assert read(text).names("government") == ("Pakistan",)


def test_a_demonym_joined_to_another_is_no_people(read: Reader) -> None:
    assert read("Turkish and Qatari mediation failed.").names("Qatari") == ("Qatar",)
