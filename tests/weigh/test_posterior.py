"""The arithmetic of weighing, at points worked by hand, and its laws."""

from __future__ import annotations

import math
from typing import get_args

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brink.case.parts.evidence import Band
from brink.weigh.posterior import (
    bits_between,
    drawn_range,
    entropy_bits,
    expected_bits,
    extremes,
    flip_prior,
    posterior,
    with_priors,
)
from tests.weigh.conftest import link, matrix, piece

BANDS = st.sampled_from(get_args(Band))
LINKS = st.lists(
    st.tuples(st.integers(0, 5), st.sampled_from("abc"), BANDS), max_size=12, unique_by=lambda row: row[:2]
)

ON_A_BUSY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_three_answers_and_two_pieces_by_hand():
    # a: 0.5·√10 = 1.58114; b: 0.3/√10 = 0.094868; c: 0.2·10 = 2; their sum is 3.676007
    one, two = piece(1), piece(2)
    links = [link(one, "a", "for"), link(one, "b", "against"), link(two, "c", "strongly-for")]
    made = matrix({"a": 0.5, "b": 0.3, "c": 0.2}, links)
    assert made.posterior == pytest.approx([0.430124, 0.025807, 0.544069], abs=1e-6)


def test_a_second_piece_of_one_report_is_raised_to_the_discount_by_hand():
    # weights 1 and 0.25; a: 0.4·10·10^(0.25·0.5) = 5.33408, b: 0.6; 5.33408 / 5.93408
    one, two = piece(1, story="s"), piece(2, story="s")
    made = matrix({"a": 0.4, "b": 0.6}, [link(one, "a", "strongly-for"), link(two, "a", "for")])
    assert made.posterior[0] == pytest.approx(0.898889, abs=1e-6)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_without_evidence_the_prior_comes_back(count: int):
    names = {str(i): 1 / count for i in range(count)}
    assert matrix(names, []).posterior == pytest.approx([1 / count] * count)


@ON_A_BUSY_MACHINE
@given(LINKS, st.randoms())
def test_the_order_of_evidence_does_not_matter(rows: list[tuple[int, str, Band]], chance):
    prior = {"a": 0.5, "b": 0.3, "c": 0.2}
    links = [link(piece(n, story=f"s{n % 2}"), name, band) for n, name, band in rows]
    shuffled = chance.sample(links, len(links))
    assert matrix(prior, shuffled).posterior.tolist() == matrix(prior, links).posterior.tolist()


@ON_A_BUSY_MACHINE
@given(LINKS, st.integers(0, 5))
def test_a_copy_of_evidence_changes_nothing(rows: list[tuple[int, str, Band]], copied: int):
    prior = {"a": 0.5, "b": 0.3, "c": 0.2}
    links = [link(piece(n, family=f"f{n}", text=f"the words of {n}"), name, band) for n, name, band in rows]
    copy = piece(100 + copied, family=f"f{copied}", text=f"the words of {copied}")
    copies = [link(copy, name, band) for n, name, band in rows if n == copied]
    assert matrix(prior, [*links, *copies]).posterior == pytest.approx(
        matrix(prior, links).posterior, abs=1e-12
    )


@given(LINKS)
def test_the_prior_at_which_two_draw_level_does_so_when_set(rows: list[tuple[int, str, Band]]):
    made = matrix({"a": 0.5, "b": 0.3, "c": 0.2}, [link(piece(n), name, band) for n, name, band in rows])
    level = flip_prior(made.prior, made.evidence, 0, 2)
    again = posterior(with_priors(made.prior, {2: level}), made.evidence)
    assert again[0] == pytest.approx(again[2], abs=1e-9)


