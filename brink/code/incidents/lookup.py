"""What an event is looked up by, so that joining costs near as much as there are events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from brink.code.incidents.agree import DATED_DAYS, LARGE_TOLL, MONTH_DAYS, TELLING_COUNT
from brink.code.incidents.index import Key
from brink.code.rows import Count, Event

_DAY_ZERO = date(1900, 1, 1)


def keys_of(event: Event, family: str, words: str) -> Iterator[Key]:
    """What an event is looked up by: its copies, its story, and each day with place, sides or toll."""
    yield ("copy", family, event.type, words)
    yield ("story", event.story, event.type)
    yield from _large_keys(event)
    if event.date is None or event.date.days > DATED_DAYS:
        return
    for offset in range(event.date.days):
        day = event.date.start + timedelta(days=offset) - _DAY_ZERO
        if event.place and event.place.lat is not None and event.place.lon is not None:
            for cell in _cells(event.place.lat, event.place.lon):
                yield (day.days, event.type, "place", cell)
        if event.place:
            yield (day.days, event.type, "place", event.place.name.casefold())
        for actor in event.actors:
            yield (day.days, event.type, "doer", actor)
        yield from _toll_key("killed", event.killed, event, day.days)
        yield from _toll_key("injured", event.injured, event, day.days)


def _large_keys(event: Event) -> Iterator[Key]:
    if not event.date or not event.killed:
        return
    if event.killed.min >= LARGE_TOLL and event.date.days <= MONTH_DAYS:
        for month in sorted({(day.year, day.month) for day in (event.date.start, event.date.last)}):
            yield (*month, event.type, "large", event.killed.min)
            if event.place:
                yield (*month, event.type, "large", event.place.name.casefold())


def _cells(lat: float, lon: float) -> list[tuple[int, int]]:
    """The half-degree cell of a point and its neighbours, so that near towns share one."""
    row, column = int(lat * 2 // 1), int(lon * 2 // 1)
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def _toll_key(what: str, count: Count | None, event: Event, day: int) -> Iterator[Key]:
    if count and count.min >= TELLING_COUNT:
        yield (day, event.type, what, count.min, count.max)
