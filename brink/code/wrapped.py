"""Lines that a mail program or printer wrapped, made one line again for the parser."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_ITEM = re.compile(r"(?:[-–—•*▪◦‣·>|+#]|\(?\w{1,3}[.)])[ \t]")
_SHORTEST = 25
"""Characters a wrapped line has at least; shorter ones are headings, addresses, verse."""
_SHARE = 0.6
"""Of the longest line of the passage, so much a wrapped line reaches at least."""


def unwrapped(text: str) -> str:
    """The text with spaces for the line breaks inside its sentences; every character keeps its place.

    A break is inside a sentence when the line before it is about as long as lines of the passage
    get and the next is no list item, or when the next goes on in lower case.
    """
    if "\n" not in text:
        return text
    widest = max(len(line) for line in text.split("\n"))
    pieces, last = [], 0
    for gap in _BREAK.finditer(text):
        before = text[max(text.rfind("\n", 0, gap.start()) + 1, 0) : gap.start()]
        after = text[gap.end() : gap.end() + 8]
        if _is_soft(before, after, widest):
            pieces += [text[last : gap.start()], " " * (gap.end() - gap.start())]
            last = gap.end()
    return "".join([*pieces, text[last:]])


def _is_soft(before: str, after: str, widest: int) -> bool:
    if not before.strip() or not after or _ITEM.match(after):
        return False
    if after[0].islower() and not _ITEM.match(before):
        return True
    return len(before) >= max(_SHORTEST, _SHARE * widest) and not (
        before.rstrip()[-1] in '.!?:;”"' and after[0].isdigit()
    )
