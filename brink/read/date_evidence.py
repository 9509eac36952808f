"""What the dates in a text tell of the day it was written: facts of the past, and limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from brink.dates import DateInterval
from brink.dates.finding import Found
from brink.dates.words import SENTENCE_ENDS, Words, vocabulary

MOST_LIMITS = 16
"""Pieces of evidence weighed; a chronicle of hundreds of dates needs no more."""
WEEKDAY_REACH_DAYS = 14
DATELINE_REACH_DAYS = 3
AHEAD_REACH_DAYS = {"day": 122, "month": 330}
FIRM = frozenset({"will", "due", "scheduled", "slated", "upcoming", "ahead", "set", "planned", "next"})
"""Words that look ahead from the writing itself, unlike "would" or "could"."""
PLANNED = frozenset(
    {
        "election", "elections", "vote", "polls", "budget", "olympics", "summit", "season", "deadline",
        "target", "goal", "plan", "bill", "campaign", "race", "report", "list",
    }
)  # fmt: skip
UNITS = frozenset(
    {"day", "days", "month", "months", "quarter", "half", "spring", "summer", "autumn", "winter", "year"}
)

Allows = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Limit:
    """One piece of evidence: the days of writing it allows, and its reason."""

    allows: Allows
    because: str
    strong: bool = False
    """True when it outweighs the habit that bounds the search."""
    upper: bool = False
    """True when nothing later is possible."""
    soon: bool = False
    """True when it recurs each year and the first time counts."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A full date the text speaks of as past."""

    days: DateInterval
    text: str
    unit: str
    lasting: bool = False
    """Whether it only tells since when something is so, which may be long before the writing."""


def text_of(words: Words, one: Found) -> str:
    """The words of a date as the text has them."""
    return words.text[words.starts[one.first] : words.ends[one.last - 1]]


def days_of(one: Found) -> DateInterval | None:
    """The days of a full date; None when it needs a day of writing."""
    return one.sense.at(date(2000, 1, 1), False) if one.sense.free and one.sense.at else None


def past_fact(words: Words, one: Found) -> Fact | None:
    """The full date, when the text tells it as past."""
    last = one.ends[0] if one.ends else one
    days = days_of(last)
    if days is None or last.sense.unit not in UNITS or one.ahead or one.bound in ("until", "before", "by"):
        return None
    if last.means in ("bare_year", "fiscal_year", "holiday") or last.sense.unit == "year":
        if (
            words.before(last.first) == "for"
            or words.after(last.last - 1) in PLANNED
            or last.means != "bare_year"
        ):
            return None
        if words.after(last.last) in PLANNED:
            return None
    lasting = one.bound == "since" or (last.sense.unit == "year" and (one.bound == "after" or bool(one.ends)))
    return Fact(days, text_of(words, one), last.sense.unit, lasting)


def purpose_of(words: Words, found: list[Found]) -> tuple[DateInterval, str] | None:
    """A year that something is meant for ("funds for 2023"): written in it or in the year before."""
    for one in found:
        days = days_of(one)
        if one.means in ("bare_year", "fiscal_year") and days and words.before(one.first) == "for":
            year = days.start.year
            because = (
                f"it speaks of something meant for {year}, so it was written in that year or the one before"
            )
            return DateInterval(date(year - 1, 1, 1), days.end), because
    return None


def limits_of(words: Words, found: list[Found], latest: Fact, *, dateline: bool) -> list[Limit]:
    """Every limit that the dates set, given the latest fact of the past."""
    limits = []
    for place, one in enumerate(found):
        days = days_of(one)
        if days is not None:
            if (
                firmly_ahead(words, one)
                and days.end > latest.days.start
                and one.bound not in ("since", "after")
            ):
                limits.append(_not_after(days, f"“{text_of(words, one)}” was still to come"))
        elif one.sense.bare_month and one.sense.at and one.bound not in ("until", "by"):
            limits.extend(_yearless(words, one, latest, dateline and place == 0))
    return list({limit.because: limit for limit in limits}.values())[:MOST_LIMITS]


def _not_after(days: DateInterval, because: str) -> Limit:
    return Limit(lambda day: day < days.end, because, upper=True)


def _yearless(words: Words, one: Found, latest: Fact, dateline: bool) -> list[Limit]:
    """What a day or month without its year tells of the day of writing."""
    reading, text = one.sense.at, text_of(words, one)
    assert reading is not None
    if dateline:
        return [Limit(_within(reading, 0, DATELINE_REACH_DAYS, False), f"its dateline reads “{text}”", True)]
    if words.lower[one.first].rstrip(".") in vocabulary()["WEEKDAY"]:
        ahead = bool(one.ahead)
        limit = _within(reading, -WEEKDAY_REACH_DAYS, WEEKDAY_REACH_DAYS, ahead)
        return [Limit(limit, f"weekday and day of “{text}” agree", True)]
    if firmly_ahead(words, one):
        reach = AHEAD_REACH_DAYS["day" if one.sense.unit == "day" else "month"]
        return [Limit(_within(reading, -reach, 0, True), f"“{text}” was to come soon", soon=True)]
    if one.ahead or one.means == "relative_season":
        return []
    if one.means == "relative_month":
        return _last_month(one, latest, text)
    if latest.unit == "day":
        return []
    # A writer adds the year to what is not of the last months, so a bare day comes after a dated month.
    start = latest.days.start
    return [
        Limit(
            lambda day: _starts(reading(day, False), start, day),
            f"“{text}” is told without a year, so it is the later one",
        )
    ]


def _starts(days: DateInterval | None, start: date, day: date) -> bool:
    return days is not None and start <= days.start <= day


def _last_month(one: Found, latest: Fact, text: str) -> list[Limit]:
    """Last August beside August 2021: one month, so the writing is within the year after it."""
    reading = one.sense.at
    assert reading is not None
    sample = reading(latest.days.last + timedelta(days=62), False)
    if sample is None or sample.start > latest.days.start or sample.end < latest.days.end:
        return []
    return [Limit(lambda day: reading(day, False) == sample, f"“{text}” is the {latest.text} it names")]


def _within(
    reading: Callable[[date, bool], DateInterval | None], least: int, most: int, ahead: bool
) -> Allows:
    """Days of writing from `least` to `most` days after the day that the words then mean."""

    def allows(day: date) -> bool:
        days = reading(day, ahead)
        return days is not None and least <= (day - days.start).days and (day - days.last).days <= most

    return allows


def firmly_ahead(words: Words, one: Found) -> bool:
    """Whether a date lies ahead of the writing itself, and not of something told as past."""
    if one.ahead is not True:
        return False
    for place in range(one.first - 1, max(-1, one.first - 13), -1):
        if words.lower[place] in SENTENCE_ENDS:
            break
        if words.lower[place] in FIRM:
            return True
    after = words.lower[one.last : one.last + 8]
    return "will" in after and words.before(one.first) in ("\n", ".", "on", "in", "next")
