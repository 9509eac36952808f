"""The words printed for people whom the story does not name."""

from __future__ import annotations

import pytest

from brink.code.actors.entry import ActorEntry
from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Militants burned a school in Zamfara.", "Militants", "militants"),
        ("Last April rebels took the port.", "rebels", "rebels"),
        ("Forty wounded soldiers reached Odesa.", "soldiers", "soldiers"),
        ("Many Lutheran nurses left on Friday.", "Lutheran nurses", "Lutheran nurses"),
        ("Tribal elders met in Marib.", "Tribal elders", "tribal elders"),
    ],
)
def test_a_bare_role_is_printed_in_lower_case_without_number_time_or_state(
    read: Reader, text: str, words: str, label: str
) -> None:
    assert read(text).one(words).label == (label,)


def test_a_pronoun_that_points_to_nobody_prints_nothing(read: Reader) -> None:
    assert read("They fled before dawn.").one("They").label == ()


def test_those_who_are_against_a_state_are_not_its_own(read: Reader) -> None:
    story = read("Anti-Rwandan rebels attacked, and pro-Iranian gunmen fired at a base.")
    assert (story.names("rebels"), story.names("gunmen")) == ((), ())


def test_the_country_that_somebody_took_over_is_theirs(read: Reader) -> None:
    text = "Pakistan changed course after the Taliban began taking over the country."
    assert read(text, on="2022-05-01").names("country") == ("Afghanistan",)


def test_the_group_is_the_one_the_main_clause_before_is_about(read: Reader) -> None:
    story = read("Hamas said that Islamic Jihad had fired first. The group closed the crossing.")
    assert story.names("group") == ("Hamas",)


def test_the_two_countries_are_those_of_the_main_clause(read: Reader) -> None:
    story = read("Chad and Sudan closed the border while Egypt looked on. The two countries may talk.")
    assert story.names("countries") == ("Chad", "Sudan")


FRONTS = [
    ActorEntry(name="Northern Front", kind="group", country="ML", acronyms=("FNL",)),
    ActorEntry(name="National Liberation Front", kind="group", country="BI", acronyms=("FNL",)),
]


def test_a_name_two_actors_of_a_case_share_stays_open_between_them(read: Reader) -> None:
    mention = read("The FNL attacked a convoy.", case=FRONTS).one("FNL")
    assert mention.names == ()
    assert "Northern Front" in mention.because and "National Liberation Front" in mention.because


def test_the_country_of_the_story_settles_a_shared_name(read: Reader) -> None:
    assert read("In Burundi the FNL attacked a convoy.", case=FRONTS).names("FNL") == (
        "National Liberation Front",
    )


def test_another_name_in_the_story_settles_a_shared_name(read: Reader) -> None:
    story = read("The Northern Front regrouped. Later the FNL attacked a convoy.", case=FRONTS)
    assert story.names("FNL") == ("Northern Front",)
