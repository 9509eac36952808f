"""Attempts that were made with a weapon, and attacks that are to end."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "doer", "status"),
    [
        (
            "The United States tried to kill the al-Shabaab leader with an airstrike.",
            ("United States",),
            "happened",
        ),
        ("Gunmen attempted to assassinate the governor with a car bomb.", ("gunmen",), "happened"),
        ("The army tried to hit the convoy with drones but failed.", ("army",), "possible"),
        ("The group planned to kill the minister with a drone.", ("group",), "planned"),
        ("Police foiled an attempt to kill the mayor with a bomb.", (), "denied"),
    ],
)
def test_what_was_tried_with_a_weapon_took_place(text, doer, status):
    (row,) = rows(text)
    assert (row.type, row.actors, row.status, row.killed) == ("ASSAULT", doer, status, None)


def test_who_is_killed_with_an_airstrike_is_killed_once():
    (row,) = rows("Kenya killed nine rebels with an air strike on Monday.")
    assert (row.actors, row.recipients) == (("Kenya",), ("rebels",))


@pytest.mark.parametrize(
    ("text", "doer", "spared"),
    [
        ("Trump announced that the United States would stop bombing Yemen.", "United States", ("Yemen",)),
        ("Israel said it would stop attacking Lebanon.", "Israel", ("Lebanon",)),
        ("The Houthis said they would cease attacks on ships.", "Houthis", ()),
    ],
)
def test_an_attack_that_is_to_end_is_a_concession_to_come(text, doer, spared):
    (row,) = rows(text)
    assert (row.type, row.status, row.actors, row.recipients) == ("CONCEDE", "planned", (doer,), spared)


def test_what_has_not_stopped_goes_on():
    assert "ASSAULT" in {row.type for row in rows("The army has not stopped shelling the town.")}
