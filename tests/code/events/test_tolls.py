"""Who suffered and who did it, when a sentence tells a toll."""

from __future__ import annotations

import pytest

from brink.code.rows import Count


def test_a_toll_told_in_two_halves_is_one_event(events_of):
    (event,) = events_of("In Gao 31 people were killed and 45 were wounded.")
    assert (event.killed, event.injured) == (Count(31, 31), Count(45, 45))


def test_dead_of_two_fighting_sides_stay_two_events(events_of):
    events = events_of("Two soldiers died and three rebels were wounded in Arauca.")
    assert [(e.killed, e.injured) for e in events] == [(Count(2, 2), None), (None, Count(3, 3))]


def test_victims_joined_by_and_are_added(events_of):
    (event,) = events_of("A bombing killed 11 marines and 60 pilgrims in Jolo.")
    assert event.killed == Count(71, 71)


def test_the_dead_of_the_raiding_side_were_not_killed_by_it(events_of):
    events = events_of("Three policemen lost their lives when the army stormed a rebel camp.")
    (toll,) = [e for e in events if e.killed]
    assert toll.actors == ()


def test_who_drives_onto_a_mine_is_its_victim(events_of):
    (event,) = events_of("Six gendarmes were killed when their vehicle struck a mine near Djibo.")
    assert (event.actors, event.recipients, event.mode) == ((), ("gendarmes",), "explosives")


def test_rockets_that_killed_and_their_firing_are_one_event(events_of):
    (event,) = events_of("Four girls were killed by rockets fired from the hills.")
    assert (event.mode, event.killed) == ("heavy-weapons", Count(4, 4))


def test_a_verb_before_an_amount_is_no_attribute_of_it(events_of):
    (event,) = events_of("An explosion in a mosque killed at least 30 people and wounded dozens.")
    assert event.recipients == ("people",)


def test_a_weekday_is_no_part_of_a_doer(events_of):
    (event,) = events_of("Also on Tuesday gunmen fired on troops at Kidal.")
    assert event.actors == ("gunmen",)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Fighters attacked a mine in Ituri on Friday.", None),
        ("Fighters laid a mine in Ituri that killed two.", "explosives"),
        ("Sudan fired 40 drones at Merowe, wounding four people.", "drone-strike"),
    ],
)
def test_a_target_is_not_the_means(events_of, text, mode):
    assert events_of(text, Sudan="Sudan")[0].mode == mode
