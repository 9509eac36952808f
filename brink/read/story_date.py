"""When a story was published: what the file says, else what the page prints, else what the text tells."""

from __future__ import annotations

from brink.dates import DateInterval
from brink.read.document import Document
from brink.read.inferred_date import infer_date
from brink.read.printed_date import address_in, date_in_address, date_line, dateline


def date_story(title: str | None, text: str, *, document: Document) -> tuple[DateInterval | None, str]:
    """The days on which a story may have been published, and why; None with a reason when nothing tells.

    Tried in this order: the date that came with the file; a line of the page that holds
    little but a date, at the story's head; a full dateline; the page's address; and last
    the dates the text itself speaks of, which give an interval and not a day.

    Parameters
    ----------
    text
        The story's own body, without captions, teasers and other stories of its page.
    """
    if document.date is not None:
        return document.date, document.date_because or "the date that came with the file"
    printed = date_line(text, document.text)
    if printed:
        return printed
    opening = dateline(text)
    if opening and opening.interval:
        return opening.interval, f"its dateline reads “{opening.text}”"
    for url in (document.url, address_in(text)):
        addressed = date_in_address(url) if url else None
        if addressed:
            return addressed
    body = text if not title or text.startswith(title) else f"{text}\n\n{title}"
    return infer_date(body, dateline=opening is not None)
