"""An event as one report tells it: what joining goes by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from brink.code.incidents.sides import Said
from brink.code.rows import Count, Event
from brink.dates import DateInterval

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the family of copies its story belongs to and a key that copies of one sentence share."""

    event: Event
    family: str
    words: str
    written: DateInterval | None = None
    """When the story was published."""

    @classmethod
    def of(cls, event: Event, *, family: str, written: DateInterval | None) -> Telling:
        return cls(event, family, " ".join(_WORDS.findall(event.quote.text.casefold())), written)


def said_of(tellings: Iterable[Telling], what: Literal["killed", "injured", "abducted"]) -> Iterator[Said]:
    """The counts of dead, hurt or taken that the tellings give."""
    for telling in tellings:
        count: Count | None = getattr(telling.event, what)
        if count is not None:
            yield Said(telling.family, telling.event.id, count, telling.event.recipients)
