"""Sentences with the days their words come to; every second one was kept aside while rules were written."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from brink.dates import DateInterval
from brink.dates.expressions import find_dates

ROWS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "expressions.yaml").read_text(encoding="utf-8")
)
DEVELOPMENT, HELD_OUT = ROWS[::2], ROWS[1::2]
HELD_OUT_FLOOR = 0.97


def read(text: str, day: date) -> dict[str, str]:
    found = find_dates(text, anchor=DateInterval.day(day))
    return {
        one.text: ("" if one.kind == "date" else f"{one.kind} ")
        + (one.interval.iso() if one.interval else "-")
        for one in found
    }


def wanted(row: dict[str, Any]) -> dict[str, str]:
    return {str(words): str(value) for words, value in row["want"].items()}


def on(text: str, day: str = "2022-12-27", **how: Any) -> DateInterval | None:
    found = find_dates(text, anchor=DateInterval.parse(day), **how)
    assert len(found) == 1, found
    return found[0].interval


@pytest.mark.parametrize("row", DEVELOPMENT, ids=lambda row: row["say"][:60])
def test_development_sentences_come_to_their_days(row: dict[str, Any]) -> None:
    assert read(row["say"], row["day"]) == wanted(row)


@pytest.mark.gate
def test_held_out_sentences_stay_above_their_floor() -> None:
    right = total = 0
    for row in HELD_OUT:
        got, want = read(row["say"], row["day"]), wanted(row)
        total += len(got.keys() | want.keys())
        right += sum(got.get(words) == value for words, value in want.items())
    assert right / total >= HELD_OUT_FLOOR


def test_a_month_without_a_year_is_the_last_one_begun() -> None:
    assert on("In June, Janjaweed fighters looted El Geneina.", "2023-05-20") == DateInterval.month(2022, 6)


def test_a_clause_that_looks_ahead_takes_the_coming_day() -> None:
    ahead = on("Somalia's parliament will vote on Thursday.")
    back = on("Somalia's parliament voted on Thursday.")
    assert ahead == DateInterval.day(date(2022, 12, 29))
    assert back == DateInterval.day(date(2022, 12, 22))


def test_the_caller_can_say_which_way_a_clause_looks() -> None:
    assert on("The hearing: Thursday.", future=True) == DateInterval.day(date(2022, 12, 29))
    assert on("The hearing: Thursday.", future=False) == DateInterval.day(date(2022, 12, 22))


def test_the_verb_nearest_before_a_date_decides() -> None:
    said, held = find_dates(
        "He said on Monday the poll will be held in March.", anchor=DateInterval.parse("2022-12-27")
    )
    assert said.interval == DateInterval.day(date(2022, 12, 26))
    assert held.interval == DateInterval.month(2023, 3)


def test_a_wide_anchor_widens_relative_dates() -> None:
    assert on("The bridge at Bor fell yesterday.", "2022-12") == DateInterval(
        date(2022, 11, 30), date(2022, 12, 31)
    )


def test_a_wide_anchor_leaves_full_dates_alone() -> None:
    assert on("The bridge at Bor fell on 3 May 2021.", "2022") == DateInterval.day(date(2021, 5, 3))


def test_without_an_anchor_relative_dates_stay_open_and_say_why() -> None:
    (found,) = find_dates("Shells hit Marawi last week.", anchor=None)
    assert found.interval is None
    assert "not known" in found.because


def test_since_runs_on_to_the_day_of_writing() -> None:
    (found,) = find_dates(
        "Kachin roads have been mined since May 2021.", anchor=DateInterval.parse("2022-12-27")
    )
    assert found.interval == DateInterval(date(2021, 5, 1), date(2022, 12, 28))
    assert found.named == DateInterval.month(2021, 5)
    assert found.bound == "since"


def test_a_range_keeps_its_two_dates() -> None:
    (found,) = find_dates("From 2003 to 2011 the valley was quiet.", anchor=None)
    assert [part.text for part in found.parts] == ["2003", "2011"]


def test_an_ambiguous_numeric_date_keeps_both_readings() -> None:
    assert on("Memo, 05/06/2021.") == DateInterval(date(2021, 5, 6), date(2021, 6, 6))


def test_weekday_and_day_of_month_choose_the_year_in_which_they_agree() -> None:
    assert on("They met on Friday, Dec. 16.", "2023-03-01") == DateInterval.day(date(2022, 12, 16))


@pytest.mark.parametrize(
    "text",
    [
        "May they rest in peace, said Theresa May.",
        "Students march on parliament; the march may end badly.",
        "A 34-year-old miner, 34, and a girl aged 12 were hurt.",
        "The G5 bought 2000 rifles and 1,998 rounds for $2014.",
        "UN Resolution 2098 created the brigade; call 020 7946 1999.",
        "The March 23 Movement and the April 6 Youth Movement met in Sun City.",
        "Kyiv scored 2-1; the second half was dull.",
        "Jan Egeland and April Ryan spoke to August Wilson.",
    ],
)
def test_names_counts_and_ages_are_no_dates(text: str) -> None:
    assert find_dates(text, anchor=DateInterval.parse("2022-12-27")) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Bissau was calm for 20 years.", "P20Y"),
        ("It lasted several weeks.", "PXW"),
        ("They pray every Friday.", "XXXX-WXX-5"),
        ("Shots rang out on Tuesday night.", "2022-12-27TNI"),
        ("Guards fled last week.", "2022-W51"),
        ("It ended in the summer of 2014.", "2014-SU"),
        ("It grew in the 1990s.", "199"),
        ("The road is now shut.", "PRESENT_REF"),
    ],
)
def test_values_are_written_as_timex3(text: str, value: str) -> None:
    (found,) = find_dates(text, anchor=DateInterval.parse("2022-12-27"))
    assert found.value == value


def test_a_later_day_is_counted_from_the_date_before_it() -> None:
    first, second = find_dates("The truce of 3 June 2018 broke two days later.", anchor=None)
    assert second.interval == DateInterval.day(date(2018, 6, 5))
    assert (
        first.interval
        and second.interval
        and second.interval.start - first.interval.start == timedelta(days=2)
    )


def test_a_day_of_last_year_is_one_date() -> None:
    assert on("The coup of the 5th of September last year failed.", "2022-03-01") == DateInterval.day(
        date(2021, 9, 5)
    )


def test_the_last_day_of_a_rule_is_not_yesterday() -> None:
    (found,) = find_dates(
        "He signed it on the last day of his rule.", anchor=DateInterval.parse("2022-12-27")
    )
    assert found.interval is None


def test_years_before_christ_are_no_dates() -> None:
    assert find_dates("The wall dates from the 9th century BC.", anchor=None) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The rebels took the city in 2012. That November they signed a truce.", "2012-11"),
        ("The deal was signed in August 2015. That March fighting broke out.", "2016-03"),
        ("He was killed in 2011. In October that year rebels took Sirte.", "2011-10"),
        ("In 2008 war broke out. The following May they left.", "2009-05"),
    ],
)
def test_that_november_is_of_the_year_told_of(text: str, days: str) -> None:
    last = find_dates(text, anchor=DateInterval.parse("2024-05-15"))[-1]
    assert last.interval == DateInterval.month(*(int(part) for part in days.split("-")))


def test_that_november_without_a_year_told_of_is_left_open() -> None:
    assert on("That November they signed a truce.") is None


def test_that_before_a_clause_does_not_point_at_a_month() -> None:
    assert on("Officials said that November had been calm.") == DateInterval.month(2022, 11)
