"""Whether two events can be, and are likely to be, one happening."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from brink.code.rows import Count, Event, Place


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names when two events are compared."""

    related: Callable[[str, str], bool]
    """Whether two names may stand for one doer: a force and its state, a faction and its group."""
    known: Callable[[str], bool]
    """Whether a name is an actor's; words such as "gunmen" are nobody's and contradict nobody."""
    side: Callable[[str], str | None] = lambda _: None
    """Of which side an actor's dead are: `forces`, `fighters`, or None where they may be of any."""

    def meet(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether two sides can be one: they share a name, or one of them is not known by name."""
        ours, theirs = [n for n in a if self.known(n)], [n for n in b if self.known(n)]
        return not ours or not theirs or self._share(ours, theirs)

    def agree(self, a: Collection[str], b: Collection[str]) -> bool:
        """Whether two sides are shown to be one: the same or a related name stands in both."""
        return self._share(a, b)

    def _share(self, a: Collection[str], b: Collection[str]) -> bool:
        return any(x == y or self.related(x, y) for x in a for y in b)


SAME_PLACE_KM = 30.0
"""Two towns nearer than this may be one place named differently: a village and its market town."""
DATED_DAYS = 8
"""A date of up to this many days places an event well enough to join it across stories."""

TELLING_COUNT = 3
"""Dead or hurt from which on the same number speaks for the same event; ones and twos are common."""
MONTH_DAYS = 31
LARGE_TOLL = 10
"""Deaths from which on attacks are rare enough that one place and month tell them apart."""
CONTINUES_WITHIN = 400
"""Characters within which a sentence without day, place or sides of its own goes on about the last event."""

_LIKE_MODES = (
    frozenset({"suicide-attack", "explosives", "assassination"}),
    frozenset({"airstrike", "drone-strike", "heavy-weapons"}),
    frozenset({"firearms", "assassination", "hostage-taking"}),
    frozenset({"suicide-attack", "firearms", "hostage-taking"}),
)
_STATUS_CLASS = {"happened": 0, "ongoing": 0, "planned": 1, "possible": 1, "denied": 2}
_FINE = {"point", "town", "district"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two events share, as words for the analyst."""

    shared: tuple[str, ...]
    strong: bool


def status_class(event: Event) -> int:
    """0 for what is told as fact, 1 for what may come, 2 for what is denied."""
    return _STATUS_CLASS[event.status]


def contradict(a: Event, b: Event, names: Names) -> bool:
    """Whether something both events state rules out that they are one."""
    return (
        a.type != b.type
        or a.summary != b.summary
        or status_class(a) != status_class(b)
        or not _modes_meet(a.mode, b.mode)
        or (a.date is not None and b.date is not None and not a.date.overlaps(b.date))
        or not names.meet(a.actors, b.actors)
        or not names.meet(a.recipients, b.recipients)
        or not _places_meet(a.place, b.place)
        or _tolls_apart(a.killed, b.killed)
    )


def agreement(a: Event, b: Event, names: Names, *, one_story: bool) -> Agreement | None:
    """What ties two events to one happening, or None when it is too little.

    Across stories a date of at most `DATED_DAYS` days must be shared, and with it a
    place below the country, both sides, or the same toll of three or more; large attacks
    alike in mode need only the month, with one place or, where one names none, one number of
    dead. Within one story two shared features are enough.
    """
    shared = _shared(a, b, names)
    dated = a.date is not None and b.date is not None and max(a.date.days, b.date.days) <= DATED_DAYS
    strong = "date" in shared and dated
    if one_story:
        enough = len(shared) >= 2 and ("toll" in shared or "place" in shared or strong)
    else:
        sides = {"doer", "target"} <= set(shared)
        enough = strong and ("place" in shared or "toll" in shared or sides)
        if not enough and _large_alike(a, b, shared):
            enough, shared = True, (*shared, "mode and many dead")
    return Agreement(shared, strong) if enough else None


def continues(new: Event, before: Event, names: Names) -> bool:
    """Whether a bare sentence goes on about the event told just before it in the same story.

    "Seven soldiers were killed" or "the attack" after "militants ambushed a convoy on
    Thursday": no day, no place and not both sides of its own, soon after, of one type.
    """
    same = new.date in (None, before.date) and new.place in (None, before.place)
    both = bool(new.actors and new.recipients) and not _points_back(new, before, names)
    bare = same and not both and not _of_its_own(new)
    if not bare or not _soon(new, before) or contradict(new, before, names):
        return False
    return _carries_on(new, before, names) and not _sides_swapped(new, before, names)


_PRONOUN = re.compile(r"(?:they|he|she|it)\b", re.I)


def _points_back(new: Event, before: Event, names: Names) -> bool:
    """ "THEY killed 12 soldiers", after what the same people did."""
    force = new.type == "ASSAULT" and _PRONOUN.match(new.quote.text) is not None
    return force and names.agree(new.actors, before.actors)


def adds_to(new: Event, before: Event, names: Names) -> bool:
    """Whether a sentence tells of other people hurt in the attack told just before, whose place it took.

    "Three soldiers were killed" after "33 militants were killed in Bannu" is no other toll of the same.
    """
    people = not set(new.recipients) & set(before.recipients) and bool(new.recipients) and not new.actors
    same = new.date in (None, before.date) and new.place in (None, before.place)
    near = same and not _of_its_own(new) and _soon(new, before)
    alike = people and near and _carries_on(new, before, names)
    return alike and not contradict(replace(new, killed=None, date=None), before, names)


def _carries_on(new: Event, before: Event, names: Names) -> bool:
    """Whether the event before is a single one, and the new one is not plainly of another sort.

    "Attacks by the group are increasing" anchors nothing. Acts other than force go on only between the
    same sides, and taking people goes on as killing one only where those concerned are the same.
    """
    if new.type != "ASSAULT":
        return names.agree(new.actors, before.actors) or names.agree(new.recipients, before.recipients)
    apart = {new.mode, before.mode}
    if "hostage-taking" in apart and len(apart) > 1:
        return names.agree(new.recipients, before.recipients)
    return bool(
        before.date or before.place or before.killed or before.injured or before.abducted
        or before.recipients or (before.because and " is a verb " in before.because[0])
    )  # fmt: skip


def _sides_swapped(new: Event, before: Event, names: Names) -> bool:
    """Whether who suffered before acts now, or who acted suffers, as in two events of one war."""
    if set(before.actors) & set(before.recipients):
        return False
    doers = [name for name in new.actors if names.known(name)]
    targets = [name for name in new.recipients if names.known(name)]
    return names.agree(doers, before.recipients) or names.agree(targets, before.actors)


_TIME = re.compile(
    r"\b(?:ago|yesterday|last|earlier|since|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)\b"
)


_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separate(?:ly)?|another|meanwhile|similar|same day|second|third"
    r"|(?:minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier|before|afterwards)"
    r"|(?:next|following|previous) (?:day|night|morning|week|month))\b",
    re.I,
)


