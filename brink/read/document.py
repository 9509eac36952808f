"""A file as Brink keeps it: its text, normalised once, with offsets that never move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from brink.dates import DateInterval

Format = Literal["txt", "html", "md", "pdf", "eml", "jsonl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One piece of reporting as it was found.

    `id` is the path below the case's `articles/` with forward slashes; a member of an
    archive is `archive.zip/inner/file.txt`, a row of a JSONL file is `feed.jsonl#3`
    (rows count from 1). Every offset in Brink counts Unicode characters in `text`.
    """

    id: str
    text: str
    digest: str
    """SHA-256 of the original bytes (of the row's bytes for JSONL), hexadecimal."""
    format: Format
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: DateInterval | None = None
    date_because: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    """What was done on the way in, such as "decoded as windows-1252"."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, or part of one, that could not be read, and why."""

    source: str
    reason: str
