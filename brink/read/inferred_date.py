"""When a story was written, as far as the dates it speaks of tell.

Every reading of the evidence is a limit on the day of writing. Days are tried one by one
from the latest dated fact on, and those that no limit excludes make the interval. Three
habits of English reporting are relied on, and said in the reason when they decide:

- a report names a full date of its own last twelve months (three years for a date since when something
  is so; a bare year decides nothing alone, and where a date without its year then fits several years,
  none is taken);
- a day told without its year is at most ten months past or four months ahead;
- a day told with its weekday is at most two weeks from the writing.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from brink.dates import DateInterval
from brink.dates.finding import Found, find_senses, words_of
from brink.dates.words import Words
from brink.read.date_evidence import (
    Fact,
    Limit,
    days_of,
    firmly_ahead,
    limits_of,
    past_fact,
    purpose_of,
    text_of,
)

WIDTH_DAYS = 365
"""How long after the latest full date a story may have been written."""
WIDTH_YEARS = 3
"""How many years after a bare year, or a date since when something is so."""
FIRST_YEAR = 1980
"""A text whose latest date is a bare year before this speaks of history, not of its own time."""
FURTHEST_YEARS = 8
"""How many years on a day with its weekday, or a dateline, may still be looked for."""


def infer_date(text: str, *, dateline: bool = False) -> tuple[DateInterval | None, str]:
    """The days on which a text may have been written, and why; None when its dates do not tell.

    Parameters
    ----------
    dateline
        True when the first date of the text is a dateline, and so the day of writing.
    """
    words = words_of(text)
    found = [one for one in find_senses(words) if one.sense.kind in ("date", "time")]
    facts = [fact for one in found if (fact := past_fact(words, one))]
    purpose = purpose_of(words, found)
    if not facts:
        return _without_facts(words, found, purpose)
    latest = max(facts, key=lambda fact: (fact.days.start, fact.days.end, not fact.lasting))
    limits = limits_of(words, found, latest, dateline=dateline)
    placed = purpose or any(limit.strong or limit.upper for limit in limits)
    old = latest.unit == "year" and latest.days.end.year < FIRST_YEAR
    if old and not any(limit.strong for limit in limits) and not purpose:
        return None, f"“{latest.text}” is history, and no later full date tells when it was written"
    if latest.unit == "year" and not placed:
        meant = "since when something is so" if latest.lasting else "of a year past"
        return None, f"“{latest.text}” tells {meant}, and nothing tells how long ago that was"
    return _solve(latest, limits, purpose)


def _without_facts(
    words: Words, found: list[Found], purpose: tuple[DateInterval, str] | None
) -> tuple[DateInterval | None, str]:
    for one in found:
        days = days_of(one)
        if days and days.days <= 31 and firmly_ahead(words, one):
            start = days.start - timedelta(days=WIDTH_DAYS)
            because = f"“{text_of(words, one)}” is to come and no full date is past; taken as within a year"
            return DateInterval(start, days.end), because
    if purpose:
        return purpose
    if found:
        return None, "the text names no full date of the past, so its relative dates cannot be placed"
    return None, "no date line, no address with a date, and no date in the text"


def _solve(
    latest: Fact, limits: list[Limit], purpose: tuple[DateInterval, str] | None
) -> tuple[DateInterval | None, str]:
    first = latest.days.start
    if latest.unit == "year" or latest.lasting:
        end, habit = _years_on(first, 1 if latest.unit == "year" else first.month), f"{WIDTH_YEARS} years"
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
    if (latest.lasting or latest.unit == "year") and len(years := _runs(days)) > 1:
        told = ", ".join(str(run[0].year) for run in years[:-1]) + f" or {years[-1][0].year}"
        meant = "only since when something is so" if latest.lasting else "only of a year past"
        return None, f"“{latest.text}” tells {meant}; {reasons[0]}, in {told}"
    reasons.insert(0, f"the latest full date told as past is “{latest.text}”")
    if by_habit and not any(limit.upper for limit in limits):
        reasons.append(f"taken as within {habit} of it")
    return DateInterval(days[0], days[-1] + timedelta(days=1)), "; ".join(reasons)


def _years_on(first: date, month: int) -> date:
    return date(first.year + WIDTH_YEARS, month, 1)


def _narrowed(days: list[date], limits: list[Limit]) -> tuple[list[date], list[str]]:
    """The days left by the limits, and why; a limit that leaves none is passed by."""
    reasons = []
    for limit in limits:
        left = [day for day in days if limit.allows(day)]
        left = _first_run(left) if limit.soon else left
        if left and len(left) < len(days):
            days = left
            reasons.append(limit.because)
    return days, reasons


def _first_run(days: list[date]) -> list[date]:
    return _runs(days)[0] if days else days


def _runs(days: list[date]) -> list[list[date]]:
    """The days parted at every gap of more than a month."""
    gaps = [(following - day).days for day, following in pairwise(days)]
    starts = [place for place, gap in enumerate(gaps, start=1) if gap > 31]
    return [days[first:last] for first, last in pairwise([0, *starts, len(days)])]
