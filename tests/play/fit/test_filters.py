"""The filters follow the mechanisms, and their likelihoods are those of the model."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import nbinom

from brink.play.fit.attack_filter import Seen, filtered, known_part, stocks
from brink.play.fit.deaths import filtered_deaths
from brink.play.fit.streams import log_lomax, log_negative_binomial
from brink.play.model.history import Counts
from brink.play.model.mechanisms.attacks import background, by_part, intensity, season_factor
from brink.play.model.mechanisms.rivals import lomax
from brink.play.model.priors import generic_parameters

RNG = np.random.default_rng(5)
COUNTS = np.array([4.0, 9.0, 7.0])


def seen(**given: np.ndarray) -> Seen:
    nothing = np.zeros(3)
    rest = dict.fromkeys(("truce", "shock", "leaderless", "after_takeover", "released"), nothing)
    return Seen(attacks=COUNTS, deaths=3 * COUNTS, calendar_month=11, **{**rest, **given})


def one_point(**given: float) -> dict[str, np.ndarray]:
    values = {
        "level_then": math.log(6.0),
        "attacks.dispersion": 5.0,
        "attacks.drift": 0.0,
        "attacks.season": 1.0,
        "attacks.takeover_step": 0.0,
        "truce.attacks": 1.0,
        "strike.effect": 0.0,
        "leader.attacks": 1.0,
        "feedback": 0.0,
        "memory": 0.0,
        "growth": 0.0,
    }
    return {name: np.array([value]) for name, value in {**values, **given}.items()}


def log_p(count: float, mean: float, size: float = 5.0) -> float:
    return float(nbinom.logpmf(count, size, size / (size + mean)))


def test_without_a_hidden_level_the_likelihood_is_that_of_the_mechanism_month_by_month():
    values = one_point(feedback=0.4, memory=0.7, growth=0.05, **{"truce.attacks": 0.5, "attacks.season": 1.2})
    found = filtered(values, seen(truce=np.array([0.0, 0.6, 0.0])), particles=4, rng=RNG)
    excitation = 6.0
    for month, count in enumerate(COUNTS):
        base = background(6.0, 0.0, 0.05 * month, 1.0, 1.0, 0.0)
        factor = by_part(0.5, 0.6 * (month == 1)) * season_factor(month, 11.0, 1.2)
        mean = intensity(base, excitation, 0.4) * factor
        assert found.monthly[0, month] == pytest.approx(log_p(count, mean))
        excitation = 0.7 * excitation + 0.3 * count / factor
    assert found.ends["start_excitation"][0] == pytest.approx(excitation)
    assert found.ends["attacks_level"][0] == pytest.approx(6.0 * math.exp(0.1))


def test_with_a_hidden_level_the_likelihood_is_its_average_over_walks():
    values = {name: np.repeat(value, 400) for name, value in one_point(**{"attacks.drift": 0.3}).items()}
    found = filtered(values, seen(), particles=64, rng=RNG)
    walks = np.concatenate([np.zeros((200_000, 1)), 0.3 * RNG.standard_normal((200_000, 2))], axis=1).cumsum(
        axis=1
    )
    mean = 6.0 * np.exp(walks)
    exact = np.exp(nbinom.logpmf(COUNTS, 5.0, 5.0 / (5.0 + mean)).sum(axis=1))
    likelihood = np.exp(found.monthly.sum(axis=1))
    error = math.hypot(likelihood.std() / math.sqrt(400), exact.std() / math.sqrt(len(exact)))
    assert likelihood.mean() == pytest.approx(exact.mean(), abs=4 * error)


def test_stocks_of_a_month_are_kept_as_by_the_fighters_mechanism():
    values = {
        "sanctuary_then": np.array([4000.0]),
        "inside_then": np.array([1000.0]),
        "fighters.recruits": np.array([60.0]),
        "fighters.infiltration": np.array([0.02]),
        "fighters.arrests": np.array([0.02]),
        "fighters.prison_release": np.array([300.0]),
        "deaths.state_share": np.array([0.5]),
        "deaths.civilian_share": np.array([0.1]),
    }
    kept = stocks(values, seen(released=np.array([0.0, 1.0, 0.0])))
    # 4000 + 60 - 80; then + 60 + 150 - 79.6. 1000 + 80 - 20; then + 79.6 + 150 - 21.2 - 0.4 x 12.
    assert kept.sanctuary[:3, 0] == pytest.approx([4000, 3980, 4110.4])
    assert kept.inside[:3, 0] == pytest.approx([1000, 1060, 1263.6])


def test_known_factors_multiply():
    values = one_point(**{"leader.attacks": 1.3, "strike.effect": math.log(0.8)})
    factor = known_part(values, seen(shock=np.array([1.0, 0.5, 0.0]), leaderless=np.array([0.0, 1.0, 0.5])))
    assert factor[:, 0] == pytest.approx([0.8, 1.3 * 0.9, 1.15])


def test_deaths_without_drift_or_tail_are_negative_binomial():
    parameters = generic_parameters()
    tail = (parameters["deaths.tail_start", None], parameters["deaths.cap", None])
    values = {
        "severity_then": np.array([math.log(2.5)]),
        "deaths.drift": np.array([0.0]),
        "deaths.shape": np.array([1.5]),
        "deaths.tail_share": np.array([0.0]),
        "deaths.tail_exponent": np.array([2.3]),
    }
    found = filtered_deaths(values, Counts(COUNTS, 3 * COUNTS), tail, particles=4, rng=RNG)
    for month, events in enumerate(COUNTS):
        assert found.monthly[0, month] == pytest.approx(log_p(3 * events, 2.5 * events, 1.5 * events))


def test_a_month_that_killed_dozens_speaks_for_the_tail():
    parameters = generic_parameters()
    tail = (parameters["deaths.tail_start", None], parameters["deaths.cap", None])
    values = {
        "severity_then": np.full(2, math.log(2.0)),
        "deaths.drift": np.full(2, 1e-3),
        "deaths.shape": np.full(2, 1.5),
        "deaths.tail_share": np.array([0.001, 0.05]),
        "deaths.tail_exponent": np.full(2, 2.3),
    }
    found = filtered_deaths(
        values, Counts(COUNTS, np.array([8.0, 90.0, 15.0])), tail, particles=2000, rng=RNG
    )
    assert found.monthly[1, 1] > found.monthly[0, 1] + 1


def test_the_lomax_likelihood_is_that_of_its_draws():
    u = np.linspace(0.0005, 0.9995, 1000)
    drawn = np.array([lomax(x, 6.0, 1.8) for x in u])
    for deaths in (0.0, 3.0, 12.0):
        share = np.exp(log_lomax(np.array([deaths]), np.array([6.0]), np.array([1.8])))[0]
        assert np.mean(drawn == deaths) == pytest.approx(share, abs=2e-3)


def test_the_negative_binomial_likelihood_agrees_with_scipy():
    assert log_negative_binomial(np.array(7.0), np.array(4.5), np.array(2.5)) == pytest.approx(
        log_p(7.0, 4.5, 2.5)
    )
