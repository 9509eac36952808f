"""When the story that some pieces of a page make up was published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from brink.dates import DateInterval
from brink.read.captions import DAY_SHOWN
from brink.read.document import Document
from brink.read.lines import Piece
from brink.read.story_date import date_story

DATED_KINDS = ("byline", "dateline", "body")
DATED_CHARS = 100_000
"""How much of a story is searched for its date."""
ABOVE_CHARS = 1_000
"""How far above a story's first words its date may be printed."""
PICTURE_DAYS = 14
"""How old a news picture is taken to be at most, in days: agencies mark older ones as from the files."""


def date_pieces(
    pieces: Sequence[Piece], title: str | None, *, document: Document, above: str
) -> tuple[DateInterval | None, str]:
    """The story's date from its own words, those right above it, and last the captions; and why.

    Parameters
    ----------
    document
        Its date and address must be those of this story.
    above
        What the page prints right above the story.
    """
    own = [document.text[p.start : p.end] for p in pieces if p.kind in DATED_KINDS]
    words = "\n".join(own)[:DATED_CHARS]
    seen = replace(document, text=above + words[:ABOVE_CHARS])
    date, because = date_story(title, words, document=seen)
    if date is not None:
        return date, because
    shown = [p for p in pieces if p.kind == "caption" and not p.plain.startswith(("file", "(file"))]
    captions = "\n".join(document.text[p.start : p.end] for p in shown)
    days_shown = any(p.because.startswith(DAY_SHOWN) for p in shown)
    return (captions and _by_picture(captions, seen, days_shown)) or (None, because)


def _by_picture(captions: str, document: Document, days_shown: bool) -> tuple[DateInterval, str] | None:
    """The date from the day that a caption tells, for a story without one of its own."""
    date, because = date_story(None, captions, document=document)
    if date is None:
        return None
    if not days_shown or date.days <= PICTURE_DAYS:
        return date, f"{because} (in a caption)"
    near = DateInterval(date.start, date.start + timedelta(days=PICTURE_DAYS))
    return near, f"a caption tells the day {date.start}; news pictures are at most two weeks old"
