"""What befell people of whom a part is named in passing befell all of them."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "who", "killed"),
    [
        ("Twelve people, among them two nurses, were killed in Goma.", ("people",), 12),
        (
            "Afghan officials said eight civilians, among them three children, had died in a raid.",
            ("civilians",),
            8,
        ),
        ("At least 30 soldiers, among them a colonel, died in the ambush.", ("soldiers",), 30),
        ("The rebels killed 12 people, among them two nurses, in Goma.", ("people",), 12),
    ],
)
def test_the_dead_are_all_and_not_the_part_named(text, who, killed):
    row = next(event for event in rows(text) if event.killed is not None)
    assert (row.recipients, row.killed.min if row.killed else None) == (who, killed)


def test_those_arrested_are_all_and_not_the_part_named():
    (row,) = rows("Police said 20 protesters, among them six women, were arrested.")
    assert (row.type, row.recipients) == ("COERCE", ("protesters",))


def test_a_claim_of_responsibility_is_for_the_attack_told_before():
    first, claimed = rows("Gunmen killed two policemen in Bajaur on Monday. The TTP claimed responsibility.")
    assert (claimed.actors, claimed.date, claimed.place) == (("TTP",), first.date, first.place)


def test_responsibility_for_a_failure_is_no_attack():
    assert rows("The minister took responsibility for the failure.") == []


def test_ground_that_is_used_to_attack_does_not_attack():
    (row,) = rows("Afghan soil is being used to attack Pakistan.")
    assert (row.actors, row.recipients) == ((), ("Pakistan",))


def test_help_that_is_offered_is_planned():
    (row,) = rows("Washington has offered Pakistan help but no money.")
    assert (row.type, row.status) == ("AID", "planned")


def test_a_state_that_warns_its_own_people_threatens_nobody():
    (row,) = rows("The US embassy warned Americans against travel to Yemen.")
    assert row.type == "REQUEST"
