"""A feed of one JSON object a line: each row is a document."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator

from brink.errors import UnreadableSource
from brink.read.document import Document, Problem
from brink.read.page import Page, document
from brink.read.stated_date import stated_date

_FIELDS = ("title", "text", "date", "url", "outlet")


def read_rows(name: str, data: bytes) -> Iterator[Document | Problem]:
    """A document a row, named `feed.jsonl#3`; a row that is none is named as a problem."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    rows = 0
    for number, raw in enumerate(data.removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        row = raw.strip(b"\r\t ")
        if not row:
            continue
        rows += 1
        source = f"{name}#{number}"
        try:
            yield document(source, _page(row), row, format="jsonl")
        except UnreadableSource as error:
            yield Problem(source, f"row {number}: {error}")
    if not rows:
        yield Problem(name, "holds no rows")


def _page(row: bytes) -> Page:
    record = _record(row)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        given = ", ".join(sorted(str(key)[:30] for key in record)[:12]) or "none"
        raise UnreadableSource(f"has no words in the field `text` (fields given: {given})")
    given_date = record.get("date")
    date = stated_date(given_date)
    lost = date is None and given_date not in (None, "")
    title, outlet, url = (_words(record.get(key)) for key in ("title", "outlet", "url"))
    return Page(
        text=text, title=title, outlet=outlet, url=url, date=date,
        date_because="date of the row in the feed" if date else None,
        notes=(f"date of the row not understood: {str(given_date)[:60]!r}",) if lost else (),
    )  # fmt: skip


def _record(row: bytes) -> dict[str, object]:
    try:
        loaded = json.loads(row.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"is not UTF-8 (byte {error.start + 1} of the row)") from error
    except json.JSONDecodeError as error:
        raise UnreadableSource(f"is not JSON: {error.msg} at character {error.pos + 1}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableSource("is JSON too deep or with a number too long to read") from error
    if not isinstance(loaded, dict):
        raise UnreadableSource(f"is not an object with the fields {', '.join(_FIELDS)}")
    return loaded


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
