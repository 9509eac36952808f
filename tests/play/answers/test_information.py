"""What knowing is worth, and where the ranking turns."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from brink.errors import BadPlay
from brink.play.answers.flips import best_under, means_by_answer, ranking
from brink.play.answers.information import perfect_information, worth_of_answer, worth_of_parameter

OPTIONS = ("talk", "strike")
# Two hypotheses, weights 0.6 and 0.4; talking costs 10 lives under the first and 30 under the
# second, striking 22 and 15. Now: talk 18, strike 19.2, so talk. Knowing: 0.6 x 10 + 0.4 x 15 = 12.
LOSSES = np.array([[10.0, 30.0], [22.0, 15.0]])
WEIGHTS = np.array([0.6, 0.4])


def test_knowing_which_of_two_hypotheses_holds_is_worth_six_lives():
    found = worth_of_answer(LOSSES, WEIGHTS, np.array(["leverage", "ruse"]), about="motive", options=OPTIONS)
    assert found.value == pytest.approx(18 - 12)
    assert found.best == {"leverage": "talk", "ruse": "strike"}


def test_knowing_everything_is_worth_the_same_where_nothing_else_is_unknown():
    assert perfect_information(LOSSES, WEIGHTS) == pytest.approx(6)


def test_an_answer_that_changes_no_choice_is_worth_nothing():
    losses = np.array([[1.0, 2, 3, 4], [2.0, 3, 4, 9]])
    even = np.full(4, 0.25)
    assert worth_of_answer(losses, even, np.array([0, 0, 1, 1]), about="x", options=OPTIONS).value == 0


@given(
    arrays(float, (3, 8), elements=st.floats(-100, 100)), st.lists(st.integers(0, 2), min_size=8, max_size=8)
)
def test_an_answer_is_worth_between_nothing_and_everything(losses, answers):
    even = np.full(8, 1 / 8)
    part = worth_of_answer(losses, even, np.array(answers), about="x", options=("a", "b", "c")).value
    assert -1e-9 <= part <= perfect_information(losses, even) + 1e-9


def a_threshold_problem(noise: float) -> tuple[np.ndarray, np.ndarray]:
    """Talk loses theta, strike 1/2 - and noise of which theta tells nothing; theta uniform."""
    rng = np.random.default_rng(11)
    theta = rng.random(4000)
    losses = np.stack([theta, np.full(4000, 0.5)]) + noise * rng.normal(size=(2, 4000))
    return losses, theta


def test_a_number_that_decides_is_worth_its_integral():
    # min(1/2, 1/2) - E[min(theta, 1/2)] = 1/2 - 3/8
    losses, theta = a_threshold_problem(noise=0)
    found = worth_of_parameter(losses, np.full(4000, 1 / 4000), theta, about="theta", options=OPTIONS)
    assert found.value == pytest.approx(1 / 8, abs=4 * 0.19 / np.sqrt(4000))
    assert list(found.best.values()) == ["talk", "strike"]


def test_a_number_that_tells_nothing_is_not_given_worth_by_noise():
    losses, _ = a_threshold_problem(noise=3.0)
    stranger = np.random.default_rng(12).random(4000)
    found = worth_of_parameter(losses, np.full(4000, 1 / 4000), stranger, about="x", options=OPTIONS)
    assert abs(found.value) < 2 * found.error


def test_the_ranking_turns_where_the_lines_cross():
    # talk 30 - 20 w, strike 15 + 7 w: equal at 15 / 27
    found = ranking(LOSSES, WEIGHTS, 0, options=OPTIONS, hypothesis="leverage")
    assert [s.option for s in found.stretches] == ["strike", "talk"]
    assert found.flips == (pytest.approx(15 / 27),)
    assert found.best_at(0.6) == "talk"


def test_the_other_hypotheses_keep_their_proportions():
    by_answer = np.array([[0.0, 10, 40], [13.0, 13, 13]])
    found = ranking(by_answer, np.array([0.2, 0.6, 0.2]), 0, options=OPTIONS, hypothesis="leverage")
    # at 0 the others weigh 3 to 1: talk loses 17.5, and 17.5 (1 - w) = 13 at w = 4.5 / 17.5
    assert found.flips == (pytest.approx(4.5 / 17.5),)


@given(arrays(float, (4, 3), elements=st.integers(0, 20).map(float)), st.floats(0, 0.999))
def test_the_best_option_of_a_stretch_is_best_everywhere_in_it(by_answer, weight):
    found = ranking(by_answer, np.array([0.5, 0.25, 0.25]), 0, options=tuple("abcd"), hypothesis="h")
    means = by_answer @ np.array([weight, (1 - weight) / 2, (1 - weight) / 2])
    assert means["abcd".index(found.best_at(weight))] == pytest.approx(means.min())
    assert found.stretches[0].start == 0 and found.stretches[-1].end == 1


def test_beliefs_are_kept_side_by_side():
    beliefs = {"prior": np.array([0.6, 0.4]), "weighed": np.array([0.2, 0.8])}
    assert best_under(LOSSES, beliefs, OPTIONS) == {
        "prior": ("talk", pytest.approx(18)), "weighed": ("strike", pytest.approx(16.4))
    }  # fmt: skip


def test_means_by_answer_need_a_point_of_each():
    losses, answer = np.array([[1.0, 2, 6]]), np.array([1.0, 2, 2])
    even = np.full(3, 1 / 3)
    assert means_by_answer(losses, even, answer, [1, 2]).tolist() == [[1, 4]]
    with pytest.raises(BadPlay, match="answer 3"):
        means_by_answer(losses, even, answer, [3])