@given(LINKS, st.integers(0, 5))
def test_taking_away_what_speaks_only_for_an_answer_never_helps_it(
    rows: list[tuple[int, str, Band]], gone: int
):
    links = [link(piece(n, story="one report"), name, band) for n, name, band in rows if n != gone]
    extra = link(piece(gone, story="one report"), "a", "for")
    prior = {"a": 0.5, "b": 0.3, "c": 0.2}
    assert matrix(prior, links).posterior[0] <= matrix(prior, [*links, extra]).posterior[0] + 1e-12


def test_setting_a_prior_keeps_the_others_in_proportion():
    assert with_priors(np.array([0.5, 0.3, 0.2]), {2: 0.6}) == pytest.approx([0.25, 0.15, 0.6])


@given(LINKS)
def test_the_ends_of_the_bands_hold_the_draws_and_the_posterior(rows: list[tuple[int, str, Band]]):
    made = matrix({"a": 0.5, "b": 0.3, "c": 0.2}, [link(piece(n), name, band) for n, name, band in rows])
    least, most = extremes(made.prior, made.low, made.high, made.weights)
    low, high = drawn_range(made.prior, made.low, made.high, made.weights, keys=made.keys)
    assert (least <= low + 1e-12).all() and (high <= most + 1e-12).all()
    assert (least <= made.posterior + 1e-12).all() and (made.posterior <= most + 1e-12).all()


def test_extremes_of_one_link_by_hand():
    # "for" is 2 to 5 times; 0.4·2/(0.4·2 + 0.6) and 0.4·5/(0.4·5 + 0.6)
    made = matrix({"a": 0.4, "b": 0.6}, [link(piece(1), "a", "for")])
    least, most = extremes(made.prior, made.low, made.high, made.weights)
    assert (least[0], most[0]) == pytest.approx((0.571429, 0.769231), abs=1e-6)


def test_the_range_of_a_piece_does_not_hang_on_what_stands_beside_it():
    one = matrix({"a": 0.4, "b": 0.6}, [link(piece(1), "a", "for")])
    beside = matrix(
        {"a": 0.4, "b": 0.6},
        [link(piece(1), "a", "for"), link(piece(0, family="story-1", text=piece(1).quote.text), "a", "for")],
    )
    ranges = [drawn_range(m.prior, m.low, m.high, m.weights, keys=m.keys)[0].tolist() for m in (one, beside)]
    assert ranges[0][0] == pytest.approx(ranges[1][0], abs=0.01)


def test_bits_between_by_hand():
    # 0.8·log2(0.8/0.5) + 0.2·log2(0.2/0.5)
    assert bits_between(np.array([0.8, 0.2]), np.array([0.5, 0.5])) == pytest.approx(0.278072, abs=1e-6)


def test_expected_bits_by_hand():
    # p = (0.7, 0.3), seen (0.9, 0.2): P(seen) = 0.69, posterior (0.913043, 0.086957), H = 0.426230;
    # not seen 0.31: (0.225806, 0.774194), H = 0.770628; H(p) = 0.881291
    found = expected_bits(np.array([0.7, 0.3]), np.array([0.9, 0.2]))
    assert found == pytest.approx(0.881291 - 0.69 * 0.426230 - 0.31 * 0.770628, abs=1e-5)


PROBABILITY = st.floats(0.0, 1.0)


@given(st.lists(st.tuples(st.floats(0.01, 1.0), PROBABILITY), min_size=1, max_size=6))
def test_looking_teaches_no_less_than_nothing_and_no_more_than_is_open(rows: list[tuple[float, float]]):
    prior = np.array([p for p, _ in rows]) / sum(p for p, _ in rows)
    found = expected_bits(prior, np.array([seen for _, seen in rows]))
    assert 0 <= found <= min(1.0, entropy_bits(prior)) + 1e-9


def test_a_tell_as_likely_under_every_answer_teaches_nothing():
    assert expected_bits(np.array([0.7, 0.3]), np.array([0.4, 0.4])) == pytest.approx(0, abs=1e-12)
    assert math.isclose(entropy_bits(np.array([0.25] * 4)), 2.0)
