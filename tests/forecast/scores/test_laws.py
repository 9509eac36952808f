"""Laws that scores keep for any draws, and agreement with an independent library."""

from __future__ import annotations

import numpy as np
import pytest
import scoringrules
from hypothesis import given
from hypothesis import strategies as st

from brink.forecast.scores import (
    brier,
    crps_above,
    crps_draws,
    crps_weighted,
    interval_score,
    pit_histogram,
)

counts = st.lists(st.integers(0, 5000), min_size=1, max_size=40)


@given(counts, st.integers(0, 5000))
def test_crps_agrees_with_the_definition_over_all_pairs(draws: list[int], seen: int):
    x = np.array(draws, dtype=float)
    pairs = np.abs(x[:, None] - x[None, :]).mean()
    assert crps_draws(draws, seen) == pytest.approx(np.abs(x - seen).mean() - pairs / 2, abs=1e-6)


@given(counts, st.integers(0, 5000))
def test_crps_agrees_with_scoringrules(draws: list[int], seen: int):
    theirs = scoringrules.crps_ensemble(float(seen), np.array(draws, dtype=float), estimator="nrg")
    assert crps_draws(draws, seen) == pytest.approx(theirs, abs=1e-6)


@given(counts, st.integers(0, 5000), st.integers(0, 500))
def test_threshold_weighted_crps_agrees_with_scoringrules(draws: list[int], seen: int, threshold: int):
    theirs = scoringrules.twcrps_ensemble(
        float(seen), np.array(draws, dtype=float), a=float(threshold), estimator="nrg"
    )
    assert crps_above(draws, seen, threshold=threshold) == pytest.approx(theirs, abs=1e-6)


@given(counts, st.integers(0, 5000))
def test_equal_weights_change_nothing(draws: list[int], seen: int):
    assert crps_weighted(draws, np.full(len(draws), 3.0), seen) == pytest.approx(
        crps_draws(draws, seen), abs=1e-6
    )


@given(counts, st.integers(0, 5000), st.integers(1, 4))
def test_a_weight_is_as_good_as_repeating_the_draw(draws: list[int], seen: int, times: int):
    weights = [times, *[1] * (len(draws) - 1)]
    repeated = [draws[0]] * times + draws[1:]
    assert crps_weighted(draws, weights, seen) == pytest.approx(crps_draws(repeated, seen), abs=1e-6)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 120))
def test_interval_score_agrees_with_scoringrules(low: int, width: int, seen: int):
    theirs = scoringrules.interval_score(float(seen), float(low), float(low + width), alpha=0.1)
    assert interval_score(low, low + width, seen, level=0.9) == pytest.approx(theirs)


def test_the_true_chance_earns_the_best_brier_score():
    p = 0.3
    expected = {q: p * brier(q, True) + (1 - p) * brier(q, False) for q in np.linspace(0, 1, 101)}
    assert min(expected, key=expected.__getitem__) == pytest.approx(p)


@given(counts, st.integers(0, 5000))
def test_pit_shares_sum_to_one(draws: list[int], seen: int):
    assert pit_histogram(draws, seen).sum() == pytest.approx(1)


def test_pit_is_flat_when_the_forecast_is_the_truth():
    rng = np.random.default_rng(5)
    cases = 4000
    draws, seen = rng.poisson(3, (cases, 400)), rng.poisson(3, cases)
    # A bin's share has a standard deviation of at most sqrt(.1 * .9 / cases); 400 draws add a twentieth.
    assert np.abs(pit_histogram(draws, seen) - 0.1).max() < 4.2 * np.sqrt(0.09 / cases)
