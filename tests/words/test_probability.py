"""Words of probability follow the scales' bands, and the number always stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.errors import BadForecast
from brink.words import SCALES, chance_said, probability_words
from brink.words.probability import percent_said, scale_table


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.01, "almost no chance"), (0.05, "very unlikely"), (0.2, "unlikely"), (0.449, "unlikely"),
     (0.45, "roughly even chance"), (0.55, "likely"), (0.8, "very likely"), (0.95, "almost certain")],
)  # fmt: skip
def test_edges_of_icd_203_belong_to_the_upper_band(probability: float, word: str):
    assert probability_words(probability) == word


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.07, "remote chance"), (0.08, "highly unlikely"), (0.22, "highly unlikely"), (0.38, "realistic possibility"),
     (0.52, "realistic possibility"), (0.92, "highly likely"), (1.0, "almost certain")],
)  # fmt: skip
def test_a_number_in_a_gap_of_phia_takes_the_nearest_band(probability: float, word: str):
    assert probability_words(probability, "phia") == word


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(SCALES))
def test_a_higher_probability_never_has_a_lower_word(a: float, b: float, scale: str):
    order = [band.words for band in scale_table(scale)]  # type: ignore[arg-type]
    low, high = sorted((a, b))
    assert order.index(probability_words(low, scale)) <= order.index(probability_words(high, scale))  # type: ignore[arg-type]


def test_nothing_short_of_certain_is_printed_as_certain():
    assert percent_said(0.996) == "more than 99 %"
    assert percent_said(0.0) == "less than 1 %"
    assert chance_said(0.62) == "likely (62 %)"


def test_one_number_as_printed_has_one_word():
    assert chance_said(0.049) == chance_said(0.05) == "very unlikely (5 %)"


def test_what_is_no_probability_is_refused():
    with pytest.raises(BadForecast, match="between 0 and 1"):
        probability_words(62)
