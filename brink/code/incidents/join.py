"""Joining events into incidents, in time near-linear in their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from brink.code.incidents.agree import agreement
from brink.code.incidents.apart import contradict, others_hurt
from brink.code.incidents.going_on import adds_to, continues
from brink.code.incidents.incident import Incident, majority, toll
from brink.code.incidents.large import Join, parts_of_wholes, told_by_some, told_without_day
from brink.code.incidents.lookup import keys_of
from brink.code.incidents.names import Names
from brink.code.incidents.sides import Said
from brink.code.rows import Count, Event, Mode
from brink.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the family of copies its story belongs to and a key that copies of one sentence share."""

    event: Event
    family: str
    words: str
    written: DateInterval | None = None
    """When the story was published."""


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
    events = [telling.event for telling in tellings]
    written = {t.event.story: t.written for t in tellings if t.written is not None}
    joiner.merge(parts_of_wholes(events), partial=True)
    joiner.merge(told_by_some(events, names), partial=True)
    joiner.merge(told_without_day(events, written, names))
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
        self._partial: set[str] = set()
        self._said: dict[str, str] = {}

    def place(self, telling: Telling) -> None:
        keys = list(keys_of(telling.event, telling.family, telling.words))
        last = self._last.get((telling.event.story, telling.event.type))
        first = self._group_of[last.event.id] if last is not None else -1
        for group in sorted(self._candidates(keys), key=lambda group: (group != first, group)):
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
        if others_hurt(new.event, [m.event for m in members], self._names):
            return None
        against = (m for m, one in _whole(members) if contradict(new.event, one, self._names))
        if not all(self._adds(new, m) for m in against):
            return None
        return next(filter(None, (self._tie(new, member) for member in members)), None)

    def _tie(self, new: Telling, member: Telling) -> str | None:
        """Why a telling is of the same happening as a member, or None."""
        one_story = member.event.story == new.event.story
        if member.family == new.family and member.words == new.words and not one_story:
            return f"the same sentence in another copy of the report as {member.event.id}"
        if new.event.summary:
            return None
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

    def merge(self, joins: Iterable[Join], *, partial: bool = False) -> None:
        """Join whole groups, unless an analyst has held any two of their events apart.

        `partial` says that the second counts only some of the dead of the first.
        """
        for found in joins:
            groups = (self._group_of[found.first], self._group_of[found.second])
            ours, theirs = ([m.event.id for m in self._members[group]] for group in groups)
            if not any(frozenset((a, b)) in self._apart for a in ours for b in theirs):
                self._unite(found.first, found.second, f"{found.second} joined: {found.because}")
                self._said[found.second] = found.said
                self._partial.update([found.second] if partial else [])

    def join(self, together: Iterable[tuple[str, str]]) -> None:
        for a, b in together:
            if a in self._group_of and b in self._group_of:
                self._unite(a, b, f"{b} joined to {a} by an analyst")

    def _unite(self, a: str, b: str, because: str) -> None:
        keep, gone = sorted((self._group_of[a], self._group_of[b]))
        if keep == gone:
            return
        for telling in self._members[gone]:
            self._group_of[telling.event.id] = keep
        self._members[keep].extend(self._members.pop(gone))
        self._because[keep].extend([*self._because.pop(gone), because])

    def groups(self) -> Iterator[int]:
        return iter(sorted(self._members))

    def incident(self, group: int) -> Incident:
        tellings = self._members[group]
        events = [telling.event for telling in tellings]
        whole = [t for t in tellings if t.event.id not in self._partial] or tellings
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
            killed=toll(list(_said(whole, "killed")), self._names),
            injured=toll(list(_said(tellings, "injured")), self._names),
            abducted=toll(list(_said(tellings, "abducted")), self._names),
            sources=len({t.family for t in tellings}),
            events=tuple(event.id for event in events),
            because=tuple(self._because[group]),
            summary=all(event.summary for event in events),
            counted=tuple(dict.fromkeys(self._said[e.id] for e in events if e.id in self._said)),
        )


def _whole(members: Sequence[Telling]) -> Iterator[tuple[Telling, Event]]:
    """Each telling with its event, less the toll where another of its story counts more: one of several."""
    most: dict[str, int] = {}
    for member in members:
        if member.event.killed is not None:
            most[member.event.story] = max(most.get(member.event.story, 0), member.event.killed.min)
    for member in members:
        killed = member.event.killed
        less = killed is not None and killed.min < most[member.event.story]
        yield member, replace(member.event, killed=None) if less else member.event


def _said(tellings: Iterable[Telling], what: Literal["killed", "injured", "abducted"]) -> Iterator[Said]:
    for telling in tellings:
        count: Count | None = getattr(telling.event, what)
        if count is not None:
            yield Said(telling.family, telling.event.id, count, telling.event.recipients)


def _first_mode(events: Sequence[Event]) -> Mode | None:
    return next((event.mode for event in events if event.mode and event.mode != "other"), events[0].mode)


def _names(listed: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in listed for name in names))
