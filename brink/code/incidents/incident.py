"""One happening, as several sources tell it, with their figures kept apart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brink.code.incidents.names import Names
from brink.code.incidents.sides import Said, in_all
from brink.code.incidents.telling import Telling, said_of
from brink.code.rows import Event, EventType, Mode, Place, Status
from brink.dates import DateInterval


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What one independent source says: a family of copies, by its earliest event that gives a figure."""

    family: str
    event: str
    min: int
    max: int | None
    adds: tuple[str, ...] = ()
    """Further events whose count it holds, where those of two sides add up."""


@dataclass(frozen=True, slots=True)
class Toll:
    """The range that all sources together span, and each source's own."""

    min: int
    max: int | None
    by_source: tuple[SourceCount, ...]

    @property
    def said(self) -> str:
        """The range in words: "at least 12", "6 to 8"."""
        if self.max is None:
            return f"at least {self.min}"
        return str(self.min) if self.min == self.max else f"{self.min} to {self.max}"

    @property
    def disputed(self) -> bool:
        """Whether two sources give ranges that do not meet."""
        for i, a in enumerate(self.by_source):
            for b in self.by_source[i + 1 :]:
                if _top(a.max) < b.min or _top(b.max) < a.min:
                    return True
        return False


def _top(most: int | None) -> float:
    return math.inf if most is None else most


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening: what its events agree on, and how many independent sources tell it."""

    id: str
    type: EventType
    mode: Mode | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: DateInterval | None
    place: Place | None
    status: Status
    killed: Toll | None
    injured: Toll | None
    abducted: Toll | None
    sources: int
    """Families of copies among its events, each counted once."""
    events: tuple[str, ...]
    because: tuple[str, ...]
    """Why each further event was joined to those before it."""
    summary: bool = False
    """Whether all its events sum up many happenings, so that it is no incident to count."""
    counted: tuple[str, ...] = ()
    """Tolls taken in that are not the whole's or name no day, in words: "41 and 6 make up its 47"."""


def incident_of(
    tellings: Sequence[Telling],
    whole: Sequence[Telling],
    names: Names,
    *,
    because: tuple[str, ...],
    counted: tuple[str, ...],
) -> Incident:
    """The incident that the tellings are of; those in `whole` do not count only some of its dead."""
    events = [telling.event for telling in tellings]
    whole = whole or tellings
    best = majority([t.event for t in whole])
    dated = [event.date for event in events if event.date]
    return Incident(
        id="i" + events[0].id[1:],
        type=best.type,
        mode=_first_mode(events),
        actors=_names(event.actors for event in events),
        recipients=_names(event.recipients for event in events),
        date=min(dated, key=lambda when: (when.days, when.start)) if dated else None,
        place=best.place,
        status=best.status,
        killed=toll(list(said_of(whole, "killed")), names),
        injured=toll(list(said_of(tellings, "injured")), names),
        abducted=toll(list(said_of(tellings, "abducted")), names),
        sources=len({t.family for t in tellings}),
        events=tuple(event.id for event in events),
        because=because,
        summary=all(event.summary for event in events),
        counted=counted,
    )


def _first_mode(events: Sequence[Event]) -> Mode | None:
    return next((event.mode for event in events if event.mode and event.mode != "other"), events[0].mode)


def _names(listed: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in listed for name in names))


def toll(said: Sequence[Said], names: Names) -> Toll | None:
    """The toll from the counts of events in order of telling; one entry a family, what it says in all."""
    if not said:
        return None
    rows = tuple(
        _source([one for one in said if one.family == family], names)
        for family in sorted({one.family for one in said})
    )
    highs = [row.max for row in rows if row.max is not None]
    lows = [row.min for row in rows]
    open_above = [row.min for row in rows if row.max is None]
    most = None if open_above and max(open_above) >= max(highs, default=0) else max(highs)
    return Toll(min(lows), most, rows)


def _source(said: Sequence[Said], names: Names) -> SourceCount:
    held = in_all(said, names)
    first, *others = held.said
    adds = tuple(one.event for one in others)
    return SourceCount(first.family, first.event, held.count.min, held.count.max, adds)


def majority(events: Sequence[Event]) -> Event:
    """The event that says most, for the fields an incident shows; the first among equals."""

    def said(event: Event) -> tuple[int, int, float]:
        place = _PLACE_RANK.get(event.place.precision, 0) if event.place else 0
        day = -event.date.days if event.date else -10_000
        return (place, day, event.confidence)

    return max(events, key=said)


_PLACE_RANK = {"region": 1, "country": 2, "province": 3, "district": 4, "town": 5, "point": 6}
