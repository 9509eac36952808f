"""Numbers that stand without a noun of their own, and numbers that are part of a name."""

from __future__ import annotations

import pytest

from tests.code.figures.conftest import Figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Deaths rose to 1,200 in the spring.", 1200, "death", "Deaths"),
        ("Attacks have increased to 45.", 45, "events", "Attacks"),
        ("The number of attacks fell to 300.", 300, "events", "attacks"),
        ("The army ordered job cuts of 10,000.", 10000, "cut", "cuts"),
        ("He led 20 of the group's fighters.", 20, "people", "fighters"),
        ("Rebels shot down 24 F-16s near the town.", 24, "f-16", "F-16s"),
    ],
)
def test_a_number_is_of_what_moved_to_it_or_of_the_whole_it_is_taken_from(
    figures: Figures, text: str, value: float, unit: str, of: str
) -> None:
    (one,) = figures(text)
    assert (one.value, one.unit, one.of) == (value, unit, of)


@pytest.mark.parametrize(
    "text",
    [
        "Iran launched Fateh 110 missiles at the base.",
        "The attack came at 10, and talks were at 5.",
        "The offensive lasted to 30.",
    ],
)
def test_a_number_of_a_name_or_an_hour_is_no_figure(figures: Figures, text: str) -> None:
    assert figures(text) == []


def test_a_weekday_before_a_number_is_no_name_it_belongs_to(figures: Figures) -> None:
    (one,) = figures("On Monday 12 soldiers were killed.")
    assert (one.value, one.role) == (12, "killed")


def test_a_bridge_that_is_blown_up_is_not_killed(figures: Figures) -> None:
    assert [one.role for one in figures("Guerrillas blew up two bridges near Saravena.")] == [None]
