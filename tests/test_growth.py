"""The ratio that other tests hold cost to tells the square of a length from the length."""

from __future__ import annotations

from tests.growth import cost_ratio


def steps(count: int) -> None:
    for _ in range(count):
        pass


def test_work_in_proportion_stays_far_below_what_the_tests_allow() -> None:
    assert cost_ratio(lambda: steps(1_000_000), lambda: steps(8_000_000)) < 24


def test_work_with_the_square_is_caught() -> None:
    assert cost_ratio(lambda: steps(600**2), lambda: steps(4_800**2)) > 24
