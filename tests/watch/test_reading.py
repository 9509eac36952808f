"""Each rule at a point worked by hand, and what must follow for it to have been right."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.case.parts.base import Window
from brink.watch.outcomes import de_escalations, episodes, escalations, onsets
from brink.watch.reading import is_record, percent_change, window_sums, z_scores
from brink.watch.windows import ahead, back, months_in

NAN = np.nan


def test_a_window_that_ends_with_a_month_is_whole_months():
    assert back(date(2022, 12, 31), Window(count=3, unit="month")) == date(2022, 9, 30)
    assert back(date(2024, 2, 29), Window(count=1, unit="year")) == date(2023, 2, 28)
    assert ahead(date(2022, 1, 31), Window(count=2, unit="week")) == date(2022, 2, 14)
    assert months_in(Window(count=2, unit="year")) == 24


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_a_longer_window_begins_earlier(day: date, months: int):
    shorter, longer = Window(count=months, unit="month"), Window(count=months + 1, unit="month")
    assert back(day, longer) < back(day, shorter) < day


def test_windows_are_sums_and_unknown_months_make_them_unknown():
    np.testing.assert_array_equal(window_sums(np.array([1, 2, NAN, 4, 5.0]), 2), [NAN, 3, NAN, NAN, 9])


def test_a_change_is_held_against_the_mean_before_the_window():
    changed = percent_change(np.array([2, 4, 9.0]), 1, 2)
    np.testing.assert_array_equal(changed, [NAN, NAN, 200])


def test_from_nothing_any_count_is_infinitely_more():
    np.testing.assert_array_equal(percent_change(np.array([0, 0, 5, 0.0]), 1, 2)[2:], [np.inf, -100])


def test_a_record_is_above_all_of_its_baseline_and_no_older_month():
    assert list(is_record(np.array([99, 3, 5, 6, 6.0]), 1, 2)) == [False, False, False, True, False]


def test_a_z_score_is_on_the_logarithm_of_one_more():
    counts = np.array([np.e - 1, np.e**3 - 1, np.e**4 - 1])
    assert z_scores(counts, 1, 2)[2] == pytest.approx((4 - 2) / np.sqrt(2))


def test_a_calm_baseline_does_not_make_any_count_huge():
    assert z_scores(np.array([0, 0, np.e - 1]), 1, 2)[2] == pytest.approx(1 / 0.25)


def test_an_escalation_is_twice_the_year_before_over_three_months():
    counts = np.array([10.0] * 12 + [20, 25, 15] + [10, 10, 10])
    assert list(escalations(counts, 5)[11:15]) == [1, 0, 0, 0]
    assert list(escalations(counts, 21)[11:12]) == [0]


def test_what_is_not_known_yet_is_not_judged():
    assert np.isnan(escalations(np.array([10.0] * 14), 5)).all()


def test_a_fall_is_judged_only_from_the_floor():
    counts = np.array([10.0] * 12 + [5, 5, 5])
    assert de_escalations(counts, 10)[11] == 1
    assert np.isnan(de_escalations(counts, 11)[11])


def test_an_onset_follows_two_quiet_years():
    counts = np.array([1.0] * 24 + [0] * 11 + [30] + [0] * 12)
    assert onsets(counts, 25)[23] == 1
    assert np.isnan(onsets(counts, 24)[23])


def test_months_of_one_outcome_are_one_outcome():
    assert episodes(np.array([0, 1, 1, 0, 1, NAN, 0, 0, 0, 1])) == [2, 10]
