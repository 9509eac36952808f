"""What armed men and states do besides shooting: arrive, capture, lose ground, name others outlaws."""

from __future__ import annotations

import pytest

from brink.code.rows import Event
from brink.dates import DateInterval
from tests.code.events.test_sides import rows
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded


def one(text: str, kind: str) -> Event:
    (row,) = (event for event in rows(text) if event.type == kind)
    return row


@pytest.mark.parametrize(
    "text", ["Rwandan troops arrived in Bangui on Monday.", "Wagner fighters landed in Sirte last week."]
)
def test_fighters_who_arrive_are_on_no_visit(text):
    assert [row.type for row in rows(text)] == ["MOBILIZE"]


def test_a_delegation_of_fighters_that_arrives_is_on_a_visit():
    assert [row.type for row in rows("A Houthi delegation arrived in Muscat for talks.")] == ["CONSULT"]


def test_police_who_capture_a_suspect_arrest_him():
    row = one("Police captured the gunman near Gao.", "COERCE")
    assert (row.actors, row.recipients, row.mode) == (("police",), ("gunman",), None)


def test_rebels_who_capture_soldiers_hold_them():
    assert one("Rebels captured three soldiers near Gao.", "ASSAULT").mode == "hostage-taking"


def test_an_army_that_loses_control_of_a_town_retreats():
    row = one("The army lost control of Laukkai.", "RETREAT")
    assert row.place is not None and row.place.name == "Laukkai"
    assert rows("The driver lost control of the bus.") == []


def test_whoever_is_named_an_outlaw_is_the_only_target():
    row = one("Canada designated Hezbollah a terrorist organization in 2002.", "SANCTION")
    assert row.recipients == ("Hezbollah",)


def test_nothing_is_asked_of_whom_others_are_to_hand_over():
    row = one(
        "Lula met officials. Soldiers captured the gang's leader, and Peru requested his extradition.",
        "REQUEST",
    )
    assert row.recipients == ()


def test_to_be_under_pressure_asks_for_nothing():
    assert rows("Chad's army is under pressure.") == []


def test_food_on_a_truck_makes_its_country_no_target():
    row = one("Trucks carrying food from Algeria were burned near Gao on Monday.", "ASSAULT")
    assert "Algeria" not in row.recipients


def test_where_officials_sit_who_tell_of_it_is_not_where_it_was():
    row = one("At least 15 people were killed on Monday, according to officials in Quetta.", "ASSAULT")
    assert row.place is None


def test_a_word_joined_by_a_hyphen_keeps_it():
    row = one("The Houthis hit a British-owned tanker in the Red Sea.", "ASSAULT")
    assert row.recipients == ("British-owned tanker",)


def test_a_day_of_an_unknown_year_is_still_one_day():
    text = "Gunmen attacked a boat in Mali on Thursday, killing 49 civilians and 15 soldiers."
    found = coded(Sentence(text, (), DateInterval.parse("2016-09-12/2017-09-15")))
    assert [row.killed and row.killed.min for row in found] == [64]


def test_whoever_says_afterwards_what_they_did_is_not_who_did_it():
    found = rows("Rebels stormed a base near Gao on Monday. They killed 18 soldiers, the Malian army said.")
    assert found
    assert not any("FAMa" in row.actors for row in found)
