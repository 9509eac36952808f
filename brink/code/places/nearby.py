"""The known places of a passage, for looking a few to either side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from brink.code.mention import PlaceMention
from brink.code.places.spans import Words
from brink.code.rows import Place

_LOOK_ASIDE = 8


def place_mention(
    words: Words, passage: int, first: int, last: int, *, place: Place, because: str
) -> PlaceMention:  # fmt: skip
    """The mention that tokens `[first, last)` make of a place."""
    tokens = words.doc[first:last]
    return PlaceMention(
        passage=passage, first=first, last=last, head=tokens.root.i, surface=tokens.text, place=place,
        because=because,
    )  # fmt: skip


class Nearby:
    """The known places of a passage by the token they begin at, for looking a few to either side."""

    def __init__(self, mentions: Sequence[PlaceMention]) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.first)
        self._firsts = [mention.first for mention in self.mentions]
        self._at = {mention.first: mention for mention in self.mentions}

    def beginning_at(self, token: int) -> PlaceMention | None:
        return self._at.get(token)

    def around(self, token: int) -> Sequence[PlaceMention]:
        """The places nearest in the text, a few before and a few after."""
        at = bisect_left(self._firsts, token)
        return self.mentions[max(0, at - _LOOK_ASIDE) : at + _LOOK_ASIDE]
