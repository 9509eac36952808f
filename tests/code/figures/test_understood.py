"""Numbers whose noun is left to be understood, and numbers that belong to a name."""

from __future__ import annotations

import pytest

from brink.code.figures import find_figures
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline


def figures(text: str):
    return find_figures(Passage("d", "d#1", 0, 0, load_pipeline()(text)), anchor=None)


def test_numbers_in_a_list_of_places_count_what_the_first_counts_and_add_to_it():
    first, second, third = figures("The unit killed 12 soldiers in Gao, seven in Kidal and 3 in Menaka.")
    assert [one.of for one in (first, second, third)] == ["soldiers"] * 3
    assert (second.joins, third.joins) == (first.start, second.start)


def test_the_number_of_a_crowd_counts_people():
    (found,) = figures("The crowd of 5,000 dispersed.")
    assert (found.value, found.unit, found.of) == (5000, "people", "crowd")


def test_bn_after_a_space_scales_a_sum():
    (found,) = figures("The deal is worth US$7.2 bn.")
    assert (found.value, found.unit) == (7_200_000_000, "USD")


@pytest.mark.parametrize("text", ["The S&P 500 index fell.", "It owns a 737 airliner."])
def test_numbers_of_models_and_indices_are_no_figures(text):
    assert figures(text) == []
