"""The sampler finds posteriors that can be worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from brink.play.fit.importance import Evaluated, normalised, resampled, sample, tempered
from brink.play.fit.weights import held_out, pseudo_bma, stacked


def three_readings(z: np.ndarray) -> Evaluated:
    """Likelihood of readings 1.0, 2.0 and 3.0 of the first number with error 0.5; the second is not seen."""
    monthly = np.stack(
        [-0.5 * ((y - z[:, 0]) / 0.5) ** 2 - math.log(0.5 * math.sqrt(2 * math.pi)) for y in (1.0, 2.0, 3.0)],
        axis=1,
    )
    return Evaluated(monthly, {"level": z[:, 0]}, np.zeros_like(monthly))


def test_a_normal_posterior_is_found():
    # precision 1 + 3 / 0.25 = 13; mean (1 + 2 + 3) / 0.25 / 13 = 1.846; sd 0.2774.
    found = sample(three_readings, 2, points=4000, rounds=3, seed=1)
    z = found.z[resampled(found, 4000, seed=2)]
    bound = 4 / math.sqrt(found.effective)
    assert z[:, 0].mean() == pytest.approx(24 / 13, abs=bound * 0.2774)
    assert z[:, 0].std() == pytest.approx(1 / math.sqrt(13), rel=0.1)
    assert z[:, 1].mean() == pytest.approx(0.0, abs=bound)
    assert z[:, 1].std() == pytest.approx(1.0, rel=0.1)


def test_months_are_foretold_from_those_before_them():
    # Given 1 and 2: precision 9, mean 12 / 9; the third is normal about it with variance 1/9 + 0.25.
    found = sample(three_readings, 2, points=8000, rounds=3, seed=1)
    variance = 1 / 9 + 0.25
    exact = -0.5 * (3 - 12 / 9) ** 2 / variance - 0.5 * math.log(2 * math.pi * variance)
    assert found.log_predictive(2) == pytest.approx(exact, abs=0.1)


def test_later_rounds_make_more_of_the_points_count():
    one, three = (sample(three_readings, 2, points=1000, rounds=n, seed=1).effective for n in (1, 3))
    assert three > 1.5 * one


def test_tempering_keeps_enough_points_and_full_weights_where_they_suffice():
    sharp = np.linspace(0, 500, 100)
    assert 1 / np.square(tempered(sharp, least=20)).sum() == pytest.approx(20, abs=1)
    flat = np.zeros(100)
    assert np.array_equal(tempered(flat, least=20), normalised(flat))


def test_stacking_mixes_forecasters_that_are_good_at_different_months():
    scores = np.log(np.array([[0.9, 0.1, 0.9, 0.9], [0.1, 0.9, 0.1, 0.1], [0.05, 0.05, 0.05, 0.05]]))
    # Of w 0.9 + (1-w) 0.1 thrice and its mirror once: 3 x 0.8 / (0.1 + 0.8 w) = 0.8 / (0.9 - 0.8 w), w = 0.8125.
    assert stacked(scores, steps=5000) == pytest.approx([0.8125, 0.1875, 0.0], abs=1e-3)


def test_pseudo_bma_gives_even_weights_to_even_scores_and_favours_the_better():
    even = pseudo_bma(np.tile([-1.0, -2.0, -3.0], (2, 1)), seed=1)
    assert even == pytest.approx([0.5, 0.5])
    better = pseudo_bma(np.array([[-1.0] * 30, [-1.2] * 30]), seed=1)
    assert better[0] == pytest.approx(math.exp(6) / (1 + math.exp(6)), abs=0.01)


def test_held_out_scores_leave_out_the_first_months():
    found = sample(three_readings, 2, points=500, rounds=1, seed=1)
    scored = held_out({"S1": found, "S3": found}, seed=1, first=1)
    assert scored.scores.shape == (2, 2)
    assert scored.totals["S1"] == pytest.approx(found.log_predictive(1) + found.log_predictive(2))
