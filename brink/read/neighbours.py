"""Dates for undated teasers, from the dated teasers that the same page lists with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from brink.dates import DateInterval
from brink.read.furniture import settings
from brink.read.lines import Piece
from brink.read.story import Story

SPAN_DAYS = 92
"""Longest stretch, in days, over which dated teasers may lie to tell when a page was saved."""
SLACK_DAYS = 31
"""By how many days a teaser may be older or younger than those listed with it."""


def dated_by_neighbours(stories: Sequence[Story], pieces: Sequence[Piece]) -> list[Story]:
    """The stories, with the undated teasers of each list dated by the others of that list.

    A list of a site's newest texts was filled on the day the page was saved, whatever the age of the
    page's own story. Lists by subject mix years, so in them two dated teasers must agree.
    """
    dated = list(stories)
    for heading, members in _lists(stories, pieces):
        days = _shared_days([stories[n] for n in members], fewest=1 if _is_newest(heading) else 2)
        for n in members if days else ():
            if days and stories[n].date is None:
                because = f"undated; those listed with it, of the same crawl, are of {_span(days)}"
                dated[n] = replace(stories[n], date=_widened(days), date_because=because)
    return dated


def _lists(stories: Sequence[Story], pieces: Sequence[Piece]) -> list[tuple[Piece, list[int]]]:
    """The heading of each list of teasers, and which of the stories stand under it."""
    headings = [p for p in pieces if p.tail and p.because == "a heading over other stories"]
    found: dict[int, list[int]] = {}
    for n, story in enumerate(stories):
        above = [place for place, heading in enumerate(headings) if heading.start < story.start]
        if story.kind == "blurb" and above:
            found.setdefault(above[-1], []).append(n)
    return [(headings[place], members) for place, members in found.items()]


def _shared_days(teasers: Sequence[Story], *, fewest: int) -> DateInterval | None:
    known = [story.date for story in teasers if story.date and story.date.days <= SPAN_DAYS]
    if len(known) < fewest:
        return None
    days = DateInterval(min(d.start for d in known), max(d.end for d in known))
    return days if days.days <= SPAN_DAYS else None


def _widened(days: DateInterval) -> DateInterval:
    slack = timedelta(days=SLACK_DAYS)
    first, last = date.min + slack, date.max - slack
    return DateInterval(max(days.start, first) - slack, min(days.end, last) + slack)


def _span(days: DateInterval) -> str:
    return f"{days.start.isoformat()} to {days.last.isoformat()}"


def _is_newest(heading: Piece) -> bool:
    return heading.plain.startswith(_newest())


@cache
def _newest() -> tuple[str, ...]:
    return tuple(settings()["related"]["newest"])
