"""Regret, limits, worst cases and trade-offs, each worked by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from brink.errors import BadPlay
from brink.play.answers.grid import Grid, Measure
from brink.play.answers.robustness import (
    Bound,
    kept,
    mean_of_worst,
    regret_by_point,
    regrets,
    worst_variant,
)
from brink.play.answers.tradeoffs import efficient_share, front, undominated

DEATHS = Measure("deaths", "people")


@pytest.fixture
def three_points() -> Grid:
    """Hold, strike and talk at three points of one future each; deaths, then money."""
    futures = {
        "hold": np.array([[10.0, 5], [20, 5], [30, 5]]),
        "strike": np.array([[5.0, 1], [40, 1], [33, 1]]),
        "talk": np.array([[12.0, 4], [15, 4], [36, 4]]),
    }
    motive = np.array([[1.0], [2.0], [1.0]])
    return Grid.of(
        futures, outcomes=("deaths", "money"), parameters=motive, names=("motive",), baseline="hold",
        weights=np.array([0.5, 0.3, 0.2]),
    )  # fmt: skip


def test_regret_by_hand(three_points):
    # best 5, 15, 30; hold loses 5, 5, 0; strike 0, 25, 3; talk 7, 0, 6
    hold, strike, talk = regrets(three_points, DEATHS)
    assert (hold.worst, hold.ninetieth, hold.mean) == (5, 5, pytest.approx(4.0))
    assert (strike.worst, strike.ninetieth, strike.mean) == (25, 25, pytest.approx(8.1))
    assert (talk.worst, talk.mean) == (7, pytest.approx(4.7))


def test_regret_looks_for_the_best_only_among_what_can_be_paid(three_points):
    found = {row.option: row for row in regrets(three_points, DEATHS, among=["hold", "talk"])}
    assert found["hold"].worst == 5
    assert found["strike"].mean == pytest.approx(0.5 * -5 + 0.3 * 25 + 0.2 * 3)


def test_regret_without_any_option_says_so(three_points):
    with pytest.raises(BadPlay, match="at least one"):
        regrets(three_points, DEATHS, among=[])


def test_limits_kept_by_hand(three_points):
    bounds = [Bound("deaths", None, 20, "deaths"), Bound("money", 2, None, "money")]
    found = kept(three_points, "hold", bounds)
    assert found.share == pytest.approx(0.8)
    assert found.each == {"deaths": pytest.approx(0.8), "money": pytest.approx(1.0)}
    assert kept(three_points, "strike", bounds).share == 0


def test_no_limit_is_not_kept_silently(three_points):
    with pytest.raises(BadPlay, match="no limits"):
        kept(three_points, "hold", [])


def test_the_mean_of_the_worst_tenth_takes_part_of_a_point():
    losses, weights = np.array([1.0, 9.0, 4.0]), np.array([0.94, 0.04, 0.02])
    # the worst tenth: all of 0.04 at 9, all of 0.02 at 4, 0.04 of the point at 1
    assert mean_of_worst(losses, weights) == pytest.approx((0.36 + 0.08 + 0.04) / 0.1)


def test_the_worst_variant_is_named(three_points):
    assert worst_variant(three_points, "strike", DEATHS, ["motive"]) == ("motive 2", 40)


def test_more_money_is_better():
    assert Measure("money", "USD", more_is_better=True).loss(np.array([3.0])).tolist() == [-3]


@given(arrays(float, (4, 6), elements=st.integers(-50, 50).map(float)))
def test_regret_is_never_negative_and_some_option_has_none(losses):
    found = regret_by_point(losses)
    assert (found >= 0).all()
    assert (found.min(axis=0) == 0).all()


def test_undominated_by_hand():
    losses = np.array([[1.0, 5], [2, 2], [3, 3], [5, 1], [2, 2]])
    assert undominated(losses).tolist() == [True, True, False, True, True]


@given(arrays(float, (6, 3), elements=st.integers(0, 9).map(float)))
def test_something_is_always_undominated_and_dominates_all_the_rest(losses):
    on = undominated(losses)
    assert on.any()
    for row in losses[~on]:
        assert any((other <= row).all() and (other < row).any() for other in losses[on])


@given(arrays(float, (5, 2), elements=st.integers(0, 9).map(float)), st.permutations(range(5)))
def test_the_front_does_not_hang_on_the_order(losses, order):
    assert undominated(losses[list(order)]).tolist() == undominated(losses)[list(order)].tolist()


def test_front_of_a_grid_and_how_sure_it_is(three_points):
    measures = [DEATHS, Measure("money", "USD", more_is_better=True)]
    assert front(three_points, measures, among=["hold", "strike", "talk"]) == ["hold"]
    shares = efficient_share(three_points, measures, among=["hold", "strike", "talk"])
    assert shares["hold"] == 1
    assert shares["strike"] < 0.5
