"""What readers wrote under a story, which is none of the reporting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brink.read.captions import MONTHS
from brink.read.furniture import starts_tail
from brink.read.lines import Piece

PARAGRAPH_WORDS = 20
"""Shortest paragraph, in words, that may be of the story and not of its comments."""
LOOK_PIECES = 5
"""How soon after the heading of the comments a sign of a first comment must stand."""

_COUNT = r"(?:\(?\d[\d,]*\)?|one|no)"
_SURE = re.compile(
    rf"{_COUNT} (?:thoughts?|responses?|replies|comments?) (?:on|to)\b.*"
    r"|leave (?:a|your) (?:reply|comment)s?\W*|(?:post|add|write) a comment\W*|readers'? comments?\W*"
)
_LIKELY = re.compile(
    rf"(?:{_COUNT} )?comments?(?: \(\d+\))?\W*|join the (?:conversation|discussion)\W*|discussion\W*"
)
_SIGN = re.compile(
    r"[^.!?]{2,40} (?:says|said|wrote|writes|commented|replied)\s?:?|(?:log in to )?reply\W*|report abuse\W*"
    r"|(?:\d+|an?|one) (?:minute|hour|day|week|month|year)s? ago\W*"
    r"|.{0,40}\b\d{4},? at \d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\W*|your email address will not be published.*"
)


_SIGNED = re.compile(
    rf".{{2,60}} on {MONTHS}\.? \d{{1,2}}, (?:19|20)\d\d at \d{{1,2}}:\d\d(?: ?[ap]\.?m\.?)?"
    r" (?:said|wrote|says)\W*",
    re.IGNORECASE,
)
"""The line above a comment that tells its writer and its minute."""


def label_comments(pieces: Sequence[Piece]) -> None:
    """Make what stands below the heading of readers' comments furniture, up to a list of other stories."""
    paragraphs = [index for index, piece in enumerate(pieces) if piece.words >= PARAGRAPH_WORDS]
    if not paragraphs:
        return
    started = False
    for index in range(paragraphs[0] + 1, len(pieces)):
        piece = pieces[index]
        if started and starts_tail(piece):
            return
        started = started or _starts(pieces, index, last=index > paragraphs[-1])
        if started:
            piece.be("boilerplate", "stands among readers' comments")
            piece.box = True


def _starts(pieces: Sequence[Piece], index: int, *, last: bool) -> bool:
    piece = pieces[index]
    if piece.words > 16:
        return False
    if _SIGNED.fullmatch(piece.plain):
        return any(_SIGNED.fullmatch(other.plain) for other in pieces[index + 1 :])
    if last and _SURE.fullmatch(piece.plain):
        return True
    return bool(_SURE.fullmatch(piece.plain) or _LIKELY.fullmatch(piece.plain)) and _is_signed(pieces, index)


def _is_signed(pieces: Sequence[Piece], index: int) -> bool:
    near = pieces[index + 1 : index + 1 + LOOK_PIECES]
    return any(p.words <= 12 and _SIGN.fullmatch(p.plain) for p in near)
