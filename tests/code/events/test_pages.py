"""What whole pages say besides events: comments, polls, comparisons and intentions that tell none, or not so."""

from __future__ import annotations

from datetime import date

import pytest

from brink.code.rows import Event
from brink.dates import DateInterval
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded


def rows(text: str) -> list[Event]:
    return coded(Sentence(text, (), DateInterval.day(date(2024, 5, 15))))


@pytest.mark.parametrize(
    "text",
    [
        "It was the first suicide bombing in Lima for eight years.",
        "The army's officials have not ruled that out.",
        "A poll showed that 60 percent of Malians would welcome a military government.",
        "The minister told Chad that its generals should have stopped the rebels.",
    ],
)
def test_comparisons_polls_and_blame_for_the_past_are_no_events(text: str) -> None:
    assert [event for event in rows(text) if event.type != "ACCUSE"] == []


def test_what_follows_help_is_no_deal() -> None:
    assert [event.type for event in rows("France offered to help Chad deal with the rebels.")] == ["AID"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("That is underscored by the recent killing of rebel leader Omar Diallo in Gao.", "happened"),
        ("Militants tried to storm a military compound in Gao on Wednesday.", "happened"),
        ("The group announced a spring offensive, to begin on Friday.", "planned"),
    ],
)
def test_status_is_that_of_the_act_and_not_of_its_comment(text: str, status: str) -> None:
    assert rows(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The weekend saw thousands march in Wana.", None),
        ("Rebels had shelled Gao last month, one of them said.", "unnamed"),
    ],
)
def test_times_and_numbers_say_nothing(text: str, source: str | None) -> None:
    assert rows(text)[0].source == source


def test_the_place_of_what_is_singled_out_is_not_that_of_the_rest() -> None:
    rest, one = rows("Weeks have seen attacks in the north, including a bombing in Gao.")
    assert (rest.place, one.place and one.place.name) == (None, "Gao")


def test_a_chief_who_is_killed_is_one_dead() -> None:
    assert [
        event.killed.min for event in rows("Troops killed JNIM chief Amadou Koufa in Gao.") if event.killed
    ] == [1]
