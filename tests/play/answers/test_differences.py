"""Differences in the same futures, with what is chance and what is ignorance told apart."""

from __future__ import annotations

import numpy as np
import pytest

from brink.errors import BadPlay
from brink.play.answers.differences import (
    chance_share,
    difference,
    futures_needed,
    running_half_width,
    standard_error,
)
from brink.play.answers.grid import Grid, weighted_quantile


def a_grid(options: dict[str, list[list[float]]], weights: list[float] | None = None) -> Grid:
    """A grid of one outcome from [repeats][points] for each option."""
    futures = {name: np.array(rows, dtype=float).reshape(-1, 1) for name, rows in options.items()}
    points = len(next(iter(options.values()))[0])
    return Grid.of(
        futures,
        outcomes=("deaths",),
        parameters=np.arange(points, dtype=float).reshape(-1, 1),
        names=("theta",),
        baseline="hold",
        weights=None if weights is None else np.array(weights),
    )


def test_a_future_belongs_to_the_point_of_its_number_modulo_the_points():
    grid = a_grid({"hold": [[1, 2, 3], [4, 5, 6]]})
    assert grid.outcome("hold", "deaths")[:, 1].tolist() == [2, 5]


def test_the_mean_difference_pairs_the_same_future_by_hand():
    grid = a_grid({"hold": [[10, 20], [12, 26]], "strike": [[13, 18], [11, 25]]})
    found = difference(grid, "strike", "deaths")
    # differences: +3, -2, -1, -1; by point +1 and -1.5
    assert found.mean == pytest.approx(-0.25)
    assert (found.less, found.more) == (0.75, 0.25)


def test_the_baseline_differs_from_itself_by_nothing():
    found = difference(a_grid({"hold": [[3, 8], [4, 1]]}), "hold", "deaths")
    assert (found.mean, found.low, found.high, found.futures_low, found.futures_high) == (0, 0, 0, 0, 0)


def test_weights_move_the_mean_towards_the_points_believed_more():
    grid = a_grid({"hold": [[0, 0]], "strike": [[4, -8]]}, weights=[3, 1])
    assert difference(grid, "strike", "deaths").mean == pytest.approx(1.0)


def test_the_standard_error_counts_points_and_not_futures():
    # sd of 1, 2, 6 with n-1 is sqrt(7); over sqrt(3) points
    assert standard_error(np.array([1.0, 2.0, 6.0]), np.full(3, 1 / 3)) == pytest.approx((7 / 3) ** 0.5)


def test_chance_share_by_hand():
    values = np.array([[1.0, 10.0], [3.0, 14.0]])
    # within: variances 2 and 8, mean 5; means 2 and 12, spread 25, less 5/2 of noise: 22.5
    assert chance_share(values, np.array([0.5, 0.5])) == pytest.approx(5 / 27.5)


def test_pure_chance_is_all_chance_and_no_chance_is_none():
    rng = np.random.default_rng(3)
    assert chance_share(rng.normal(size=(200, 500)), np.full(500, 1 / 500)) > 0.98
    assert chance_share(np.broadcast_to(np.arange(5.0), (4, 5)), np.full(5, 0.2)) == 0


def test_the_running_interval_narrows_and_ends_with_all_futures():
    rng = np.random.default_rng(5)
    rows = rng.normal(size=(4, 900))
    grid = a_grid({"hold": np.zeros((4, 900)).tolist(), "strike": rows.tolist()})
    widths = running_half_width(grid, "strike", "deaths")
    assert widths[-1][0] == 3600
    assert widths[-1][1] == pytest.approx(1.645 * 0.5 / 30, rel=0.1)
    assert widths[0][1] > 3 * widths[-1][1]


def test_a_weighted_quantile_by_hand():
    values, weights = np.array([5.0, 1.0, 9.0]), np.array([0.5, 0.2, 0.3])
    assert [weighted_quantile(values, weights, level) for level in (0.2, 0.21, 0.7, 0.71)] == [1, 5, 5, 9]


def test_futures_that_are_no_whole_repeats_are_refused():
    with pytest.raises(BadPlay, match="play a multiple of 3"):
        Grid.of(
            {"hold": np.zeros((4, 1))},
            outcomes=("deaths",),
            parameters=np.zeros((3, 1)),
            names=("t",),
            baseline="hold",
        )


def test_an_unknown_outcome_names_those_there_are():
    with pytest.raises(BadPlay, match="outcomes: deaths; did you mean deaths"):
        a_grid({"hold": [[1.0]]}).outcome("hold", "death")


def test_one_point_alone_tells_no_number_of_futures_that_would_do():
    assert futures_needed(a_grid({"hold": [[1], [2]], "strike": [[3], [5]]}), "strike", "deaths") is None
