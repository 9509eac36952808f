"""A future that leaves the range of its states stops the run by name, and can be looked at."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from brink.errors import BrokenFuture
from brink.play.engine import Mechanism, Model, MoveTable, Pull, replay, simulate
from tests.play.engine.toy import MODEL, points

POINTS = points(50)


def goes_wrong_sometimes(support, month, attacks, strike):
    if strike > 0.0 and month == 5 and attacks > 60.0:
        return support - 2.0
    return support


def is_no_number(support, month):
    return math.sqrt(float(4 - month)) * 0.0 + support


def with_mechanism(step: object) -> Model:
    wrong = Mechanism("wrong", step, writes=("support",))
    return dataclasses.replace(MODEL, mechanisms=(*MODEL.mechanisms, wrong))


@pytest.fixture(scope="module")
def error() -> BrokenFuture:
    model = with_mechanism(goes_wrong_sometimes)
    moves = MoveTable.of(model, [Pull("strike")])
    with pytest.raises(BrokenFuture) as caught:
        simulate(model, POINTS, moves, seed=3, count=9000, months=12)
    return caught.value


def test_a_negative_stock_names_future_month_and_mechanism(error: BrokenFuture):
    assert (error.month, error.mechanism) == (5, "wrong")
    assert f"future {error.future}" in str(error) and "'wrong'" in str(error)


def test_the_named_future_is_the_first_that_breaks(error: BrokenFuture):
    model = with_mechanism(goes_wrong_sometimes)
    moves = MoveTable.of(model, [Pull("strike")])
    assert error.future > 0
    simulate(model, POINTS, moves, seed=3, count=error.future, months=12)


def test_a_broken_future_can_be_replayed_up_to_where_it_broke(error: BrokenFuture):
    model = with_mechanism(goes_wrong_sometimes)
    moves = MoveTable.of(model, [Pull("strike")])
    seen = replay(model, POINTS, moves, seed=3, future=error.future, months=12)
    assert seen.broken is not None and seen.broken.mechanism == "wrong"
    assert np.isfinite(seen.states[:, :5]).all() and np.isnan(seen.states[:, 5:]).all()


def test_what_is_no_number_is_caught_where_it_arises():
    with pytest.raises(BrokenFuture, match=r"future 0 .* month 5: mechanism 'wrong'"):
        simulate(with_mechanism(is_no_number), POINTS, seed=3, count=10, months=12)


def test_a_mechanism_switched_off_cannot_break_anything():
    simulate(with_mechanism(is_no_number), POINTS, seed=3, count=10, months=12, off=["wrong"])
