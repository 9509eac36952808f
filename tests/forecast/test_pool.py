"""The pool is whole counts, looks only back, and keeps its parts."""

from __future__ import annotations

import numpy as np
import pytest

from brink.errors import BadForecast
from brink.forecast.analogues import analogue_draws
from brink.forecast.draws import equal_draws, shares
from brink.forecast.panel import world
from brink.forecast.pool import conflictology_draws, pool, pool_draws
from brink.forecast.smoothing import weighted_level

STEPS = range(3, 15)


@pytest.fixture(scope="module")
def known():
    return world("country").until(400).counts


def test_equal_draws_repeat_each_value_equally_often():
    assert equal_draws(np.array([9.0, 1.0]), 5).tolist() == [1, 1, 9, 9, 9]


def test_shares_sum_to_all_draws_whatever_the_weights():
    assert shares((1, 1, 1), 1000) == (333, 334, 333)


def test_a_weighted_level_by_hand():
    # half-life 1: each month counts half; 8 then 2: .5 * 8 = 4, then 4 + .5 * (2 - 4) = 3.
    assert weighted_level(np.array([[8.0, 2.0]]), half_life=1.0).tolist() == [[4.0, 3.0]]


def test_draws_are_whole_counts_a_thousand_a_month(known: np.ndarray):
    draws = pool(known, known, steps=STEPS)
    assert draws.shape == (191, 12, 1000)
    assert (draws >= 0).all() and (draws == np.rint(draws)).all()


def test_one_series_gets_what_it_gets_among_many(known: np.ndarray):
    alone = pool_draws(known, known[40], steps=STEPS)
    assert np.array_equal(alone, np.sort(pool(known, known, steps=STEPS)[40], axis=-1))


def test_the_future_of_the_panel_moves_no_forecast():
    panel = world("country")
    poisoned = panel.counts.copy()
    poisoned[:, 401 - panel.first :] = 9_999
    before = pool(panel.until(400).counts, panel.until(400).counts, steps=STEPS)
    cut = poisoned[:, : 401 - panel.first]
    assert np.array_equal(before, pool(cut, cut, steps=STEPS))


def test_conflictology_is_the_last_twelve_months_as_they_were():
    assert conflictology_draws(np.arange(20.0)).tolist() == list(range(8, 20))


def test_a_history_with_unknown_months_is_refused(known: np.ndarray):
    with pytest.raises(BadForecast, match="unknown"):
        pool_draws(known, np.array([1.0, np.nan]), steps=STEPS)


def test_a_panel_too_short_for_analogues_is_refused():
    with pytest.raises(BadForecast, match="at least 51"):
        analogue_draws(np.ones((5, 40)), np.ones((1, 40)), steps=STEPS, draws=200)
