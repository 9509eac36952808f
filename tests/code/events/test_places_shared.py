"""Where an act was when its place stands in a clause beside its own, or when several are named."""

from __future__ import annotations

from tests.code.events.test_sides import rows


def test_a_place_at_the_end_holds_for_all_harm_told_before_it():
    killed, torched = rows("Three people were killed and five houses torched in Jos.")
    assert (killed.place.name, torched.place.name) == ("Jos", "Jos")


def test_a_place_is_not_that_of_what_others_did_meanwhile():
    (fired, *_) = rows("Hezbollah fired rockets at Haifa while Hamas held talks in Cairo.")
    assert fired.place is None or fired.place.name != "Cairo"


def test_an_act_in_two_provinces_is_in_the_first_and_says_so():
    (event,) = rows("Bombs killed nine people in Kano and Maiduguri.")
    assert (event.place.name, event.place.precision) == ("Kano", "town")
    assert any("names Maiduguri with it" in reason for reason in event.because)


def test_a_meeting_joined_to_a_killing_does_not_place_it():
    events = rows("The army killed two militants and met elders in Bunia.")
    assert [e.place for e in events if e.type == "ASSAULT"] == [None]
