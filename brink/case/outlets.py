"""Who published what a case rests on, how far they are trusted, and how much is their own."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

from brink.case.view import View
from brink.read.story import Story

UNGRADED = "F"
UNGRADED_REASON = "not graded in case.yaml: reliability cannot be judged"


def outlet_of(view: View, story: Story) -> str:
    """Who published a story: as the case names it, as the page does, or the file it came from."""
    document = view.documents[story.document]
    name = story.outlet or document.outlet
    graded = view.definition.outlet(name, host=urlsplit(document.url or "").hostname)
    return graded.name if graded else name or story.document


def outlet_rows(view: View) -> list[dict[str, Any]]:
    """One row an outlet: its Admiralty grade, stories, and families in which it came first.

    A story that copies another outlet's is not independent; it counts for the original.
    """
    stories = defaultdict(list)
    for story in view.stories:
        stories[outlet_of(view, story)].append(story)
    events: dict[str, int] = defaultdict(int)
    for event in view.events:
        events[outlet_of(view, view.story[event.story])] += not event.summary
    rows = []
    for outlet, listed in sorted(stories.items(), key=lambda item: (-len(item[1]), item[0])):
        dates = sorted(story.date for story in listed if story.date)
        grade = view.definition.outlet(outlet)
        rows.append(
            {
                "outlet": outlet,
                "grade": grade.grade if grade else UNGRADED,
                "reason": grade.reason if grade else UNGRADED_REASON,
                "stories": len(listed),
                "independent": sum(view.families[story.id].original == story.id for story in listed),
                "events": events[outlet],
                "first": dates[0].start.isoformat() if dates else None,
                "last": dates[-1].last.isoformat() if dates else None,
            }
        )
    return rows
