"""The shapes short lines take: items of lists, turns of speech, titles."""

from __future__ import annotations

import re

TITLE_CHARS = 200
"""Longest title looked for, in characters."""

_LIST_MARK = re.compile(r"(?:[•●▪■◦‣·*–—-]|\d{1,2}[.)]|[a-z]\))\s+\S")
_SPEAKER = re.compile(r"[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,3}(?: \([^()]{1,30}\))?:\s")
_BREAK = re.compile(r"[.!…][”\"’')*_]*\s+(?=[“\"‘A-ZÀ-Þ])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:vs|Mr|Mrs|Dr|Gen|Col|Lt|St|Sen|Rep|Gov|Sgt|Maj|Capt|Prof|No|Jr))\.$", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s+")


def is_listed(text: str) -> bool:
    """Whether the text starts as an item of a list."""
    return bool(_LIST_MARK.match(text))


def is_spoken(text: str) -> bool:
    """Whether the text starts with who speaks, as in interviews and transcripts."""
    return bool(_SPEAKER.match(text))


def is_title_like(words: str, *, fewest: int = 2) -> bool:
    """Whether a run could be a headline: short, capitalised, not closed as a sentence."""
    words = _NUMBER.sub("", words.strip("#* "), count=1) if words[:1] in "0123456789IVX#*" else words.strip()
    if not 4 <= len(words) <= TITLE_CHARS or not fewest <= len(words.split()) <= 28:
        return False
    if words[-1] in ".,;:…" and not _ABBREVIATION.search(words):
        return False
    if not (words[0].isupper() or words[0].isdigit() or words[0] in "“\"‘'("):
        return False
    return not any(not _ABBREVIATION.search(words[: hit.start() + 1]) for hit in _BREAK.finditer(words))
