"""Limits are said in few digits, and part the same points as the box does."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from brink.play.answers.box import Stretch
from brink.play.answers.limits_said import plain, stretch_said

HEAP = np.array([0.9, 1.0, 1.0, 1.0, 1.0031, 1.2, 2.4])
"""Half of the points stand at 1, where there is no effect."""


def test_a_heap_of_equal_values_is_in_or_out_as_in_the_box():
    assert stretch_said(Stretch(low=1.0031), HEAP) == "above 1"
    assert stretch_said(Stretch(low=1.0), HEAP) == "at least 1"
    assert stretch_said(Stretch(high=1.0), HEAP) == "at most 1"
    assert stretch_said(Stretch(high=0.9), HEAP) == "at most 0.9"
    assert stretch_said(Stretch(low=1.2, high=1.2), HEAP) == "at least 1.2 and at most 1.2"


def test_a_limit_that_leaves_nothing_out_is_not_said():
    assert stretch_said(Stretch(low=0.5, high=1.2), HEAP) == "at most 1.2"


def test_large_numbers_are_written_out():
    assert [plain(value) for value in (212.7, 1234.5, 0.00021)] == ["210", "1,200", "0.00021"]


def test_two_digits_do_where_they_put_next_to_no_point_on_the_other_side():
    values = np.arange(1000) / 997
    assert stretch_said(Stretch(low=602 / 997), values) == "at least 0.6"
    assert stretch_said(Stretch(low=620 / 997), values) == "at least 0.62"


@given(st.lists(st.floats(-1e3, 1e3), min_size=3, max_size=30, unique=True), st.data())
def test_what_is_said_holds_for_the_same_points(given_values, data):
    values = np.array(given_values)
    low = data.draw(st.sampled_from(sorted(given_values)[1:]))
    word, _, number = stretch_said(Stretch(low=low), values).rpartition(" ")
    limit = float(number.replace(",", ""))
    said = values >= limit if word == "at least" else values > limit
    assert (said == (values >= low)).all()
