"""Effects split by mechanism, and variance split by parameter."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.errors import BadPlay
from brink.play.answers.attribution import one_off, shapley, shapley_by_orders
from brink.play.answers.sensitivity import design, indices, sobol

NAMES = ("fear", "revenge", "reply")


def effect(off: frozenset[str]) -> float:
    """Fear alone saves 10; revenge and reply cost 4 only together; 1 has no mechanism."""
    fear = -10.0 if "fear" not in off else 0.0
    spiral = 4.0 if not off & {"revenge", "reply"} else 0.0
    return fear + spiral + 1.0


def test_one_off_counts_what_works_together_twice_and_says_so():
    found = one_off(effect, NAMES)
    assert found.total == -5
    assert found.shares == {"fear": -10, "revenge": 4, "reply": 4}
    assert found.remainder == -5 - (-2)


def test_shapley_shares_what_works_together():
    found = shapley(effect, NAMES)
    assert found.shares == {
        "fear": pytest.approx(-10),
        "revenge": pytest.approx(2),
        "reply": pytest.approx(2),
    }
    assert found.remainder == 1


@given(st.lists(st.floats(-10, 10), min_size=8, max_size=8))
def test_every_split_adds_up_to_the_whole(values):
    subsets = [frozenset(s) for n in range(4) for s in itertools.combinations(NAMES, n)]
    table = dict(zip(subsets, values, strict=True))
    for found in (
        one_off(table.__getitem__, NAMES),
        shapley(table.__getitem__, NAMES),
        shapley_by_orders(table.__getitem__, NAMES, orders=3),
    ):
        assert sum(found.shares.values()) + found.remainder == pytest.approx(found.total)


def test_random_orders_come_to_the_exact_value():
    found = shapley_by_orders(effect, NAMES, orders=2)
    # an order and its reverse share a pair that works together evenly
    assert found.shares["revenge"] == pytest.approx(2)


def ishigami(rows: np.ndarray) -> np.ndarray:
    """sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on (-pi, pi) (Ishigami and Homma 1990)."""
    x = np.pi * (2 * rows - 1)
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def test_sobol_indices_of_the_ishigami_function():
    a, b = 7.0, 0.1
    variance = a**2 / 8 + b * np.pi**4 / 5 + b**2 * np.pi**8 / 18 + 0.5
    first = np.array([0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8, 0]) / variance
    total = first + np.array([1, 0, 1]) * (8 * b**2 * np.pi**8 / 225) / variance
    for found, s, t in zip(sobol(ishigami, ("x1", "x2", "x3"), n=16384), first, total, strict=True):
        assert abs(found.first - s) < 4 * found.first_error
        assert abs(found.total - t) < 4 * found.total_error
        assert found.total_error < 0.015


def test_the_estimators_by_hand():
    # f(A) = 1, 5; f(B) = 4, 2; f(A_B) = 3, 1: mean 3, variance 2.5
    plan = design(2, 1)
    (found,) = indices(plan, np.array([1.0, 5, 4, 2, 3, 1]), ("x",))
    # first: (1 x 2 + -1 x -4) / 2 / 2.5; total: (4 + 16) / 2 / 2 / 2.5
    assert (found.first, found.total) == (pytest.approx(1.2), pytest.approx(2.0))


def test_a_constant_has_no_indices():
    assert sobol(lambda rows: np.ones(len(rows)), ("x",), n=8)[0].total == 0


def test_a_design_needs_a_power_of_two():
    with pytest.raises(BadPlay, match="1000 base rows"):
        design(1000, 3)
