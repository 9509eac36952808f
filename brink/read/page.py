"""What a reader of one format gives back: text, and what the file says of itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from brink.dates import DateInterval
from brink.errors import UnreadableSource
from brink.read.document import Document, Format
from brink.read.language import guess_language
from brink.read.normalise import normalise, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of one file and its metadata, before either is cleaned."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: DateInterval | None = None
    date_because: str | None = None
    notes: tuple[str, ...] = ()


def document(name: str, page: Page, data: bytes, *, format: Format) -> Document:
    """The document a page becomes, its text normalised once.

    Raises
    ------
    UnreadableSource
        When no text is left.
    """
    text = normalise(page.text)
    if not text.strip():
        raise UnreadableSource("holds no text")
    return Document(
        id=name,
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        format=format,
        title=one_line(page.title),
        outlet=one_line(page.outlet, most=200),
        url=one_line(page.url, most=2000),
        date=page.date,
        date_because=page.date_because,
        language=guess_language(text),
        notes=tuple(filter(None, map(one_line, page.notes))),
    )
