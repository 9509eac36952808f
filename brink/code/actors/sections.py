"""Headings inside a story, after which words refer back to nobody before them: "Mali. JNIM attacked …"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.actors.page import Page

_LONGEST: Final = 3
"""Words of a heading; a sentence is longer."""
_LEAST: Final = 12
"""Words of a paragraph that a heading opens."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with the country (ISO) that it is, if it is one."""

    country: str | None


def heading_of(page: Page) -> Heading | None:
    """The heading that opens a paragraph and stands in one line with it, or None.

    It is one to three words with a capital and a full stop or colon after them, none of them a verb.
    """
    words = page.words
    end = next((i for i in range(min(words.n, _LONGEST + 1)) if words.texts[i] in {".", ":"}), None)
    if not end or words.n < _LEAST or words.texts[end] == ":":
        return None
    if words.sentence[end] == words.sentence[end + 1] or not words.texts[0][0].isupper():
        return None
    if any(words.pos[i] in {"VERB", "AUX", "PRON"} for i in range(end)):
        return None
    named = page.entries.get(end)
    whole = named is not None and named[0].first == 0 and named[1].kind == "state"
    return Heading(named[1].country if named is not None and whole else None)
