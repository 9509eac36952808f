"""Numbers that are easily missed, and numbers that count nothing."""

from __future__ import annotations

import pytest

from tests.code.figures.conftest import Figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Thirty thousand troops will be trained.", 30_000, "people"),
        ("Twenty-odd gunmen held the bridge.", 20, "people"),
        ("Some 800 are still missing.", 800, "people"),
        ("The boat sank with 22 aboard.", 22, "people"),
        ("Rations were cut to 200 per household.", 200, "rate"),
        ("They found 5kg of explosives.", 5, "kg"),
        ("He ordered up to 60 of its new mid-sized jets.", 60, "jet"),
        ("Prices fell below the 5000 mark.", 5000, "mark"),
    ],
)
def test_numbers_without_a_plain_noun_count_too(figures: Figures, text: str, value: float, unit: str) -> None:
    assert (value, unit) in [(one.value, one.unit) for one in figures(text)]


def test_one_more_who_suffers_is_a_person_of_his_own(figures: Figures) -> None:
    found = figures("At least one soldier was killed and another wounded.")
    assert [(one.value, one.role) for one in found] == [(1, "killed"), (1, "injured")]


def test_an_age_before_a_noun_leaves_one_person(figures: Figures) -> None:
    (one,) = figures("A 45-year-old farmer was shot dead in Arauca.")
    assert (one.value, one.role) == (1, "killed")


@pytest.mark.parametrize(
    "text",
    [
        "Her son, 6, left the camp.",
        "A treaty between the two countries lapsed.",
        "Several banks closed.",
        "Mines of 122mm lay there.",
    ],
)
def test_ages_things_pointed_at_and_calibres_count_nothing(figures: Figures, text: str) -> None:
    assert figures(text) == []
