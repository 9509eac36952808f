"""How e-mailed letters greet and take leave of their readers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brink.read.lines import Piece

_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening|day)|dear|hello|hi|greetings"
    r"|happy (?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"(?:,? [^\s,.!?:;]{1,20}){0,4}\W{0,3}"
)
_FAREWELL = re.compile(
    r"(?:see you|until|till|back) (?:tomorrow|soon|then|next|again|on|in)\b(?: [^\s,.!?:;]{1,15}){0,4}\W{0,3}"
    r"|have a (?:good|great|nice|lovely|safe|peaceful)\b[^.!?]{0,40}\W{0,3}"
    r"|(?:best|kind|warm)(?: regards| wishes)?\W{1,3}"
    r"|yours(?: [a-z]+)?\W{1,3}|(?:many )?thanks for (?:reading|joining|being)\b[^.!?]{0,60}\W{0,3}"
    r"|that's (?:all|it) (?:for|from)\b[^.!?]{0,50}\W{0,3}"
)
_SENDER = re.compile(r"(?:the|your) [^.!?,;]{2,40} (?:team|desk|editors|newsroom)\W?")


def label_letter(pieces: Sequence[Piece]) -> None:
    """Give greetings, farewells and the sender's name under them their roles."""
    left = False
    for piece in pieces:
        if piece.kind is not None or piece.words > 14:
            left = left and piece.kind is not None
            continue
        if piece.words <= 6 and _GREETING.fullmatch(piece.plain):
            piece.be("teaser", "greets the reader")
        elif _FAREWELL.fullmatch(piece.plain):
            piece.be("newsletter", "takes leave of the reader")
            left = True
        elif left and (_SENDER.fullmatch(piece.plain) or (piece.words <= 3 and piece.text.istitle())):
            piece.be("newsletter", "names the sender of the letter")
