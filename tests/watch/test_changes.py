"""Change points: against hand, in law, and where the regime plainly changes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.watch.changes import HAZARD, change_months, run_lengths, short_run


def student(x: float, freedom: float, spread: float) -> float:
    """Density of a Student t around 2 with that scale squared."""
    constant = math.gamma((freedom + 1) / 2) / math.gamma(freedom / 2) / math.sqrt(freedom * math.pi * spread)
    return constant * (1 + (x - 2) ** 2 / freedom / spread) ** (-(freedom + 1) / 2)


def test_the_first_month_begins_a_run_with_the_hazard():
    np.testing.assert_allclose(run_lengths(np.array([7.0]))[0], [HAZARD, 1 - HAZARD])


def test_two_months_as_worked_by_hand():
    """Adams and MacKay eq. 3: grown and begun runs, each weighed by its own predictive density."""
    first, second = math.log1p(6.0), math.log1p(40.0)
    fresh = student(second, 4, 0.5 * 1.2 / (2 * 0.2))
    mean = (0.2 * 2 + first) / 1.2
    scale = 0.5 + 0.2 * (first - 2) ** 2 / 2.4
    grown = student(second - mean + 2, 5, scale * 2.2 / (2.5 * 1.2))
    joint = np.array([0, HAZARD * fresh, (1 - HAZARD) * grown]) * (1 - HAZARD)
    joint[0] = HAZARD * (HAZARD * fresh + (1 - HAZARD) * grown)
    np.testing.assert_allclose(run_lengths(np.array([6.0, 40.0]))[1], joint / joint.sum())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_beliefs_add_up_and_a_change_this_very_month_is_as_likely_as_the_hazard(counts: list[int]):
    beliefs = run_lengths(np.array(counts, dtype=float))
    np.testing.assert_allclose(beliefs.sum(axis=1), 1)
    np.testing.assert_allclose(beliefs[:, 0], HAZARD)


def test_a_tenfold_rise_is_a_change_and_one_bad_month_is_none():
    rng = np.random.default_rng(5)
    calm, war = rng.poisson(8, 36).astype(float), rng.poisson(90, 6).astype(float)
    assert short_run(np.concatenate([calm, war]))[37] > 0.5
    assert change_months(np.concatenate([calm, war])) == [36]
    bursty = rng.negative_binomial(1.5, 0.05, 48).astype(float)
    assert (short_run(bursty)[12:] < 0.5).mean() > 0.9


def test_an_unknown_month_tells_nothing_about_the_regime():
    known = short_run(np.array([5.0, 6, 5, 6, 5, 6]))[-1]
    gap = short_run(np.array([5.0, 6, 5, np.nan, 5, 6]))[-1]
    assert gap == pytest.approx(known, abs=0.05)


def test_no_month_is_judged_by_a_later_one():
    counts = np.array([5.0, 6, 5, 60, 70, 80])
    np.testing.assert_allclose(short_run(counts)[:3], short_run(counts[:3]))
