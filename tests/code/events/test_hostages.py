"""Who is held, when the sentence does not say who holds them, and where words are spoken."""

from __future__ import annotations

import pytest

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval


def events(text: str):
    setting = Setting("d", "d#1", DateInterval.parse("2024-05-15"))
    return Coder(Gazetteer.load(), load_pipeline()).code(setting, text, [(0, len(text))]).events


def test_officials_held_hostage_hold_nobody():
    found = [
        e for e in events("A jail has been overrun and officials held hostage.") if e.mode == "hostage-taking"
    ]
    assert [(event.actors, event.recipients) for event in found] == [((), ("officials",))]


@pytest.mark.parametrize("verb", ["holds", "took"])
def test_who_holds_counted_hostages_is_the_doer(verb: str):
    (event,) = events(f"The group {verb} 12 hostages.")
    assert (event.actors, event.recipients) == (("group",), ("hostages",))


def test_the_crew_is_taken_not_the_hostage():
    found = events("Gunmen on boats seized a freighter and took its crew hostage.")
    assert any("crew" in event.recipients[0] for event in found if event.recipients)


def test_dozens_of_workers_are_workers():
    (event,) = events("Rebels abducted dozens of aid workers.")
    assert event.recipients == ("aid workers",)


def test_a_strike_and_what_it_did_are_one_event():
    found = events("The army carried out an airstrike near Gao which killed three militants.")
    assert [(event.type, event.killed and event.killed.min) for event in found] == [("ASSAULT", 3)]


def test_a_day_and_its_hour_date_an_event():
    (event,) = events("Gunmen stormed a hotel on Friday evening.")
    assert event.date == DateInterval.parse("2024-05-10")


def test_words_are_not_placed_in_the_country_they_are_about():
    found = events("Chad praised Sudan for its stance in Egypt.")
    assert found and all(event.place is None for event in found)
