"""Whether two events can be, and are likely to be, one happening."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from brink.code.incidents.names import Names
from brink.code.incidents.sides import kind_of_people
from brink.code.incidents.spots import same_spot
from brink.code.rows import Event

DATED_DAYS = 8
"""A date of up to this many days places an event well enough to join it across stories."""

TELLING_COUNT = 3
"""Dead or hurt from which on the same number speaks for the same event; ones and twos are common."""
MONTH_DAYS = 31
LARGE_TOLL = 10
"""Deaths from which on attacks are rare enough that one place and month tell them apart."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two events share, as words for the analyst."""

    shared: tuple[str, ...]
    strong: bool


def agreement(a: Event, b: Event, names: Names, *, one_story: bool) -> Agreement | None:
    """What ties two events to one happening, or None when it is too little.

    Across stories a date of at most `DATED_DAYS` days must be shared, and with it a
    place, both sides by name, or the same toll of three or more; where the place is a province the
    doer by name and the target as well, and where two towns are neighbours both sides or the toll. Large
    attacks alike in mode need only the month, with one place or, where one names none, one number of
    dead. Within one story two shared features are enough, unless it tells of "another attack".
    """
    shared = _shared(a, b, names)
    dated = a.date is not None and b.date is not None and max(a.date.days, b.date.days) <= DATED_DAYS
    strong = "date" in shared and dated
    if one_story:
        if _ANOTHER.search(a.quote.text):
            return None
        enough = len(shared) >= 2 and ("toll" in shared or "place" in shared or strong)
    else:
        enough = strong and _tied(a, b, shared, names)
        if not enough and _large_alike(a, b, shared):
            enough, shared = True, (*shared, "mode and many dead")
    return Agreement(shared, strong) if enough else None


def _tied(a: Event, b: Event, shared: Collection[str], names: Names) -> bool:
    """Whether two events of one day share enough besides."""
    if "toll" in shared or ("place" in shared and not _is_wide(a) and not _is_wide(b)):
        return True
    doer = names.agree(_known(a.actors, names), _known(b.actors, names))
    target = names.agree(_plain(a.recipients, names), _plain(b.recipients, names))
    by_name = names.agree(_known(a.recipients, names), _known(b.recipients, names))
    return doer and (by_name or (target and "place" in shared))


def _known(listed: Collection[str], names: Names) -> list[str]:
    return [name for name in listed if names.known(name)]


def _plain(people: Collection[str], names: Names) -> list[str]:
    """Those by name, or of a kind that is not anyone's ("policemen", and not "people")."""
    return [name for name in people if names.known(name) or kind_of_people(name)]


def _is_wide(event: Event) -> bool:
    return event.place is not None and event.place.precision == "province"


_ANOTHER = re.compile(
    r"\b(?:another|second|third|separate|similar|other) (?:[\w-]+ ){0,2}"
    r"(?:attacks?|(?:air ?)?strikes?|bomb(?:ing)?s?|blasts?|explosions?|raids?|ambush(?:es)?|shootings?"
    r"|incidents?|clash(?:es)?|missiles?|rockets?|drones?)\b|\belsewhere\b",
    re.I,
)
"""What a story tells apart from what it has told."""


def _large_alike(a: Event, b: Event, shared: Collection[str]) -> bool:
    """Whether both are attacks with `LARGE_TOLL` dead or more, of one mode and month, and of one place.

    Where a place is not told, the same number of dead stands for it: "at least 47" on a day in
    Khost and "a strike that killed 47" in that month.
    """
    if "date" not in shared or a.date is None or b.date is None or a.killed is None or b.killed is None:
        return False
    large = min(a.killed.min, b.killed.min) >= LARGE_TOLL
    untold = a.place is None or b.place is None
    spot = "place" in shared or (untold and a.killed.min == b.killed.min and a.mode == b.mode)
    return large and spot and a.mode is not None and max(a.date.days, b.date.days) <= MONTH_DAYS


def _shared(a: Event, b: Event, names: Names) -> tuple[str, ...]:
    found = []
    if a.date is not None and b.date is not None and a.date.overlaps(b.date):
        found.append("date")
    if a.place and b.place and same_spot(a.place, b.place):
        found.append("place")
    if names.agree(a.actors, b.actors):
        found.append("doer")
    if names.agree(a.recipients, b.recipients):
        found.append("target")
    if _same_toll(a, b):
        found.append("toll")
    return tuple(found)


def _same_toll(a: Event, b: Event) -> bool:
    """Whether both tell the same `TELLING_COUNT` or more dead, or hurt, and no other count differs."""
    told = [(x, y) for x, y in ((a.killed, b.killed), (a.injured, b.injured)) if x and y]
    return bool(told) and all(x == y for x, y in told) and max(x.min for x, _ in told) >= TELLING_COUNT
