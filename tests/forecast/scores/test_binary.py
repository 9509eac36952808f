"""Scores of one probability, at points worked by hand."""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.forecast.scores import baseline_score, brier_parts, log_score, skill


def test_the_log_score_is_that_of_what_happened():
    assert log_score(0.2, False) == pytest.approx(-log(0.8))
    assert log_score(0.2, True) == pytest.approx(-log(0.2))


def test_certainty_and_wrong_costs_no_more_than_one_in_a_hundred():
    assert log_score(0.0, True) == pytest.approx(log(100))


def test_the_baseline_score_of_even_chance_is_nothing_and_of_a_quarter_is_minus_a_hundred():
    assert baseline_score(0.5, True) == pytest.approx(0)
    assert baseline_score(0.25, True) == pytest.approx(-100)


def test_skill_is_the_share_of_the_reference_score_saved():
    assert skill(0.06, 0.24) == pytest.approx(0.75)
    assert skill(0.06, 0.0) is None


def test_the_parts_of_three_forecasts_worked_by_hand():
    # Bins .2 (happened 1 of 2) and .9 (1 of 1); base rate 2/3.
    parts = brier_parts([0.2, 0.2, 0.9], [True, False, True])
    assert parts.reliability == pytest.approx(2 / 3 * 0.09 + 1 / 3 * 0.01)
    assert parts.resolution == pytest.approx(2 / 3 * (1 / 6) ** 2 + 1 / 3 * (1 / 3) ** 2)
    assert parts.uncertainty == pytest.approx(2 / 9)
    assert parts.within == pytest.approx(0)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_the_parts_add_up_to_the_brier_score(forecasts: list[tuple[float, bool]]):
    p, o = zip(*forecasts, strict=True)
    parts = brier_parts(p, o)
    brier = float(np.mean((np.array(p) - np.array(o)) ** 2))
    whole = parts.reliability - parts.resolution + parts.uncertainty + parts.within
    assert whole == pytest.approx(brier, abs=1e-12)
    assert min(parts.reliability, parts.resolution) >= 0
