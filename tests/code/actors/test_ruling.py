"""Governments told by who heads them or by where they sit, and who is meant among several."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Biden administration rejected the plan.", "Biden administration", "United States"),
        ("Maduro's government detained five activists.", "Maduro's government", "Venezuela"),
        ("Kenyan President William Ruto won. The Ruto government cut fuel aid.", "Ruto government", "Kenya"),
        ("Officials in Baku accused a neighbour of shelling.", "Officials", "Azerbaijan"),
        ("The Defence Ministry in Kyiv denied it.", "Defence Ministry", "Ukrainian Defence Ministry"),
    ],
)
def test_a_government_is_known_by_its_head_or_by_its_seat(
    read: Reader, text: str, words: str, name: str
) -> None:
    assert read(text).names(words) == (name,)


def test_officials_of_some_trade_in_a_capital_are_not_its_government(read: Reader) -> None:
    assert read("Aid officials in Nairobi warned of famine.").names("Aid officials") == ()


def test_he_is_the_unnamed_official_who_spoke_last(read: Reader) -> None:
    story = read(
        "Sergei Lavrov denied it. A police officer in Osh said two died. He said the attackers fled."
    )
    assert story.names("He") == ()


def test_militants_are_the_group_that_fights_and_not_the_group_that_rules(read: Reader) -> None:
    story = read("The Afghan Taliban mediated between Pakistan and the TTP in 2022. The militants left.")
    assert story.names("militants") == ("TTP",)


def test_the_military_is_the_army_and_not_its_frontier_force(read: Reader) -> None:
    story = read("Pakistani jets bombed Khost. Frontier Corps troops were hit in Tank, the military said.")
    assert story.names("military") == ("Pakistan Army",)


def test_it_is_the_group_that_stands_beside_what_it_is_called(read: Reader) -> None:
    story = read(
        "The group's Afghan affiliate, ISIL-K, poses a threat, the report found. It attacked Kerman."
    )
    assert story.names("It") == ("ISIS-K",)


def test_forces_in_a_country_need_not_be_its_army(read: Reader) -> None:
    assert read("Forces in Libya backed by Turkey advanced.").names("Forces") == ()


def test_him_is_somebody_of_the_sentence_and_not_who_acted_before(read: Reader) -> None:
    story = read("Gustavo Petro spoke. Rebels kidnapped the striker Luis Díaz and released him later.")
    assert story.names("him") == ("Luis Díaz",)


def test_he_in_a_quotation_is_no_earlier_speaker(read: Reader) -> None:
    story = read(
        "Bogotá will act, Iván Velásquez said, though others accuse Nicolás Maduro of helping them. "
        '"He hides them," said Paloma Valencia.'
    )
    assert story.names("He") == ("Nicolas Maduro",)


def test_the_government_of_a_story_is_not_where_somebody_was_sent(read: Reader) -> None:
    story = read("BOGOTA (AP) — Petro sent a rebel to the United States. The government broke off talks.")
    assert story.names("government") == ("Colombia",)


def test_who_mediates_between_two_countries_is_neither(read: Reader) -> None:
    story = read(
        "Congo accused Rwanda of arming rebels. Angola's president has led mediation between the two countries."
    )
    assert sorted(story.names("countries")) == ["DR Congo", "Rwanda"]


def test_both_sides_are_neither_who_mediated_nor_twice_one_country(read: Reader) -> None:
    story = read(
        "Pakistan and Afghanistan agreed to a truce mediated by Qatar and Turkey, after violence since the "
        "Taliban seized power. The two sides will meet again."
    )
    assert "Pakistan" in story.names("sides") and "Turkey" not in story.names("sides")


def test_the_government_is_that_of_the_capital_that_decides(read: Reader) -> None:
    story = read("Rebels oppose Chinese projects and accuse Islamabad of theft. They left the government.")
    assert story.names("government") == ("Pakistan",)


def test_whose_who_is_urged_to_stop_owns_what_he_is_to_stop(read: Reader) -> None:
    assert read("Kabul urged Islamabad to stop its attacks.").names("its") == ("Pakistan",)
    story = read("Pakistani leaders hope to compel Taliban pragmatists to weigh the cost of their support.")
    assert story.names("their") == ("Afghan Taliban",)
