"""One side of an event, and how it is read off a mention."""

from __future__ import annotations

from dataclasses import dataclass

from brink.code.events.wording import without_times
from brink.code.mention import ActorKind, Mention
from brink.code.parsed import Token


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an event: the names rows print, and the token they were read from."""

    names: tuple[str, ...]
    token: Token
    kind: ActorKind
    named: bool
    """Whether the names are canonical, not the words of the text."""
    because: str
    how: str
    direct: bool
    """Whether the party stands at the place itself, not inside the phrase that does."""
    country: str | None = None


def mentioned(mention: Mention, token: Token, because: str, *, direct: bool = True) -> Party:
    """The party that a mention names, by its names or else the words of the text."""
    return Party(
        mention.names or without_times(mention.label),
        token,
        mention.kind,
        bool(mention.names),
        because,
        mention.how,
        direct,
        mention.country,
    )


def listed(mention: Mention) -> str:
    """The names of a mention in one phrase."""
    return " and ".join(mention.label)
