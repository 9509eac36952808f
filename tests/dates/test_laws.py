"""What must hold for any text and any day of writing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.dates import DateInterval, reckoning
from brink.dates.expressions import find_dates
from brink.dates.numerals import spoken
from tests.growth import cost_ratio

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PIECES = st.sampled_from(
    ["on", "the", "Friday", "last", "May", "12", "2014", ",", "in", "weeks", "two", "ago", "since", "March", "between", "and",
     "early", "-", "to", "mid", "'s", "9/11", "1990s", "next", "year", "31", "02/30/2020", "a", "day", "later", "\n\n", "."]
)  # fmt: skip
RELATIVE = (
    "yesterday",
    "three days ago",
    "today",
    "the past 10 days",
    "in the last three weeks",
    "tomorrow",
    "last night",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80), st.none() | DAYS)
def test_every_span_is_its_text_and_spans_never_overlap(text: str, day: date | None) -> None:
    end = 0
    for one in find_dates(text, anchor=day and DateInterval.day(day)):
        assert text[one.start : one.end] == one.text
        assert end <= one.start < one.end
        end = one.end


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(range(7)),
    DAYS,
    st.sampled_from(["on {}", "last {}", "next {}", "this {}"]),
    st.booleans(),
)
def test_a_weekday_comes_to_a_day_of_that_name(weekday: int, day: date, words: str, future: bool) -> None:
    text = words.format(WEEKDAYS[weekday])
    (found,) = find_dates(text, anchor=DateInterval.day(day), future=future)
    assert found.interval is not None
    assert found.interval.days == 1
    assert found.interval.start.weekday() == weekday
    assert abs(found.interval.start - day) <= timedelta(days=13)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(RELATIVE), DAYS, st.integers(-400, 400))
def test_shifting_the_anchor_shifts_relative_days(words: str, day: date, days: int) -> None:
    (here,) = find_dates(words, anchor=DateInterval.day(day))
    (there,) = find_dates(words, anchor=DateInterval.day(day + timedelta(days=days)))
    assert here.interval and there.interval
    assert there.interval.start - here.interval.start == timedelta(days=days)
    assert there.interval.days == here.interval.days


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([*RELATIVE, "in April", "last August", "on Friday", "last year", "on Oct. 7"]),
    DAYS,
    st.integers(1, 60),
)
def test_a_wide_anchor_covers_every_day_in_it(words: str, day: date, width: int) -> None:
    (wide,) = find_dates(words, anchor=DateInterval(day, day + timedelta(days=width)))
    (narrow,) = find_dates(words, anchor=DateInterval.day(day + timedelta(days=width // 2)))
    assert wide.interval and narrow.interval
    assert wide.interval.start <= narrow.interval.start
    assert narrow.interval.end <= wide.interval.end


@given(
    st.dates(date(1600, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%b. %d, %Y"]),
)
def test_a_full_date_comes_back_however_it_is_written(day: date, style: str) -> None:
    text = day.strftime(style).replace("May.", "May")
    (found,) = find_dates(f"On {text} it rained.", anchor=None)
    assert found.interval == DateInterval.day(day)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_unit_holds_its_day(day: date, unit: str) -> None:
    whole = reckoning.holding(day, unit)
    assert whole.start <= day < whole.end


@given(DAYS, st.sampled_from(["month", "year", "decade"]))
def test_thirds_of_a_unit_meet_and_fill_it(day: date, unit: str) -> None:
    whole = reckoning.holding(day, unit)
    early, mid, late = (reckoning.third(whole, which) for which in range(3))
    assert (early.start, early.end, mid.end, late.end) == (whole.start, mid.start, late.start, whole.end)


def test_easter_by_hand() -> None:
    assert [reckoning.easter(year) for year in (1818, 2008, 2022, 2038)] == [
        date(1818, 3, 22), date(2008, 3, 23), date(2022, 4, 17), date(2038, 4, 25),
    ]  # fmt: skip


def test_number_words_by_hand() -> None:
    assert spoken("two hundred and fifty three thousand and six".split()) == 253_006
    assert spoken("seven eight".split()) is None


@pytest.mark.parametrize(
    "hostile",
    ["in the " * 30_000, "Monday " * 8_000, "1" * 300_000, "\n   " * 50_000, "one hundred and " * 15_000, "[" * 100_000,
     "2001 to " * 10_000, "1,000" * 30_000, "will " * 50_000 + "Friday"],
    ids=["articles", "weekdays", "digits", "blank lines", "number words", "brackets", "ranges", "commas", "verbs"],
)  # fmt: skip
def test_hostile_text_eight_times_as_long_costs_nowhere_near_sixty_four_times_as_much(hostile: str) -> None:
    def read(text: str) -> object:
        return find_dates(text, anchor=DateInterval.year(2020))

    assert (
        cost_ratio(lambda: read(hostile[: len(hostile) // 32]), lambda: read(hostile[: len(hostile) // 4]))
        < 24
    )
