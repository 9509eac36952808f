"""CRPS of a few quantiles against sums done by hand and against draws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.errors import BadForecast
from brink.forecast.scores import crps_draws, crps_quantiles, log_crps_quantiles, quantile_at


def test_crps_of_two_quantiles_is_the_integral_worked_by_hand():
    # Q = 10 up to u = .25, 40u to u = .75, then 30. At y = 35 every part of Q lies below y:
    # 2·25·(.25²/2) + [35u² - 80/3 u³] from .25 to .75 + 5·(1 - .75²) = 1.5625 + 6.6667 + 2.1875
    assert crps_quantiles({0.25: 10, 0.75: 30}, 35) == pytest.approx(10.4166667)
    # At y = 20 it is passed at u = .5: 10·.25² + .8333 on the left, and the same on the right.
    assert crps_quantiles({0.25: 10, 0.75: 30}, 20) == pytest.approx(2 * (0.625 + 5 / 6))


def test_crps_of_one_quantile_is_the_distance():
    assert crps_quantiles({0.5: 4}, 7.5) == pytest.approx(3.5)


quantile_sets = st.lists(st.floats(0, 1000), min_size=1, max_size=6).map(
    lambda values: dict(zip(np.linspace(0.1, 0.9, len(values)), sorted(values), strict=True))
)


@given(quantile_sets, st.floats(0, 1200))
def test_crps_of_quantiles_is_that_of_many_draws_of_its_quantile_function(
    quantiles: dict[float, float], observed: float
):
    levels = (np.arange(4000) + 0.5) / 4000
    draws = [quantile_at(quantiles, float(u)) for u in levels]
    # The estimator over M draws exceeds the integral by at most its spread over M.
    off = (max(draws) - min(draws)) / 4000 + 1e-9
    assert crps_quantiles(quantiles, observed) == pytest.approx(float(crps_draws(draws, observed)), abs=off)


def test_log_crps_scores_factors():
    near = log_crps_quantiles({0.25: 99, 0.75: 99}, 999)
    assert near == pytest.approx(np.log(10))


def test_quantiles_out_of_order_are_refused():
    with pytest.raises(BadForecast, match="do not fall"):
        crps_quantiles({0.1: 5, 0.9: 3}, 4)
