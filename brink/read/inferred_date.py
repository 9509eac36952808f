"""When a story was written, as far as the dates it speaks of tell.

Every reading of the evidence is a limit on the day of writing. Days are tried one by one
from the latest dated fact on, and those that no limit excludes make the interval. Three
habits of English reporting are relied on, and said in the reason when they decide:

- a report names a full date of its own last twelve months (three years for a bare year);
- a day told without its year is at most ten months past or four months ahead;
- a day told with its weekday is at most two weeks from the writing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from brink.dates import DateInterval
from brink.dates.finding import Found, find_senses, words_of
from brink.dates.words import SENTENCE_ENDS, Words, vocabulary

WIDTH_DAYS = 365
"""How long after the latest full date a story may have been written."""
WIDTH_YEARS = 3
"""How many years after a bare year."""
FURTHEST_YEARS = 8
"""How many years on a day with its weekday, or a dateline, may still be looked for."""
MOST_LIMITS = 16
"""Pieces of evidence weighed; a chronicle of hundreds of dates needs no more."""
WEEKDAY_REACH_DAYS = 14
DATELINE_REACH_DAYS = 3
AHEAD_REACH_DAYS = {"day": 122, "month": 330}
FIRM = frozenset({"will", "due", "scheduled", "slated", "upcoming", "ahead", "set", "planned", "next"})
"""Words that look ahead from the writing itself, unlike "would" or "could"."""
PLANNED = frozenset(
    {
        "election", "elections", "vote", "polls", "budget", "olympics", "summit", "season", "deadline", "target",
        "goal", "plan", "bill", "campaign", "race", "report", "list",
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


@dataclass(frozen=True, slots=True)
class Fact:
    """A full date the text speaks of as past."""

    days: DateInterval
    text: str
    unit: str


def infer_date(text: str, *, dateline: bool = False) -> tuple[DateInterval | None, str]:
    """The days on which a text may have been written, and why; None when its dates do not tell.

    Parameters
    ----------
    dateline
        True when the first date of the text is a dateline, and so the day of writing.
    """
    words = words_of(text)
    found = [one for one in find_senses(words) if one.sense.kind in ("date", "time")]
    facts = [fact for one in found if (fact := _fact(words, one))]
    purpose = _purpose(words, found)
    if not facts:
        return _without_facts(words, found, purpose)
    latest = max(facts, key=lambda fact: (fact.days.start, fact.days.end))
    limits = [*_limits(words, found, latest, dateline)]
    return _solve(latest, limits, purpose)


def _text(words: Words, one: Found) -> str:
    return words.text[words.starts[one.first] : words.ends[one.last - 1]]


def _days(one: Found) -> DateInterval | None:
    return one.sense.at(date(2000, 1, 1), False) if one.sense.free and one.sense.at else None


def _fact(words: Words, one: Found) -> Fact | None:
    """The full date, when the text tells it as past."""
    last = one.ends[0] if one.ends else one
    days = _days(last)
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
    return Fact(days, _text(words, one), last.sense.unit)


def _purpose(words: Words, found: list[Found]) -> tuple[DateInterval, str] | None:
    """A year that something is meant for ("funds for 2023"): written in it or in the year before."""
    for one in found:
        days = _days(one)
        if one.means in ("bare_year", "fiscal_year") and days and words.before(one.first) == "for":
            year = days.start.year
            because = (
                f"it speaks of something meant for {year}, so it was written in that year or the one before"
            )
            return DateInterval(date(year - 1, 1, 1), days.end), because
    return None


def _without_facts(
    words: Words, found: list[Found], purpose: tuple[DateInterval, str] | None
) -> tuple[DateInterval | None, str]:
    for one in found:
        days = _days(one)
        if days and days.days <= 31 and _firmly_ahead(words, one):
            start = days.start - timedelta(days=WIDTH_DAYS)
            because = f"“{_text(words, one)}” is still to come and no full date is past; taken as within a year of it"
            return DateInterval(start, days.end), because
    if purpose:
        return purpose
    if found:
        return None, "the text names no full date of the past, so its relative dates cannot be placed"
    return None, "no date line, no address with a date, and no date in the text"


def _limits(words: Words, found: list[Found], latest: Fact, dateline: bool) -> list[Limit]:
    limits = []
    for place, one in enumerate(found):
        days = _days(one)
        if days is not None:
            if (
                _firmly_ahead(words, one)
                and days.end > latest.days.start
                and one.bound not in ("since", "after")
            ):
                limits.append(_not_after(days, f"“{_text(words, one)}” was still to come"))
        elif one.sense.bare_month and one.sense.at and one.bound not in ("until", "by"):
            limits.extend(_yearless(words, one, latest, dateline and place == 0))
    return list({limit.because: limit for limit in limits}.values())[:MOST_LIMITS]


def _not_after(days: DateInterval, because: str) -> Limit:
    return Limit(lambda day: day < days.end, because, upper=True)


def _yearless(words: Words, one: Found, latest: Fact, dateline: bool) -> list[Limit]:
    """What a day or month without its year tells of the day of writing."""
    reading, text = one.sense.at, _text(words, one)
    assert reading is not None
    if dateline:
        return [Limit(_within(reading, 0, DATELINE_REACH_DAYS, False), f"its dateline reads “{text}”", True)]
    if words.lower[one.first].rstrip(".") in vocabulary()["WEEKDAY"]:
        ahead = bool(one.ahead)
        limit = _within(reading, -WEEKDAY_REACH_DAYS, WEEKDAY_REACH_DAYS, ahead)
        return [Limit(limit, f"weekday and day of “{text}” agree", True)]
    if _firmly_ahead(words, one):
        reach = AHEAD_REACH_DAYS["day" if one.sense.unit == "day" else "month"]
        return [Limit(_within(reading, -reach, 31, True), f"“{text}” was to come soon")]
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
    """ "last August" beside "August 2021": one month, so the writing is within the year after it."""
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


def _firmly_ahead(words: Words, one: Found) -> bool:
    if one.ahead is not True:
        return False
    for place in range(one.first - 1, max(-1, one.first - 13), -1):
        if words.lower[place] in SENTENCE_ENDS:
            break
        if words.lower[place] in FIRM:
            return True
    after = words.lower[one.last : one.last + 8]
    return "will" in after and words.before(one.first) in ("\n", ".", "on", "in", "next")


def _solve(
    latest: Fact, limits: list[Limit], purpose: tuple[DateInterval, str] | None
) -> tuple[DateInterval, str]:
    first = latest.days.start
    if latest.unit == "year":
        end, habit = date(first.year + WIDTH_YEARS, 1, 1), f"{WIDTH_YEARS} years"
    else:
        end, habit = first + timedelta(days=WIDTH_DAYS), "a year"
    if purpose:
        limits = [*limits, Limit(lambda day: purpose[0].start <= day < purpose[0].end, purpose[1])]
    limits.sort(key=lambda limit: not limit.strong)
    near = [first + timedelta(days=step) for step in range((end - first).days)]
    strong = [limit for limit in limits if limit.strong]
    by_habit = not strong or any(all(limit.allows(day) for limit in strong) for day in near)
    if not by_habit:
        near = [first + timedelta(days=step) for step in range(366 * FURTHEST_YEARS)]
    days, reasons = _narrowed(near, limits)
    reasons.insert(0, f"the latest full date told as past is “{latest.text}”")
    if by_habit and not any(limit.upper for limit in limits):
        reasons.append(f"taken as within {habit} of it")
    return DateInterval(days[0], days[-1] + timedelta(days=1)), "; ".join(reasons)


def _narrowed(days: list[date], limits: list[Limit]) -> tuple[list[date], list[str]]:
    """The days that the limits leave and the reasons of those that took any; one that leaves none is passed by."""
    reasons = []
    for limit in limits:
        left = [day for day in days if limit.allows(day)]
        if left and len(left) < len(days):
            days = left
            reasons.append(limit.because)
    return days, reasons
