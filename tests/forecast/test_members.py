"""Each member of the pool, by hand and by what it must not do."""

from __future__ import annotations

import numpy as np
import pytest

from brink.forecast.draws import weighted_draws
from brink.forecast.nearest import Past, nearest_draws
from brink.forecast.panel import world
from brink.forecast.paths import joined, past_paths
from brink.forecast.pool import members
from brink.forecast.recent import recent_draws, spread_draws
from brink.forecast.standing import WEIGHTS, standings

STEPS = range(3, 15)


@pytest.fixture(scope="module")
def known() -> np.ndarray:
    return world("country").until(400).counts


def test_weighted_draws_take_each_value_as_often_as_it_weighs():
    assert weighted_draws(np.array([[7.0, 0.0]]), np.array([[3.0, 1.0]]), 8).tolist() == [[0, 0] + [7] * 6]


def test_recent_months_weigh_half_as_much_after_a_half_life():
    # Half-life 1: of 4, 2, 9 the last weighs 4/7, the one before 2/7, the first 1/7.
    drawn = recent_draws(np.array([[4.0, 2.0, 9.0]]), half_life=1.0, draws=7)
    assert drawn.tolist() == [[2, 2, 4, 9, 9, 9, 9]]


def test_spread_grows_with_the_months_ahead_and_leaves_zeros_alone():
    drawn = spread_draws(np.array([[0.0, 100.0]]), half_life=50.0, steps=(1, 12), draws=400)
    assert (drawn[0] == 0).mean() == pytest.approx(0.5, abs=0.01)
    sizes = [np.std(np.log(month[month > 0] + 1)) for month in drawn[0]]
    # sqrt(.3² + .15²) = .335 and sqrt(.3² + 12 * .15²) = .6.
    assert sizes == pytest.approx([0.335, 0.6], abs=0.02)


def test_standing_of_a_steady_conflict():
    level, trend, rise, regular, uneven = standings(np.full((1, 600), 10.0))[0, -1]
    assert level == pytest.approx(np.log(11))
    assert (trend, rise) == pytest.approx((0, 0), abs=1e-6)
    # The first months, when the level was still rising from peace, weigh 2^(-600/12): nothing.
    assert (regular, uneven) == pytest.approx((WEIGHTS["regular"], 0), abs=1e-3)


def test_a_month_of_the_past_is_its_own_nearest_analogue(known: np.ndarray):
    past = Past(known, longest=14)
    row, month = past.units[500], past.months[500]
    near = past.neighbours(standings(known)[[row], month])
    assert (near.units[0, 0], near.months[0, 0]) == (row, month)
    assert near.weights[0, 0] == pytest.approx(1)


def test_analogues_have_a_known_future(known: np.ndarray):
    past = Past(known, longest=14)
    assert past.months.max() + 14 == known.shape[1] - 1


def test_what_followed_is_taken_in_proportion():
    doubling = np.tile(np.repeat([10.0, 20.0], 60), (40, 1))
    past = Past(doubling, longest=14)
    steady = np.full((1, 60), 30.0)
    drawn = nearest_draws(past, steady, steps=(14,), draws=100)
    assert set(np.unique(drawn)) <= {30.0, 60.0, 61.0}


def test_members_give_their_shares_of_the_draws(known: np.ndarray):
    assert [part.shape[-1] for part in members(known, known[:3], steps=STEPS)] == [250, 250, 500]


def test_paths_keep_the_distribution_of_every_month():
    draws = np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
    made = joined(draws, np.array([[5.0, 9.0, 7.0], [1.0, 3.0, 2.0]]))
    assert made.tolist() == [[1, 3, 2], [10, 30, 20]]


def test_past_paths_are_of_the_series_own_level(known: np.ndarray):
    followed = past_paths(known, np.zeros(100), steps=STEPS, count=1000)
    assert followed.shape == (12, 1000)
    assert followed.mean() < 5
