"""Large attacks told in parts, by those who count only some of the dead, or without their day."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from brink.code.incidents.agree import (
    DATED_DAYS,
    LARGE_TOLL,
)
from brink.code.incidents.apart import contradict, status_class
from brink.code.incidents.index import Index, Key
from brink.code.incidents.names import Names
from brink.code.incidents.spots import same_spot
from brink.code.incidents.telling import Telling
from brink.code.rows import Event

PARTS = range(2, 5)
"""How many tolls may make up that of the whole."""
PARTS_WITHIN = 1500
"""Characters of one story within which the parts follow or precede the whole."""
REPORTED_WITHIN = 4
"""Days within which a report without a day of its own may tell of a large attack in the same town."""
_SOME = frozenset(
    {"child", "children", "woman", "women", "girls", "boys", "civilians", "students", "infants", "pupils"}
)
"""Those who are counted apart among the dead of an attack."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two events that are of one incident, by their positions among all, and why."""

    first: int
    second: int
    because: str
    said: str
    """The same for a reader of the incident, without ids: "41 and 6 make up its 47"."""
    partial: bool
    """Whether the second counts only some of the dead of the first."""


def parts_of_wholes(story: Sequence[tuple[int, Event]]) -> Iterator[Join]:
    """ "47 were killed. 41 died in Spera, and in Kunar six": tolls of one story that add up exactly.

    Only of `LARGE_TOLL` or more, from two to four tolls in a row, none of another day or by another doer.
    """
    told = [(place, e) for place, e in story if _is_attack(e) and e.killed is not None]
    told.sort(key=lambda one: one[1].quote.start)
    place_of = {event.id: place for place, event in told}
    events = [event for _, event in told]
    for i, whole in enumerate(events):
        if whole.killed is None or whole.killed.min < LARGE_TOLL:
            continue
        parts = _adding_up(whole, events[i + 1 :]) or _adding_up(whole, events[:i][::-1])
        tolls = " and ".join(str(p.killed.min) for p in parts if p.killed)
        for part in parts:
            because = f"{tolls} make up the {whole.killed.min} of {whole.id}"
            said = f"{tolls} make up its {whole.killed.min}"
            yield Join(place_of[whole.id], place_of[part.id], because, said, partial=True)


def _adding_up(whole: Event, others: Sequence[Event]) -> list[Event]:
    found: list[Event] = []
    for other in others[: max(PARTS)]:
        if not _may_be_part(other, whole):
            return []
        found.append(other)
        total = sum(part.killed.min for part in found if part.killed)
        if len(found) in PARTS and whole.killed is not None and total == whole.killed.min:
            return found
    return []


def _may_be_part(part: Event, whole: Event) -> bool:
    near = abs(part.quote.start - whole.quote.start) <= PARTS_WITHIN
    day = part.date is None or whole.date is None or part.date.overlaps(whole.date)
    doer = not part.actors or set(part.actors) <= set(whole.actors)
    mode = part.mode is None or whole.mode is None or part.mode == whole.mode
    smaller = part.killed is not None and whole.killed is not None and part.killed.min < whole.killed.min
    return near and day and doer and mode and smaller


class LargeAttacks:
    """The large attacks among all events, looked up by day."""

    def __init__(self, tellings: Sequence[Telling], index: Index, names: Names) -> None:
        self._tellings, self._index, self._names = tellings, index, names
        self._counting_some, self._without_day = array("i"), array("i")

    def enter(self, position: int, event: Event) -> None:
        """Take in the next event, if it is of a large attack."""
        if not _is_large(event):
            return
        if event.date is None:
            if event.place is not None:
                self._without_day.append(position)
        elif event.date.days <= DATED_DAYS:
            self._index.add(_days_of(event), position)
            if event.place is not None:
                self._index.add([_last_day(event.date.last.toordinal())], position)
            if _counts_some(event) and event.mode not in (None, "other"):
                self._counting_some.append(position)

    def told_by_some(self) -> Iterator[Join]:
        """ "Twenty children were killed in the air strikes": of the only one that can be meant.

        The one that counts women, children or civilians names no place of its own; the other has as many
        dead or more, the same mode, days that meet, and a known side in common, and no second one has.
        """
        for position in self._counting_some:
            event = self._tellings[position].event
            near = self._all(_days_of(event))
            wholes = [(at, e) for at, e in near if _may_be_whole(e, event, self._names)]
            because = f"the only {event.mode} of those days with as many dead"
            said = f"{_counted(event)} are counted among its dead"
            yield from _only(position, wholes, because, said, partial=True)

    def told_without_day(self) -> Iterator[Join]:
        """A large attack told without its day, days after the only large one in the same town."""
        for position in self._without_day:
            told = self._tellings[position]
            if told.written is None:
                continue
            event, last = told.event, told.written.last.toordinal()
            before = (_last_day(last - back) for back in range(REPORTED_WITHIN + told.written.days))
            near = self._all(before)
            same = [
                (at, e) for at, e in near if _same_town(e, event) and not contradict(event, e, self._names)
            ]
            because = "written within days of it, of the same town, and with many dead too"
            said = f"a report that names no day counts {_counted(event)}"
            yield from _only(position, same, because, said, partial=False)

    def _all(self, keys: Iterable[Key]) -> Iterator[tuple[int, Event]]:
        """The events under the keys, in the order of these, each once."""
        seen = dict.fromkeys(position for key in keys for position in self._index.numbers([key]))
        return ((position, self._tellings[position].event) for position in seen)


def _days_of(event: Event) -> list[Key]:
    if event.date is None:
        return []
    days = range(event.date.start.toordinal(), event.date.end.toordinal())
    return [(day, "large attack", event.mode) for day in days]


def _last_day(day: int) -> Key:
    return (day, "last of a large attack")


def _counts_some(event: Event) -> bool:
    words = {word for name in event.recipients for word in name.casefold().split()}
    untold = event.place is None or event.place.precision in ("country", "region")
    return untold and not words.isdisjoint(_SOME)


def _may_be_whole(whole: Event, some: Event, names: Names) -> bool:
    if whole.story == some.story or whole.killed is None or some.killed is None:
        return False
    as_many = whole.killed.min >= some.killed.min and not _counts_some(whole)
    known = [name for name in (*some.actors, *some.recipients) if names.known(name)]
    side = names.agree(known, (*whole.actors, *whole.recipients))
    return as_many and side and not contradict(some, whole, names)


def _same_town(a: Event, b: Event) -> bool:
    return a.story != b.story and a.place is not None and b.place is not None and same_spot(a.place, b.place)


def _counted(event: Event) -> str:
    number = str(event.killed.min if event.killed else 0)
    return f"{number} {event.recipients[-1]}" if event.recipients else f"{number} dead"


def _only(
    position: int, found: Sequence[tuple[int, Event]], why: str, said: str, *, partial: bool
) -> Iterator[Join]:
    """The join to the one happening meant; none where events of several stories or places could be."""
    places = {e.place.name for _, e in found if e.place is not None}
    if found and len(places) <= 1 and len({e.date for _, e in found}) == 1:
        first, event = found[0]
        yield Join(first, position, f"as {event.id}: {why}", said, partial)


def _is_attack(event: Event) -> bool:
    return event.type == "ASSAULT" and status_class(event) == 0


def _is_large(event: Event) -> bool:
    return _is_attack(event) and event.killed is not None and event.killed.min >= LARGE_TOLL
