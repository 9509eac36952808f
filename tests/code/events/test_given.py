"""Who is given what, where no preposition parts them: "gave Ukraine tanks"."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "doer", "recipient"),
    [
        ("Iran offered the Taliban drones.", "Iran", "Afghan Taliban"),
        ("The United States handed Kyiv the jets.", "United States", "Ukraine"),
        ("Germany offered Ukraine tanks.", "Germany", "Ukraine"),
        ("Turkey sold Ethiopia Bayraktar drones.", "Turkey", "Ethiopia"),
        ("China has given the Philippines rifles.", "China", "Philippines"),
    ],
)
def test_who_stands_before_the_thing_is_given_it(text, doer, recipient):
    (row,) = rows(text)
    assert (row.type, row.actors, row.recipients) == ("AID", (doer,), (recipient,))


def test_a_make_of_weapon_is_given_nothing():
    (row,) = rows("Iran offered Patriot missiles.")
    assert row.recipients == ()


def test_drones_fired_at_a_port_hit_the_port():
    (row,) = rows("Israel launched drones at the port.")
    assert (row.type, row.recipients) == ("ASSAULT", ("port",))
