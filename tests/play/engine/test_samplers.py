"""A sampler gives the quantile itself, held against SciPy's distribution functions."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from scipy import special, stats

from brink.play.engine import samplers
from brink.play.engine.compiled import compiled
from brink.play.engine.half import negative_binomial_of_half

SLACK = 2e-12
"""Nearer than this to the distribution function, rounding on either side decides; cells are 2e-10 wide."""


def uniforms(count: int) -> np.ndarray:
    """Middles of 32-bit cells as the generator gives them: both ends, and many in between."""
    inner = np.random.default_rng(5).integers(0, 2**32, count)
    ends = [0, 1, 2, 100, 10_000, 2**31, 2**32 - 10_000, 2**32 - 3, 2**32 - 1]
    return (np.concatenate([ends, inner]) + 0.5) / 2**32


def is_the_quantile(n: np.ndarray, u: np.ndarray, cdf: Callable[[np.ndarray], np.ndarray]) -> bool:
    below = np.where(n > 0, cdf(np.maximum(n - 1, 0)), 0.0)
    return bool(np.all(n == np.floor(n)) and np.all(cdf(n) >= u - SLACK) and np.all(below < u + SLACK))


def drawn(name: str, u: np.ndarray, *given: float) -> np.ndarray:
    return np.asarray(compiled(getattr(samplers, name))(u, *given))


@pytest.mark.parametrize("mean", [1e-6, 0.3, 1, 7.7, 16, 16.01, 23, 63, 200, 777, 5_000, 1e5])
def test_poisson_is_the_quantile(mean: float):
    u = uniforms(4_000)
    n = drawn("poisson", u, mean)
    assert is_the_quantile(n, u, lambda k: special.pdtr(k, mean))


@pytest.mark.parametrize("dispersion", [0.05, 0.5, 2.5, 12.0, 400.0])
@pytest.mark.parametrize("mean", [0.01, 0.8, 9.5, 55.0, 400.0, 3_000.0])
def test_negative_binomial_is_the_quantile(mean: float, dispersion: float):
    u = uniforms(1_000)
    n = drawn("negative_binomial", u, mean, dispersion)
    share = dispersion / (dispersion + mean)
    assert is_the_quantile(n, u, lambda k: special.betainc(dispersion, k + 1, share))


@pytest.mark.parametrize("mean", [0.01, 0.8, 4.0, 9.5, 55.0, 400.0, 3_000.0])
def test_negative_binomial_of_dispersion_one_half_is_the_quantile(mean: float):
    u = uniforms(4_000)
    n = np.asarray(compiled(negative_binomial_of_half)(u, mean))
    assert is_the_quantile(n, u, lambda k: special.betainc(0.5, k + 1, 0.5 / (0.5 + mean)))


def test_negative_binomial_of_dispersion_one_half_steps_where_the_sum_does():
    mean, n = np.meshgrid([0.9, 7.0, 60.0, 700.0], np.arange(3.0, 150.0))
    at = special.betainc(0.5, n + 1, 0.5 / (0.5 + mean))
    mean, n, at = mean[at < 0.999], n[at < 0.999], at[at < 0.999]
    found = compiled(negative_binomial_of_half)
    below, above = (np.asarray(found(at + gap, mean)) for gap in (-1e-11, 1e-11))
    assert np.array_equal(below, n)
    assert np.array_equal(above, n + 1)


@pytest.mark.parametrize("size", [1, 4, 37, 600, 7_000, 250_000])
@pytest.mark.parametrize("probability", [1e-4, 0.02, 0.3, 0.5, 0.71, 0.99, 0.9999])
def test_binomial_is_the_quantile(size: int, probability: float):
    u = uniforms(700)
    n = drawn("binomial", u, size, probability)
    assert n.max() <= size
    assert is_the_quantile(n, u, lambda k: stats.binom.cdf(k, size, probability))


def on_either_side(levels: np.ndarray) -> np.ndarray:
    """Uniforms just below and just above each level, where a wrong quantile would show."""
    inside = levels[(levels > 1e-9) & (levels < 1 - 1e-9)]
    return np.concatenate([inside - 3 * SLACK, inside + 3 * SLACK])


@pytest.mark.parametrize("mean", [16.0, 16.7, 19.1, 31, 90.5, 301, 2_000])
def test_poisson_is_right_on_either_side_of_every_step(mean: float):
    u = on_either_side(special.pdtr(np.arange(int(mean + 8 * mean**0.5)), mean))
    assert is_the_quantile(drawn("poisson", u, mean), u, lambda k: special.pdtr(k, mean))


@pytest.mark.parametrize("variance", [16.0, 17.3, 29.0, 140.0])
@pytest.mark.parametrize("probability", [0.001, 0.08, 0.3, 0.5, 0.6, 0.93, 0.999])
def test_binomial_is_right_on_either_side_of_every_step(variance: float, probability: float):
    size = int(np.ceil(variance / probability / (1 - probability)))
    u = on_either_side(stats.binom.cdf(np.arange(size), size, probability))
    assert is_the_quantile(
        drawn("binomial", u, size, probability), u, lambda k: stats.binom.cdf(k, size, probability)
    )


@pytest.mark.parametrize(("exponent", "least", "most"), [(2.2, 5, 300), (1.8, 1, 40), (3.4, 20, 1e6)])
def test_power_law_tail_is_the_quantile(exponent: float, least: float, most: float):
    u = uniforms(20_000)
    beyond = ((most + 1) / least) ** (1 - exponent)
    n = drawn("power_law_tail", u, exponent, least, most)
    assert n.min() >= least and n.max() <= most

    def cdf(k: np.ndarray) -> np.ndarray:
        above = (np.maximum(k + 1, least) / least) ** (1 - exponent)
        return 1 - np.maximum(above - beyond, 0) / (1 - beyond)

    assert is_the_quantile(n, u, cdf)


def test_power_law_tail_by_hand():
    # P(X >= 10) is (10 / 5)^-1.5 = 0.35355 before the cut, so u = 0.64 falls at 9 and u = 0.65 at 10.
    assert samplers.power_law_tail(0.64, 2.5, 5.0, 1e9) == 9
    assert samplers.power_law_tail(0.65, 2.5, 5.0, 1e9) == 10


def test_normal_is_the_quantile():
    u = uniforms(50_000)
    assert drawn("normal", u) == pytest.approx(special.ndtri(u), rel=1e-14, abs=1e-15)


def test_negative_binomial_by_hand():
    # Mean 3, k 2: q = 0.6, P(0) = 0.16, P(1) = 0.192, P(2) = 0.1728, so 0.53 needs a 3.
    assert [samplers.negative_binomial(u, 3.0, 2.0) for u in (0.15, 0.17, 0.36, 0.53)] == [0, 1, 2, 3]


def test_a_count_has_an_end_however_near_to_one_the_uniform_is():
    near = 1.0 - 2.0**-53
    assert samplers.poisson(near, 3.0) == stats.poisson.ppf(1 - 1e-12, 3.0)
    # P(N > n) is share^(n + 1) at a dispersion of 1; 8 / 9 to the 235th is the first below 1e-12.
    assert samplers.negative_binomial(near, 8.0, 1.0) == 234


@settings(max_examples=300, deadline=None)
@given(
    u=some.floats(1e-9, 1 - 1e-9),
    mean=some.floats(0, 500),
    more=some.floats(0, 50),
    dispersion=some.floats(0.1, 50),
)
def test_more_chance_or_a_higher_mean_never_gives_less(u: float, mean: float, more: float, dispersion: float):
    higher = u + (1 - u) / 2
    assert samplers.poisson(u, mean) <= samplers.poisson(higher, mean)
    assert samplers.poisson(u, mean) <= samplers.poisson(u, mean + more)
    assert samplers.negative_binomial(u, mean, dispersion) <= samplers.negative_binomial(
        u, mean + more, dispersion
    )
    assert samplers.binomial(u, 900, mean / 600) <= samplers.binomial(u, 900, (mean + more) / 600)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("poisson", (-1.0,)),
        ("negative_binomial", (3.0, 0.0)),
        ("binomial", (10.0, 1.1)),
        ("power_law_tail", (1.0, 5.0, 300.0)),
    ],
)
def test_a_question_without_an_answer_gives_no_number(name: str, wrong: tuple[float, ...]):
    assert math.isnan(getattr(samplers, name)(0.5, *wrong))
    assert math.isnan(compiled(getattr(samplers, name))(0.5, *wrong))
