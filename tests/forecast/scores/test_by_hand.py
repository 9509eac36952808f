"""Every score at an asymmetric point, worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from brink.errors import BadForecast
from brink.forecast.scores import (
    brier,
    central_interval,
    chance_of_at_least,
    covered,
    crps_above,
    crps_draws,
    crps_weighted,
    ignorance,
    interval_score,
    interval_score_of_draws,
    log_crps,
    pit_histogram,
    reliability,
)


def test_crps_of_three_draws():
    # |7-4|, |0-4|, |1-4| average 10/3; pairs: (7+6+1)*2/9 = 28/9, half of it 14/9.
    assert crps_draws([7, 0, 1], 4) == pytest.approx(10 / 3 - 14 / 9)


def test_crps_of_weighted_draws():
    # .5*1 + .3*2 + .2*7 = 2.5; F = .5, .8 below gaps 3 and 5: .25*3 + .16*5 = 1.55.
    assert crps_weighted([2, 10, 5], [5, 2, 3], 3) == pytest.approx(2.5 - 1.55)


def test_log_crps_counts_errors_by_factor():
    # log1p: draws log 2 and log 8, seen log 4: mean distance log 2, half mean pair distance log(4)/4.
    assert log_crps([1, 7], 3) == pytest.approx(math.log(2) - math.log(4) / 4)


def test_crps_above_a_threshold_forgets_what_lies_below():
    # draws become 25, 40 and seen 30: mean distance 7.5, half mean pair distance 15/4.
    assert crps_above([3, 40], 30, threshold=25) == pytest.approx(7.5 - 3.75)


def test_ignorance_of_four_draws():
    # seen 9 is in 6-10, where one of the four draws lies: (1 + 1) / (4 + 11).
    assert ignorance([0, 6, 11, 3], 9) == pytest.approx(-math.log2(2 / 15))


@pytest.mark.parametrize(("count", "bin_"), [(0, 0), (2, 1), (3, 2), (25, 4), (26, 5), (1000, 9), (1001, 10)])
def test_bins_of_ignorance_end_where_the_challenge_ends_them(count: int, bin_: int):
    one_draw_a_bin = [0, 1, 5, 6, 11, 50, 51, 101, 251, 501, 5000]
    seven = [one_draw_a_bin[bin_]] * 7
    assert ignorance(seven, count) == pytest.approx(-math.log2(8 / 18))


def test_interval_score_below_the_interval():
    # width 5, miss 2 below, alpha .2: 5 + 10 * 2.
    assert interval_score(4, 9, 2, level=0.8) == pytest.approx(25)


def test_interval_of_draws_interpolates_between_them():
    # five draws: position of .05 is .2 from the first, of .95 is .8 from the fourth.
    lower, upper = central_interval([10, 0, 3, 2, 1], level=0.9)
    assert (lower, upper) == pytest.approx((0.2, 8.6))
    assert interval_score_of_draws([10, 0, 3, 2, 1], 9) == pytest.approx(8.4 + 20 * 0.4)


def test_an_end_of_the_interval_counts_as_inside():
    assert covered([[0, 0, 4], [0, 0, 4]], [4, 5], level=1.0).tolist() == [True, False]


def test_brier_of_a_warning_that_came_true():
    assert brier(0.3, True) == pytest.approx(0.49)


def test_chance_of_at_least_includes_the_threshold():
    assert chance_of_at_least([24, 25, 26, 3], 25) == pytest.approx(0.5)


def test_reliability_sets_what_was_said_beside_what_happened():
    low, high = reliability([0.1, 0.2, 0.9], [False, True, True], edges=(0.0, 0.5, 1.0))
    assert (low.count, low.mean_probability, low.share_occurred) == (2, pytest.approx(0.15), 0.5)
    assert (high.count, high.share_occurred) == (1, 1.0)


def test_pit_spreads_a_count_over_its_own_probability():
    # P(y-1) = .25 and P(y) = .75: half of the mass in the second quarter, half in the third.
    assert pit_histogram([0, 1, 1, 5], 1, bins=4) == pytest.approx([0, 0.5, 0.5, 0])


def test_draws_that_do_not_fit_the_observations_are_refused():
    with pytest.raises(BadForecast, match="draws are the last axis"):
        crps_draws(np.zeros((12, 1000)), np.zeros(11))
