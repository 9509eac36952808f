"""Round-ups: pages whose paragraphs each open with a short head and tell of another subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
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
_PERIOD = re.compile(
    r"(?:^|[:|–—-] )the week (?:of|on|in|at|ahead|that)\b"
    r"|\b\d{1,2} ?(?:to|[–-]) ?\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
"""Titles of what appears week after week."""
BOLD_WORDS = 6
"""Shortest text under a head in bold, or in a round-up by its title; else it is `TEXT_WORDS`."""
TEXT_WORDS = 15

_ROW_HEAD = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'-]+|and|of|the)){0,3}:\s+(?=[A-ZÀ-Þ“\"])")
_ROW_STOP = re.compile(r"[.!?][”\"]?\s+(?=[A-ZÀ-Þ])")

_SHORTENED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|Gen|Col|Lt|St|Sgt|Maj|Prof|vs|No))$")
_LISTED_TITLE = re.compile(r"[^,;]{4,80}[,;][^,;]{4,80}[,;]\s(?:and\s)?[^,;]{4,80}$")


def run_in_head(text: str, *, fewest: int = TEXT_WORDS) -> int | None:
    """How many characters of a paragraph are its run-in head; `None` where it has none.

    Parameters
    ----------
    fewest
        Words that must follow a head which is not in bold.
    """
    match = _BOLD.match(text) or _HEAD.match(text)
    if match is None or len(match["head"].split()) > HEAD_WORDS:
        return None
    if len(text[match.end() :].split()) < (BOLD_WORDS if match.re is _BOLD else fewest):
        return None
    if match.re is _HEAD and match["stop"] == "." and _SHORTENED.search(match["head"]):
        return None
    return len(match[0].rstrip())


@lru_cache(maxsize=4096)
def is_roundup_title(title: str | None) -> bool:
    """Whether a page's title announces several subjects."""
    if not title:
        return False
    subjects = title.partition(":")[2].strip()
    plain = title.replace("’", "'").lower()
    return bool(_cues().search(plain) or _PERIOD.search(plain)) or bool(
        subjects and _LISTED_TITLE.match(subjects)
    )


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(any_of(settings()["roundup_titles"]))


def item_heads(title: str | None, paragraphs: Sequence[Piece], *, digest: bool = False) -> dict[int, int]:
    """Start of each round-up item's paragraph, with the length of its head; empty for one story.

    A page is a round-up when its title or form says so and half its paragraphs have run-in heads, or
    when nearly all have one, which are in capitals or whose neighbours name different people and places.
    """
    announced = digest or is_roundup_title(title)
    fewest = BOLD_WORDS if announced else TEXT_WORDS
    heads = {p.start: n for p in paragraphs if (n := run_in_head(p.text, fewest=fewest)) is not None}
    if len(heads) < 2:
        return {}
    share = len(heads) / len(paragraphs)
    if share < 0.5:
        return {}
    kinship = _kinship([p for p in paragraphs if p.start in heads])
    if announced and (kinship is None or kinship <= 0.35):
        return heads
    shouted = all(p.text[: heads[p.start]].isupper() for p in paragraphs if p.start in heads)
    few = kinship is not None and kinship <= (0.35 if shouted else 0.1)
    return heads if len(heads) >= 3 and share >= 0.8 and few else {}


def _kinship(paragraphs: Sequence[Piece]) -> float | None:
    """Mean share of names that neighbouring paragraphs have in common, 0 to 1; `None` where few are named."""
    shares = []
    for a, b in pairwise(paragraphs):
        fewest = min(len(a.names), len(b.names))
        if fewest >= 2:
            shares.append(len(a.names & b.names) / fewest)
    return sum(shares) / len(shares) if len(shares) * 2 >= len(paragraphs) - 1 else None


def is_item_title(piece: Piece) -> bool:
    """Whether a heading may be the head of a round-up's item."""
    return piece.kind == "heading" and is_title_like(piece.text, fewest=1)


def items_in_a_row(text: str, start: int, end: int) -> list[int]:
    """Where the second and later items start in a paragraph that sets several one after the other.

    Each opens with a name and a colon, as in `Goma: Rebels left. Tripoli: Two men died.`
    """
    if not _ROW_HEAD.match(text, start, end):
        return []
    heads = [start] + [
        hit.end() for hit in _ROW_STOP.finditer(text, start, end) if _ROW_HEAD.match(text, hit.end(), end)
    ]
    lengths = [len(text[a:b].split()) for a, b in pairwise([*heads, end])]
    return heads[1:] if len(heads) >= 3 and min(lengths) >= BOLD_WORDS else []
