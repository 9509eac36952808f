"""Round-ups: pages whose paragraphs each open with a short head and tell of another subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from brink.read.furniture import any_of, settings
from brink.read.lines import Piece
from brink.read.shapes import is_title_like

HEAD_WORDS = 10
"""Longest run-in head, in words."""

_MARK = r"(?:[•●▪■◦*·–—-]\s+|\d{1,2}[.)]\s+)?"
_HEAD = re.compile(
    rf"{_MARK}(?P<head>[A-ZÀ-Þ“\"0-9][^.?!:—|]{{2,90}}?)(?P<stop>[.?!:]|\s—|\s\|)[”\"]?\s+(?=[A-ZÀ-Þ“\"‘0-9])"
)
_BOLD = re.compile(rf"{_MARK}(?:\*\*|__)(?P<head>[^*_]{{3,90}})(?:\*\*|__)[.:]?\s+(?=\S)")
_SHORTENED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|Gen|Col|Lt|St|Sgt|Maj|Prof|vs|No))$")
_LISTED_TITLE = re.compile(r"[^,;]{4,80}[,;][^,;]{4,80}[,;]\s(?:and\s)?[^,;]{4,80}$")


def run_in_head(text: str) -> int | None:
    """How many characters of a paragraph are its run-in head; `None` where it has none."""
    match = _BOLD.match(text) or _HEAD.match(text)
    if match is None or len(match["head"].split()) > HEAD_WORDS or len(text[match.end() :].split()) < 15:
        return None
    if match.re is _HEAD and match["stop"] == "." and _SHORTENED.search(match["head"]):
        return None
    return len(match[0].rstrip())


def is_roundup_title(title: str | None) -> bool:
    """Whether a page's title announces several subjects."""
    if not title:
        return False
    subjects = title.partition(":")[2].strip()
    announced = _cues().search(title.replace("’", "'").lower())
    return bool(announced) or bool(subjects and _LISTED_TITLE.match(subjects))


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(any_of(settings()["roundup_titles"]))


def item_heads(title: str | None, paragraphs: Sequence[Piece]) -> dict[int, int]:
    """Start of each round-up item's paragraph, with the length of its head; empty for one story.

    A page is a round-up when its title says so and half its paragraphs have run-in heads, or when
    nearly all have one and neighbours name different people and places.
    """
    heads = {p.start: length for p in paragraphs if (length := run_in_head(p.text)) is not None}
    if len(heads) < 2:
        return {}
    share = len(heads) / len(paragraphs)
    apart = _kinship(paragraphs)
    if is_roundup_title(title) and share >= 0.5 and apart <= 0.35:
        return heads
    return heads if len(heads) >= 3 and share >= 0.8 and apart <= 0.1 else {}


def _kinship(paragraphs: Sequence[Piece]) -> float:
    """Mean share of names that neighbouring paragraphs have in common, 0 to 1; 1 where few are named."""
    shares = []
    for a, b in pairwise(paragraphs):
        fewest = min(len(a.names), len(b.names))
        if fewest >= 2:
            shares.append(len(a.names & b.names) / fewest)
    return sum(shares) / len(shares) if len(shares) * 2 >= len(paragraphs) - 1 else 1.0


def is_item_title(piece: Piece) -> bool:
    """Whether a heading may be the head of a round-up's item."""
    return piece.kind == "heading" and is_title_like(piece.text, fewest=1)
