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


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("Rebels seized nine villages and the army retook six.", 6, "villages"),
        ("It fired 12 rockets, and Israel shot down ten.", 10, "rockets"),
        ("The militia has 300 fighters, more than the 250 it had in May.", 250, "fighters"),
        ("It fired 12 rockets in 2019, and in 2020 it fired 30.", 30, "rockets"),
    ],
)
def test_a_number_by_itself_counts_what_the_figure_before_it_counts(text, value, of):
    assert [(one.value, one.of) for one in figures(text)][1:] == [(value, of)]


def test_what_happened_to_people_is_not_handed_on_to_the_next_number():
    roles = [one.role for one in figures("The rebels killed 12 soldiers and captured six.")]
    assert roles == ["killed", "arrested"]


def test_a_measure_against_its_number_is_of_what_is_measured():
    bomb, drives = figures("They seized a 30kg bomb and 155mm shells beside 2TB of files.")
    assert [(one.value, one.unit, one.of) for one in (bomb, drives)] == [
        (30, "kg", "bomb"),
        (2, "tb", "files"),
    ]


def test_a_rate_does_not_count_the_years_it_is_told_by():
    (rate,) = figures("They are delivered at a rate of 15 a year.")
    assert (rate.value, rate.unit) == (15, "rate")


def test_a_price_is_an_offer_to_readers_only_by_the_time_it_lasts():
    (price,) = figures("It made an offer of $80 a barrel.")
    assert price.unit == "USD"
    assert figures("Subscribe now for $4 a month.") == []
