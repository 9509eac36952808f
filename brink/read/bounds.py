"""How large, deep and slow a source may be before Brink refuses it by name."""

from __future__ import annotations

from dataclasses import dataclass

MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Limits that keep one hostile or broken file from stopping the reading of the rest."""

    file_bytes: int = 200 * MB
    """One file or archive member. A year of a news agency as plain text is about a tenth of this."""
    archive_bytes: int = 1_000 * MB
    """Everything one archive unpacks to, archives inside it included."""
    archive_members: int = 50_000
    """Members of one archive, archives inside it included."""
    archive_depth: int = 3
    """How many archives may lie inside one another."""
    archive_ratio: int = 200
    """Unpacked over packed size. News text packs about 4 to 1, the tightest bombs 1,000 to 1."""
    ratio_from_bytes: int = 1 * MB
    """The ratio is looked at only above this unpacked size: a small file cannot do harm."""
    page_bytes: int = 9 * MB
    """A larger web page is rendered as plain text instead of searched for its main text."""
    page_elements: int = 40_000
    """So is one of more elements, on which the search would take many seconds."""
    pdf_pages: int = 2_000
    pdf_seconds: float = 120.0
    pdf_memory_bytes: int = 4_000 * MB
    mail_head_lines: int = 1_000
    """Header lines of a mail; real ones have fewer than a hundred."""


BOUNDS = Bounds()
"""The limits used when a caller gives none."""


def megabytes(count: int) -> str:
    """A size in words, for reasons an analyst reads.

    >>> megabytes(250_000_000)
    '250 MB'
    """
    return f"{count / MB:,.0f} MB" if count >= MB else f"{max(1, round(count / 1000))} kB"
