"""A PDF becomes the text of its pages, read in a process of its own that can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from brink.errors import UnreadableSource
from brink.read.bounds import BOUNDS, Bounds
from brink.read.page import Page
from brink.read.pages import flow, without_running_heads
from brink.read.stated_date import stated_date

# Titles that a word processor or printer wrote, not an author.
_MACHINE_TITLES = ("microsoft word", "untitled", "layout 1", "print", "document1", "slide 1", "powerpoint")


def read_pdf(data: bytes, *, bounds: Bounds = BOUNDS) -> Page:
    """The text of a PDF, its lines joined to paragraphs.

    Raises
    ------
    UnreadableSource
        When it is broken, locked, too long, or holds pictures of pages only.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableSource("is no PDF: it does not begin as one")
    found = _extract(data, bounds)
    pages = [str(page) for page in found["pages"]]
    if not any(page.strip() for page in pages):
        raise UnreadableSource(
            f"holds no text on its {len(pages)} pages, only pictures of them; recognise its text (OCR) first"
        )
    kept, notes = without_running_heads(pages)
    blank = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if blank:
        notes += (f"no text on page {', '.join(blank[:20])}{' and others' if len(blank) > 20 else ''}",)
    return _page(flow(kept), found, pages[0], notes)


def _page(text: str, found: dict[str, Any], first: str, notes: tuple[str, ...]) -> Page:
    title, made = str(found.get("title") or ""), stated_date(str(found.get("made") or "")[2:10])
    date = made if made is not None and str(made.start.year) in first else None
    if made is not None and date is None:
        # A page printed years later would otherwise pass for news of that day.
        notes += (f"the PDF was made on {made.start}; its first page does not name that year",)
    return Page(
        text=text, notes=notes, date=date,
        title=None if not title.strip() or title.casefold().startswith(_MACHINE_TITLES) else title,
        date_because="metadata of the PDF: CreationDate, whose year its first page names" if date else None,
    )  # fmt: skip


def _extract(data: bytes, bounds: Bounds) -> dict[str, Any]:
    """What the reading process found."""
    # Without -P a file named json.py in the folder Brink is started from would be run.
    command = [
        sys.executable,
        "-m",
        "brink.read.pdf_process",
        str(bounds.pdf_pages),
        str(bounds.pdf_memory_bytes),
    ]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=bounds.pdf_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableSource(f"took longer than {bounds.pdf_seconds:.0f} seconds to read") from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadableSource("is a PDF that could not be read: its reader stopped") from error
    if "problem" in found:
        raise UnreadableSource(str(found["problem"]))
    return dict(found)
