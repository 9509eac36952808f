"""Several probabilities as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.forecast.ledger.pooling import pooled, weights


def test_odds_of_one_to_four_and_four_to_nine_pool_to_their_geometric_mean():
    # sqrt(1/4 · 4/9) = 1/3, a probability of a quarter.
    assert pooled([0.2, 4 / 13]) == pytest.approx(0.25)


def test_nobody_decides_alone_by_being_certain():
    assert pooled([0.0, 0.5]) == pytest.approx(pooled([0.01, 0.5]))


@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=8))
def test_the_pool_lies_between_its_members(probabilities: list[float]):
    assert min(probabilities) - 1e-9 <= pooled(probabilities) <= max(probabilities) + 1e-9


def test_weights_are_equal_until_thirty_questions_are_shared():
    good, bad = ({str(q): s for q in range(29)} for s in (0.1, 0.3))
    assert weights({"a": good, "b": bad}) == {"a": 0.5, "b": 0.5}
    good["29"], bad["29"] = 0.1, 0.3
    assert weights({"a": good, "b": bad}) == pytest.approx({"a": 0.75, "b": 0.25})
