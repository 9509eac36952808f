"""Constructions of wire copy that gave an act to the wrong doer, or told of one that the text does not hold."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    "text",
    [
        "No one was killed in the attack on the base.",
        "Nobody was hurt in the shelling of Kherson.",
        "No soldiers were killed in the raid on Bara by rebels.",
    ],
)
def test_an_attack_that_hurts_nobody_took_place(text):
    (row,) = rows(text)
    assert (row.type, row.status, row.killed) == ("ASSAULT", "happened", None)


@pytest.mark.parametrize(
    "text",
    [
        "The minister conceded that the army had been unable to contain the violence.",
        "The insurgents set up roadblocks on the highway.",
    ],
)
def test_words_that_only_look_like_an_act_tell_of_none(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The charity Save the Children said 12 pupils were abducted, calling for more money.",
            "Save the Children",
        ),
        ("Oxfam left. The agency UNICEF called for a truce.", "UNICEF"),
        ("Its leader vowed in a video to topple the council.", "leader"),
        ("The military overthrew the elected government in a coup in 2021.", "military"),
        ("A bishop said two nuns died. Gangs control the capital, where they have burned homes.", "gangs"),
        ("Al-Shabaab attacked Palma in Mozambique's Cabo Delgado.", "Islamic State Mozambique"),
        ("Al-Shabaab attacked Baidoa in Somalia.", "al-Shabaab"),
    ],
)
def test_the_doer_is_whoever_the_wording_makes_it(text, who):
    assert rows(text)[-1].actors == (who,)


def test_a_ship_that_comes_under_attack_is_no_group_named_before():
    text = "The Houthis claimed the strike. The Eternity C was heading for Suez when it came under attack."
    assert rows(text)[-1].recipients == ("Eternity C",)


def test_some_of_them_are_the_enemy():
    row = rows("Rwandan troops clashed with militants near Palma and killed at least 12 of them.")[-1]
    assert row.recipients == ("militants",)


@pytest.mark.parametrize(
    ("text", "accused", "victim"),
    [
        ("Washington accused the Houthis of kidnapping sailors.", "Houthis", "sailors"),
        ("Kyiv accused Russia of shelling hospitals.", "Russia", "hospitals"),
        ("The army accused the rebels of looting shops.", "rebels", "shops"),
    ],
)
def test_who_is_accused_of_a_deed_may_have_done_it(text, accused, victim):
    charge, deed = rows(text)
    assert (charge.type, charge.recipients) == ("ACCUSE", (accused,))
    assert (deed.status, deed.actors, deed.recipients) == ("possible", (accused,), (victim,))


def test_who_answers_with_missiles_fires_them():
    (row,) = rows("The Houthis answered with missiles fired at Israel.")
    assert (row.actors, row.recipients) == (("Houthis",), ("Israel",))


def test_people_held_for_a_time_are_detained():
    assert rows("Rebels held nine aid workers for a week.")[0].type == "COERCE"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The government offered the militia an amnesty, which it refused.", "militia"),
        ("Qatar proposed a truce to Hamas, which it rejected.", "Hamas"),
    ],
)
def test_who_is_offered_it_turns_it_down(text, who):
    assert [row.actors for row in rows(text) if row.type == "REJECT"] == [(who,)]


def test_who_raids_a_ship_is_not_raided():
    deed = rows("Turkey protested the 2010 raid on the ship by Israel.")[-1]
    assert "Israel" not in deed.recipients
