"""Large attacks told in parts, by those who count only some of the dead, or without their day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from brink.code.incidents.agree import (
    DATED_DAYS,
    LARGE_TOLL,
)
from brink.code.incidents.apart import contradict, status_class
from brink.code.incidents.names import Names
from brink.code.incidents.spots import same_spot
from brink.code.rows import Event
from brink.dates import DateInterval

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
    """Two events that are of one incident, and why."""

    first: str
    second: str
    because: str
    said: str
    """The same for a reader of the incident, without ids: "41 and 6 make up its 47"."""


def parts_of_wholes(events: Sequence[Event]) -> Iterator[Join]:
    """ "47 were killed. 41 died in Spera, and in Kunar six": tolls of one story that add up exactly.

    Only of `LARGE_TOLL` or more, from two to four tolls in a row, none of another day or by another doer.
    """
    stories: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.type == "ASSAULT" and event.killed is not None and status_class(event) == 0:
            stories[event.story].append(event)
    for told in stories.values():
        told.sort(key=lambda event: event.quote.start)
        for i, whole in enumerate(told):
            if whole.killed is None or whole.killed.min < LARGE_TOLL:
                continue
            parts = _adding_up(whole, told[i + 1 :]) or _adding_up(whole, told[:i][::-1])
            tolls = " and ".join(str(p.killed.min) for p in parts if p.killed)
            for part in parts:
                because = f"{tolls} make up the {whole.killed.min} of {whole.id}"
                yield Join(whole.id, part.id, because, f"{tolls} make up its {whole.killed.min}")


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


def told_by_some(events: Sequence[Event], names: Names) -> Iterator[Join]:
    """ "Twenty children were killed in the air strikes at the weekend": of the only one that can be meant.

    The one that counts women, children or civilians names no place of its own; the other has as many
    dead or more, the same mode, days that meet, and a known side in common, and no second one has.
    """
    by_day: dict[tuple[str | None, int], list[Event]] = defaultdict(list)
    large = [e for e in events if _is_large(e) and e.date is not None and e.date.days <= DATED_DAYS]
    for event in large:
        for day in _days(event.date):
            by_day[event.mode, day].append(event)
    for event in large:
        if not _counts_some(event) or event.mode in (None, "other"):
            continue
        near = {e.id: e for day in _days(event.date) for e in by_day[event.mode, day]}
        wholes = [e for e in near.values() if _may_be_whole(e, event, names)]
        because = f"the only {event.mode} of those days with as many dead"
        yield from _only(event, wholes, because, f"{_counted(event)} are counted among its dead")


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


def told_without_day(
    events: Sequence[Event], written: Mapping[str, DateInterval], names: Names
) -> Iterator[Join]:
    """A large attack told without its day, days after the only large one in the same town."""
    by_day: dict[int, list[Event]] = defaultdict(list)
    large = [event for event in events if _is_large(event) and event.place is not None]
    for event in large:
        if event.date is not None and event.date.days <= DATED_DAYS:
            by_day[event.date.last.toordinal()].append(event)
    for event in large:
        day = written.get(event.story)
        if event.date is not None or day is None:
            continue
        last = (day.end - timedelta(days=1)).toordinal()
        before = (e for back in range(REPORTED_WITHIN + day.days) for e in by_day[last - back])
        same = [e for e in before if _same_town(e, event) and not contradict(event, e, names)]
        because = "written within days of it, of the same town, and with many dead too"
        yield from _only(event, same, because, f"a report that names no day counts {_counted(event)}")


def _same_town(a: Event, b: Event) -> bool:
    return a.story != b.story and a.place is not None and b.place is not None and same_spot(a.place, b.place)


def _counted(event: Event) -> str:
    number = str(event.killed.min if event.killed else 0)
    return f"{number} {event.recipients[-1]}" if event.recipients else f"{number} dead"


def _only(event: Event, found: Sequence[Event], why: str, said: str) -> Iterator[Join]:
    """The join to the one happening meant; none where events of several stories or places could be."""
    places = {e.place.name for e in found if e.place is not None}
    if found and len(places) <= 1 and len({e.date for e in found}) == 1:
        yield Join(found[0].id, event.id, f"as {found[0].id}: {why}", said)


def _is_large(event: Event) -> bool:
    fact = event.type == "ASSAULT" and status_class(event) == 0
    return fact and event.killed is not None and event.killed.min >= LARGE_TOLL


def _days(when: DateInterval | None) -> Iterator[int]:
    if when is not None:
        yield from range(when.start.toordinal(), when.end.toordinal())
