"""Which stories count as of a date."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from brink.read.story import Story


def later_pages(stories: Iterable[Story], as_of: date) -> frozenset[str]:
    """Documents that hold a story dated after the as-of date."""
    return frozenset(s.document for s in stories if s.date and s.date.start > as_of)


def counts(story: Story, as_of: date, later: Collection[str]) -> bool:
    """Whether a story counts: begun by the date or, where it is undated, on no page made later."""
    return story.document not in later if story.date is None else story.date.start <= as_of