def _of_its_own(event: Event) -> bool:
    """Whether the words name another place, or a time of their own that could not be put on the calendar."""
    text = event.quote.text
    return _ELSEWHERE.search(text) is not None or (event.date is None and _TIME.search(text) is not None)


def _soon(new: Event, before: Event) -> bool:
    return 0 < new.quote.start - before.quote.end <= CONTINUES_WITHIN


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


def _modes_meet(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b or "other" in (a, b):
        return True
    return any(a in likes and b in likes for likes in _LIKE_MODES)


def _places_meet(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision in _FINE and b.precision in _FINE:
        return same_spot(a, b)
    return True


def same_spot(a: Place, b: Place) -> bool:
    if a.precision in ("country", "region") or b.precision in ("country", "region"):
        return False
    if a.name.casefold() == b.name.casefold():
        return True
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    if a.precision not in _FINE or b.precision not in _FINE:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= SAME_PLACE_KM


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance by the haversine formula, earth radius 6,371 km."""
    p, q = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _tolls_apart(a: Count | None, b: Count | None) -> bool:
    """Tolls of one event differ, but not by an order of magnitude: 46 and 20 may, 60 and 3 not."""
    if a is None or b is None:
        return False
    low, high = sorted([a, b], key=lambda count: count.min)
    top = math.inf if low.max is None else low.max
    return top * 6 + 3 < high.min
