"""Joining events into incidents, in time near-linear in their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brink.code.incidents.agree import agreement
from brink.code.incidents.apart import contradict, others_hurt
from brink.code.incidents.going_on import adds_to, continues
from brink.code.incidents.groups import Groups
from brink.code.incidents.incident import Incident, incident_of
from brink.code.incidents.index import Index, InMemory
from brink.code.incidents.large import Join, LargeAttacks, parts_of_wholes
from brink.code.incidents.lookup import keys_of
from brink.code.incidents.names import Names
from brink.code.incidents.telling import Telling
from brink.code.rows import Event


def join_events(
    tellings: Sequence[Telling],
    names: Names,
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> list[Incident]:
    """Incidents of the events, each event in exactly one.

    Events are taken in the order given (by date of story, then id), those of a story one after
    another. One joins the first incident with which it agrees and none of whose events it
    contradicts; candidates are looked up by day with place, sides or toll, so the cost grows with
    the number of events and not with its square. `together` and `apart` are an analyst's decisions
    on pairs of event ids and overrule the rules.
    """
    return list(join_from(tellings, names, InMemory(), together=together, apart=apart))


def join_from(
    tellings: Sequence[Telling],
    names: Names,
    index: Index,
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Iterator[Incident]:
    """The same, an incident at a time, of tellings that may lie elsewhere and be read as they are asked for.

    Any later report may tell of any earlier day, so that no incident is closed before all events
    are placed. Until then a few numbers of each are held here, and in the index what it is looked
    up by.
    """
    joiner = _Joiner(tellings, names, index, together=tuple(together), apart=tuple(apart))
    joiner.place_all()
    joiner.unite()
    return joiner.incidents()


class _Joiner:
    def __init__(
        self,
        tellings: Sequence[Telling],
        names: Names,
        index: Index,
        *,
        together: Sequence[tuple[str, str]],
        apart: Sequence[tuple[str, str]],
    ) -> None:
        self._tellings, self._names, self._index = tellings, names, index
        self._groups = Groups()
        self._large = LargeAttacks(tellings, index, names)
        self._parts: list[Join] = []
        self._last: dict[str, int] = {}
        self._together, self._apart = together, frozenset(map(frozenset, apart))
        self._decided = {event for pair in together for event in pair}
        self._position: dict[str, int] = {}
        self._partial: set[int] = set()
        self._said: dict[int, str] = {}

    def place_all(self) -> None:
        """Put each event into a group, in the order of telling."""
        story: list[tuple[int, Event]] = []
        for position, telling in enumerate(self._tellings):
            event = telling.event
            if story and story[-1][1].story != event.story:
                self._leave(story)
                story = []
            self._place(position, telling)
            self._large.enter(position, event)
            story.append((position, event))
        self._leave(story)

    def _leave(self, story: Sequence[tuple[int, Event]]) -> None:
        self._parts.extend(parts_of_wholes(story))
        self._last.clear()

    def _place(self, position: int, telling: Telling) -> None:
        event = telling.event
        keys = list(keys_of(event, telling.family, telling.words))
        last = self._last.get(event.type)
        first = self._groups.of(last) if last is not None else None
        into, tie = None, None
        for group in sorted(self._index.numbers(keys), key=lambda group: (group != first, group)):
            tie = self._fits(telling, group)
            if tie is not None:
                into = group
                break
        self._index.add(keys, self._groups.place(into, tie))
        self._last[event.type] = position
        if event.id in self._decided:
            self._position[event.id] = position

    def _fits(self, new: Telling, group: int) -> tuple[str, int] | None:
        """How a telling is tied to a group, in words with `{}` for the member it is tied to, and to which."""
        at = list(self._groups.members(group))
        members = [self._tellings[position] for position in at]
        if self._held_apart([new], members) or others_hurt(
            new.event, [m.event for m in members], self._names
        ):
            return None
        against = (m for m, one in _whole(members) if contradict(new.event, one, self._names))
        if not all(self._adds(new, m) for m in against):
            return None
        for position, member in zip(at, members, strict=True):
            how = self._tie(new, member, position)
            if how is not None:
                return how, position
        return None

    def _held_apart(self, ours: Iterable[Telling], theirs: Sequence[Telling]) -> bool:
        """Whether an analyst has held any two events apart."""
        if not self._apart:
            return False
        return any(frozenset((a.event.id, b.event.id)) in self._apart for a in ours for b in theirs)

    def _tie(self, new: Telling, member: Telling, at: int) -> str | None:
        """Why a telling is of the same happening as the member at a position, or None."""
        one_story = member.event.story == new.event.story
        if member.family == new.family and member.words == new.words and not one_story:
            return "the same sentence in another copy of the report as {}"
        if new.event.summary:
            return None
        if one_story and (self._goes_on(new, member, at) or self._adds(new, member)):
            return "it goes on about {}, told just before"
        found = agreement(new.event, member.event, self._names, one_story=one_story)
        return f"same {', '.join(found.shared)} as {{}}" if found else None

    def _adds(self, new: Telling, member: Telling) -> bool:
        one_story = new.event.story == member.event.story
        return one_story and adds_to(new.event, member.event, self._names)

    def _goes_on(self, new: Telling, member: Telling, at: int) -> bool:
        return self._last.get(new.event.type) == at and continues(new.event, member.event, self._names)

    def unite(self) -> None:
        """Join whole groups: parts with wholes, what large attacks have in common, and what analysts say."""
        self._merge(self._parts)
        self._merge(self._large.told_by_some())
        self._merge(self._large.told_without_day())
        for a, b in self._together:
            if a in self._position and b in self._position:
                why = f"{b} joined to {a} by an analyst"
                self._groups.unite(self._position[a], self._position[b], why)

    def _merge(self, joins: Iterable[Join]) -> None:
        for found in joins:
            first, second = found.first, found.second
            ours, theirs = (self._members(self._groups.of(position)) for position in (first, second))
            if self._apart and self._held_apart(ours, list(theirs)):
                continue
            event = self._tellings[second].event.id
            self._groups.unite(first, second, f"{event} joined: {found.because}")
            self._said[second] = found.said
            self._partial.update([second] if found.partial else [])

    def _members(self, group: int) -> Iterator[Telling]:
        return (self._tellings[position] for position in self._groups.members(group))

    def incidents(self) -> Iterator[Incident]:
        """An incident of each group, by the first event."""
        return (self._incident(group) for group in self._groups)

    def _incident(self, group: int) -> Incident:
        at = list(self._groups.members(group))
        told = {position: self._tellings[position] for position in at}
        whole = [telling for position, telling in told.items() if position not in self._partial]
        because = (
            why if isinstance(why, str) else _reason(told[why[0]], why[1], told[why[2]])
            for why in self._groups.reasons(group)
        )
        counted = dict.fromkeys(self._said[position] for position in at if position in self._said)
        return incident_of(
            list(told.values()), whole, self._names, because=tuple(because), counted=tuple(counted)
        )


def _reason(new: Telling, how: str, member: Telling) -> str:
    return f"{new.event.id} joined: {how.format(member.event.id)}"


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
