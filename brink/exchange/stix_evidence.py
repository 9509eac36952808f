"""How Brink's evidence travels in STIX: an extension and references to documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brink.code.rows import Quote
from brink.dates import DateInterval
from brink.read.document import Document

EXTENSION = "brink-evidence"
EXTENSION_ID = "extension-definition--6f0a1cc5-0e43-5a52-8d8e-8a5f3f7f4c11"
_SCHEMA = (
    "row: id of the row in Brink; document, start, end: where the quote stands, characters [start, end); "
    "quote: its exact words; first_day, last_day: when it happened or holds; because: why it was coded so"
)


def extension_definition(head: dict[str, Any], producer: str) -> dict[str, Any]:
    """The object that declares the extension, as STIX 2.1 section 7.3 asks."""
    return head | {
        "id": EXTENSION_ID,
        "created_by_ref": producer,
        "name": EXTENSION,
        "description": "The quote or rows that an object rests on",
        "schema": _SCHEMA,
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }


def evidence(
    *, row: str, when: DateInterval | None, because: Sequence[str], quote: Quote | None = None
) -> dict[str, Any]:
    """The extension's value for one row."""
    held: dict[str, Any] = {"extension_type": "property-extension", "row": row}
    if quote is not None:
        held |= {"document": quote.document, "start": quote.start, "end": quote.end, "quote": quote.text}
    if when is not None:
        held |= {"first_day": when.start.isoformat(), "last_day": when.last.isoformat()}
    if because:
        held["because"] = list(because)
    return {EXTENSION_ID: held}


def reference(document: Document, quote: Quote) -> dict[str, Any]:
    """The document of a quote, by its id and offsets; its digest where STIX has room for one."""
    made: dict[str, Any] = {
        "source_name": document.outlet or document.id,
        "description": f"SHA-256 {document.digest}",
        "external_id": f"{document.id}[{quote.start}:{quote.end}]",
    }
    return made | {"url": document.url} if document.url else made
