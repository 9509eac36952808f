"""Sums over sliding windows, and pulls that meet on one lever."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from brink.errors import BadModel
from brink.play.engine import MoveTable, Outcome, Pull, replay
from tests.play.engine.toy import MODEL, points

WINDOWED = replace(
    MODEL,
    outcomes=(
        Outcome("worst half-year", of="attacks", reduce="max", window=6),
        Outcome("quietest quarter", of="attacks", reduce="min", window=3),
        Outcome("worst five years", of="attacks", reduce="max", window=60),
    ),
)


def test_a_window_slides_month_by_month():
    for future in (0, 5):
        seen = replay(WINDOWED, points(9), seed=3, future=future, months=24)
        attacks = seen.state("attacks")
        sums = {n: np.convolve(attacks, np.ones(n), mode="valid") for n in (3, 6)}
        assert seen.outcome("worst half-year") == sums[6].max()
        assert seen.outcome("quietest quarter") == sums[3].min()
        assert seen.outcome("worst five years") == attacks.sum()


def test_a_window_belongs_to_max_and_min():
    with pytest.raises(BadModel, match="window: is a number of months, for max and min only"):
        replace(MODEL, outcomes=(Outcome("x", of="attacks", reduce="sum", window=3),))


def test_two_half_measures_are_three_quarters_of_a_whole_one():
    moves = MoveTable.of(
        MODEL, [Pull("border", 0.5), Pull("border", 0.5, first=2), Pull("border", 1.0, first=4)]
    )
    seen = replay(MODEL, points(3), moves, seed=1, future=0, months=6)
    assert seen.lever("border").tolist() == [0.5, 0.5, 0.75, 0.75, 1, 1]
