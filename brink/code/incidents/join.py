"""Joining events into incidents, in time near-linear in their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from brink.code.incidents.agree import (
    DATED_DAYS,
    LARGE_TOLL,
    MONTH_DAYS,
    TELLING_COUNT,
    Names,
    adds_to,
    agreement,
    continues,
    contradict,
)
from brink.code.incidents.incident import Incident, majority, toll
from brink.code.rows import Count, Event, Mode

_DAY_ZERO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the family of copies its story belongs to and a key that copies of one sentence share."""

    event: Event
    family: str
    words: str


def join_events(
    tellings: Sequence[Telling],
    names: Names,
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> list[Incident]:
    """Incidents of the events, each event in exactly one.

    Events are taken in the order given (by date of story, then id). One joins the first
    incident with which it agrees and none of whose events it contradicts; candidates are
    looked up by day with place, sides or toll, so the cost grows with the number of events
    and not with its square. `together` and `apart` are an analyst's decisions on pairs of
    event ids and overrule the rules.
    """
    joiner = _Joiner(names, _pairs(apart))
    for telling in tellings:
        joiner.place(telling)
    joiner.join(together)
    return [joiner.incident(members) for members in joiner.groups()]


def _pairs(pairs: Iterable[tuple[str, str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in pairs)


class _Joiner:
    def __init__(self, names: Names, apart: frozenset[frozenset[str]]) -> None:
        self._names = names
        self._apart = apart
        self._members: dict[int, list[Telling]] = {}
        self._because: dict[int, list[str]] = {}
        self._lookup: dict[tuple[object, ...], list[int]] = defaultdict(list)
        self._group_of: dict[str, int] = {}
        self._last: dict[tuple[str, str], Telling] = {}

    def place(self, telling: Telling) -> None:
        keys = list(_keys(telling))
        for group in self._candidates(keys):
            why = self._fits(telling, group)
            if why is not None:
                self._because[group].append(f"{telling.event.id} joined: {why}")
                break
        else:
            group = len(self._members)
            self._members[group], self._because[group] = [], []
        self._members[group].append(telling)
        self._group_of[telling.event.id] = group
        self._last[telling.event.story, telling.event.type] = telling
        for key in keys:
            if group not in self._lookup[key]:
                self._lookup[key].append(group)

    def _candidates(self, keys: list[tuple[object, ...]]) -> list[int]:
        return sorted({group for key in keys for group in self._lookup.get(key, ())})

    def _fits(self, new: Telling, group: int) -> str | None:
        members = self._members[group]
        if any(frozenset((new.event.id, m.event.id)) in self._apart for m in members):
            return None
        if any(contradict(new.event, m.event, self._names) and not self._adds(new, m) for m in members):
            return None
        return next(filter(None, (self._tie(new, member) for member in members)), None)

    def _tie(self, new: Telling, member: Telling) -> str | None:
        """Why a telling is of the same happening as a member, or None."""
        one_story = member.event.story == new.event.story
        if member.family == new.family and member.words == new.words and not one_story:
            return f"the same sentence in another copy of the report as {member.event.id}"
        if one_story and (self._goes_on(new, member) or self._adds(new, member)):
            return f"it goes on about {member.event.id}, told just before"
        found = agreement(new.event, member.event, self._names, one_story=one_story)
        return f"same {', '.join(found.shared)} as {member.event.id}" if found else None

    def _adds(self, new: Telling, member: Telling) -> bool:
        one_story = new.event.story == member.event.story
        return one_story and adds_to(new.event, member.event, self._names)

    def _goes_on(self, new: Telling, member: Telling) -> bool:
        last = self._last.get((new.event.story, new.event.type))
        return last is member and continues(new.event, member.event, self._names)

    def join(self, together: Iterable[tuple[str, str]]) -> None:
        for a, b in together:
            if a not in self._group_of or b not in self._group_of:
                continue
            keep, gone = sorted((self._group_of[a], self._group_of[b]))
            if keep == gone:
                continue
            for telling in self._members[gone]:
                self._group_of[telling.event.id] = keep
            self._members[keep].extend(self._members.pop(gone))
            self._because[keep].extend([*self._because.pop(gone), f"{b} joined to {a} by an analyst"])

    def groups(self) -> Iterator[int]:
        return iter(sorted(self._members))

    def incident(self, group: int) -> Incident:
        tellings = self._members[group]
        events = [telling.event for telling in tellings]
        best = majority(events)
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
            killed=toll([(t.family, t.event.id, t.event.killed) for t in tellings if t.event.killed]),
            injured=toll([(t.family, t.event.id, t.event.injured) for t in tellings if t.event.injured]),
            abducted=toll([(t.family, t.event.id, t.event.abducted) for t in tellings if t.event.abducted]),
            sources=len({t.family for t in tellings}),
            events=tuple(event.id for event in events),
            because=tuple(self._because[group]),
        )


def _first_mode(events: Sequence[Event]) -> Mode | None:
    return next((event.mode for event in events if event.mode and event.mode != "other"), events[0].mode)


def _names(listed: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in listed for name in names))


def _keys(telling: Telling) -> Iterator[tuple[object, ...]]:
    """What an event is looked up by: its copies, its story, and each day with place, sides or toll."""
    event = telling.event
    yield ("copy", telling.family, event.type, telling.words)
    yield ("story", event.story, event.type)
    yield from _large_keys(event)
    if event.date is None or event.date.days > DATED_DAYS:
        return
    for offset in range(event.date.days):
        day = event.date.start + timedelta(days=offset) - _DAY_ZERO
        if event.place and event.place.lat is not None and event.place.lon is not None:
            for cell in _cells(event.place.lat, event.place.lon):
                yield ("place", event.type, day.days, cell)
        if event.place:
            yield ("place", event.type, day.days, event.place.name.casefold())
        for actor in event.actors:
            yield ("doer", event.type, day.days, actor)
        yield from _toll_key("killed", event.killed, event, day.days)
        yield from _toll_key("injured", event.injured, event, day.days)


def _large_keys(event: Event) -> Iterator[tuple[object, ...]]:
    if not event.date or not event.killed:
        return
    if event.killed.min >= LARGE_TOLL and event.date.days <= MONTH_DAYS:
        for month in sorted({(day.year, day.month) for day in (event.date.start, event.date.last)}):
            yield ("large", event.type, month, event.killed.min)
            if event.place:
                yield ("large", event.type, month, event.place.name.casefold())


def _cells(lat: float, lon: float) -> list[tuple[int, int]]:
    """The half-degree cell of a point and its neighbours, so that near towns share one."""
    row, column = int(lat * 2 // 1), int(lon * 2 // 1)
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _toll_key(what: str, count: Count | None, event: Event, day: int) -> Iterator[tuple[object, ...]]:
    if count and count.min >= TELLING_COUNT:
        yield (what, event.type, day, count.min, count.max)
