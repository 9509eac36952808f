"""Which rows tell of one happening and which sum up many."""

from __future__ import annotations

from datetime import date

import pytest

from brink.code.incidents import join_events, sums_up
from brink.code.rows import Count, Event, Quote
from brink.dates import DateInterval
from tests.code.incidents.test_join import GAO, MALI, an_event, told, unrelated


def worded(text: str, trigger: str = "attacks", sort: str = "noun", **changes: object) -> Event:
    because = (f"ASSAULT: “{trigger}” is a {sort} of this type (“{trigger}”)",)
    told_as = {"quote": Quote("1.txt", 0, len(text), text), "because": because, "date": None, "place": None}
    return an_event(1, **{**told_as, **changes})


def test_attacks_at_large_sum_up_many():
    assert sums_up(worded("attacks by the rebels", place=MALI))


def test_what_goes_on_week_after_week_sums_up_many():
    assert sums_up(worded("soldiers died week after week", "died", "verb"))


def test_what_the_coder_calls_a_summary_is_one():
    assert sums_up(an_event(1, review="a summary of many events, not one"))


@pytest.mark.parametrize(
    "change",
    [
        {"date": DateInterval.day(date(2024, 3, 21))},
        {"place": GAO},
        {"killed": Count(3, 3)},
        {"status": "planned"},
    ],
)
def test_a_day_a_town_or_a_toll_makes_one_happening(change):
    assert not sums_up(worded("attacks by the rebels", **change))


@pytest.mark.parametrize("text", ["the attacks", "these attacks by the rebels", "two attacks", "12 attacks"])
def test_attacks_pointed_at_or_counted_are_those(text):
    assert not sums_up(worded(text))


def test_one_attack_is_one():
    assert not sums_up(worded("an attack by the rebels", "attack"))


def test_what_came_days_later_is_no_part_of_what_was_told_before():
    text = "Four days later one more person died there"
    first = an_event(1, story="1.txt#1", recipients=("people",), killed=Count(6, 6))
    later = an_event(
        2, story="1.txt#1", actors=(), recipients=("person",), killed=Count(1, 1), date=None, place=None,
        quote=Quote("1.txt", 40, 40 + len(text), text),
    )  # fmt: skip
    assert len(join_events(told(first, later), unrelated)) == 2
