"""A change is called one only when neither chance nor coverage explains it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.brief.change import change_p_value, direction

counts = st.integers(0, 60)
exposures = st.floats(0.5, 500)


def test_two_against_seven_by_hand():
    # Equal exposure: P(X <= 2 | n = 9, p = 1/2) = (1 + 9 + 36) / 512 = 46/512; doubled 92/512.
    assert change_p_value(2, 7, exposure_now=10, exposure_before=10) == pytest.approx(92 / 512)


def test_unequal_exposure_by_hand():
    # p = 3/4: P(X >= 3 | n = 3) = 27/64, P(X <= 3) = 1; doubled smaller tail 54/64.
    assert change_p_value(3, 0, exposure_now=30, exposure_before=10) == pytest.approx(54 / 64)


@given(counts, counts, exposures, exposures)
def test_looking_from_the_other_side_changes_nothing(now: int, before: int, a: float, b: float):
    forth = change_p_value(now, before, exposure_now=a, exposure_before=b)
    back = change_p_value(before, now, exposure_now=b, exposure_before=a)
    assert forth == pytest.approx(back, rel=1e-9, abs=1e-12)
    assert 0 <= forth <= 1


def test_twice_the_attacks_from_twice_the_reading_is_no_change():
    assert direction(20, 10, exposure_now=40, exposure_before=20) == "no clear change"


def test_many_more_attacks_from_the_same_reading_rise_and_the_reverse_falls():
    assert direction(20, 5, exposure_now=20, exposure_before=20) == "rose"
    assert direction(5, 20, exposure_now=20, exposure_before=20) == "fell"


def test_nothing_read_before_means_no_change_can_be_told():
    assert direction(5, 0, exposure_now=10, exposure_before=0) == "no clear change"
