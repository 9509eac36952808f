"""An actor as the gazetteer or a case describes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brink.code.mention import ActorKind


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name that means this actor only from `start` up to (not including) `end`.

    "Kabul" means the Taliban government from 2021-08-15, the republic before.
    """

    name: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """One actor with every name that may stand for it."""

    name: str
    """Canonical name, as rows print it."""
    kind: ActorKind
    country: str | None = None
    """ISO 3166-1 alpha-2 of the state it is, serves or mainly fights in."""
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Adjectives and people ("Pakistani", "Pakistanis"); states only."""
    capitals: tuple[DatedName, ...] = ()
    """Seats of government that stand for it in the news ("Islamabad")."""
    dated: tuple[DatedName, ...] = ()
    """Names that are this actor's only for a time ("the Taliban government")."""
    part_of: str | None = None
    """Canonical name of the larger actor it belongs to."""
    source: str | None = None
    """Where the entry comes from; in a case, who decided it."""
