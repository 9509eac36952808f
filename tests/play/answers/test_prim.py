"""PRIM finds what was planted, and says nothing where there is nothing."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from brink.errors import BadPlay
from brink.play.answers.box import Box, Stretch
from brink.play.answers.discovery import Reading, failure, said
from brink.play.answers.grid import Grid
from brink.play.answers.prim import discover, measured, reproduced, trajectory


@pytest.fixture(scope="module")
def planted() -> tuple[np.ndarray, np.ndarray]:
    """A case when x0 > 0.6 and the kind in column 2 is 3, with one mark in twenty wrong."""
    rng = np.random.default_rng(8)
    x = np.column_stack([rng.random(3000), rng.random(3000), rng.integers(1, 5, 3000), rng.random(3000)])
    case = (x[:, 0] > 0.6) & (x[:, 2] == 3)
    return x, case ^ (rng.random(3000) < 0.05)


def test_the_planted_box_is_found(planted):
    found = discover(*planted)
    assert found is not None
    assert sorted(found.box.columns) == [0, 2]
    assert found.box.numbers[0].low == pytest.approx(0.6, abs=0.05)
    assert np.isinf(found.box.numbers[0].high)
    assert found.box.kinds[2] == frozenset([3.0])
    assert found.density > 0.9


def test_the_planted_limits_come_back_in_half_samples(planted):
    found = discover(*planted)
    assert found is not None
    assert min(reproduced(*planted, found, draws=5).values()) >= 0.8


def test_boxes_of_the_trajectory_shrink_and_grow_denser(planted):
    x, case = planted
    found = [measured(x, case, box) for box in trajectory(x, case)]
    assert all(a.mass > b.mass and a.density < b.density for a, b in itertools.pairwise(found))


def test_coverage_density_and_quasi_p_by_hand():
    x = np.array([[0.1], [0.2], [0.3], [0.4], [0.5]])
    case = np.array([True, False, False, True, True])
    found = measured(x, case, Box(numbers={0: Stretch(low=0.4)}))
    assert (found.coverage, found.density, found.mass) == (pytest.approx(2 / 3), 1, 0.4)
    # two cases of two at a density of 3/5 outside the limit
    assert found.quasi_p == {0: pytest.approx(0.36)}


def test_noise_alone_gives_no_limit_that_a_reader_is_shown():
    rng = np.random.default_rng(9)
    x, case = rng.random((2000, 6)), rng.random(2000) < 0.3
    grid = a_grid_of(x)
    shown = failure(grid, "strike", case, lambda name: Reading(name))
    assert shown.found is None
    assert "no set of parameters" in said(shown)


def test_all_or_nothing_is_said():
    grid = a_grid_of(np.random.default_rng(1).random((100, 2)))
    nowhere = failure(grid, "strike", np.zeros(100, dtype=bool), lambda name: Reading(name))
    everywhere = failure(grid, "strike", np.ones(100, dtype=bool), lambda name: Reading(name))
    few = failure(grid, "strike", np.arange(100) < 7, lambda name: Reading(name))
    assert [f.because for f in (nowhere, everywhere)] == ["fails nowhere", "fails everywhere"]
    assert few.because == "fails at 7 points only, too few to describe"


def test_where_it_mostly_fails_it_is_said_when_it_works(planted):
    x, case = planted
    shown = failure(a_grid_of(x), "strike", ~case, lambda name: Reading(name))
    assert shown.describes == "works"
    assert said(shown).startswith("it works more often where ")


def test_a_box_is_said_in_words(planted):
    x, case = planted
    names = {"p0": Reading("recruits", "people a month"), "p2": Reading("motive", kinds={3.0: "leverage"})}
    shown = failure(a_grid_of(x), "strike", case, lambda name: names.get(name, Reading(name)))
    assert set(shown.conditions) == {"“motive” is leverage", "“recruits” is at least 0.6 people a month"}
    assert said(shown).startswith("it fails more often where ")


def test_marks_and_points_must_match():
    with pytest.raises(BadPlay, match="2 marks for 3 points"):
        trajectory(np.zeros((3, 1)), np.array([True, False]))


def a_grid_of(x: np.ndarray) -> Grid:
    futures = {"hold": np.zeros((len(x), 1)), "strike": np.ones((len(x), 1))}
    names = [f"p{i}" for i in range(x.shape[1])]
    return Grid.of(futures, outcomes=("deaths",), parameters=x, names=names, baseline="hold")
