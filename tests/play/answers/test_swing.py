"""What an effect hangs on is told by its two ends, with their signs and errors."""

from __future__ import annotations

import numpy as np

from brink.play.answers.discovery import Reading
from brink.play.answers.sentences import signed
from brink.play.answers.swing import swing, swing_said

READING = Reading("the factor", "factor")
VALUES = np.arange(80.0)


def test_the_ends_are_the_lowest_and_the_highest_eighth():
    found = swing(VALUES - 39.5, VALUES, READING)
    assert found is not None
    # The lowest ten of 0 to 79 have a mean of 4.5, the highest of 74.5; their sd is 3.03, their error 0.96.
    assert (found.low.effect, found.high.effect) == (-35.0, 35.0)
    assert swing_said(found, "people") == (
        "-35 ± 0.96 people where it is at most 9, +35 ± 0.96 people where it is at least 70"
    )


def test_a_sign_turns_only_where_both_ends_are_clear():
    turning, level = swing(VALUES - 39.5, VALUES, READING), swing(VALUES, VALUES, READING)
    noise = swing(np.where(VALUES % 2 == 0, 9.0, -8.9), VALUES, READING)
    assert turning is not None and turning.turns and turning.apart
    assert level is not None and level.apart and not level.turns
    assert noise is not None and not noise.apart and not noise.turns


def test_kinds_are_told_by_name_from_the_best_to_the_worst():
    kinds = Reading("the motive", kinds={0.0: "leverage", 1.0: "a ruse"})
    found = swing(np.array([4.0, 6.0, -1.0, -3.0]), np.array([0.0, 0.0, 1.0, 1.0]), kinds)
    assert found is not None
    assert (found.low.where, found.high.where) == ("where it is a ruse", "where it is leverage")


def test_what_is_the_same_everywhere_has_no_ends():
    assert swing(VALUES, np.ones(80), READING) is None


def test_a_rise_is_written_with_its_sign():
    assert [signed(value) for value in (149.2, -8.04, 0.0)] == ["+149", "-8.0", "0"]
