"""What rules out that two events are one happening."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from brink.code.incidents.names import Names
from brink.code.incidents.sides import kind_of_people
from brink.code.incidents.spots import places_meet
from brink.code.rows import Count, Event, is_alleged

_LIKE_MODES = (
    frozenset({"suicide-attack", "explosives", "assassination"}),
    frozenset({"airstrike", "drone-strike", "heavy-weapons"}),
    frozenset({"firearms", "assassination", "hostage-taking"}),
    frozenset({"suicide-attack", "firearms", "hostage-taking"}),
)
_HITTING_MANY = frozenset({"explosives", "suicide-attack", "airstrike", "drone-strike", "heavy-weapons"})
_STATUS_CLASS = {"happened": 0, "ongoing": 0, "planned": 1, "possible": 1, "denied": 2}
_ALLEGED = 3


def status_class(event: Event) -> int:
    """0 for what is told as fact, 1 for what may come, 2 for what is denied, 3 for what is only alleged."""
    return _ALLEGED if is_alleged(event) else _STATUS_CLASS[event.status]


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
        or not places_meet(a.place, b.place)
        or _tolls_apart(a.killed, b.killed)
    )


def others_hurt(new: Event, members: Sequence[Event], names: Names) -> bool:
    """Whether a report tells of other people than all those of an incident that other reports tell.

    A trader and a policeman shot in one town on one day are two attacks, and soldiers whom fighters
    kill are not fighters whom soldiers kill. One explosion or strike may hit both, and each report
    tell of some.
    """
    foreign = [member for member in members if member.story != new.story]
    if any(_swapped(new, member) for member in foreign):
        return True
    if not foreign or any(new.mode == one.mode and new.mode in _HITTING_MANY for one in foreign):
        return False
    ours = _kinds(new.recipients, names)
    theirs = [_kinds(member.recipients, names) for member in members if member.recipients]
    told = bool(ours) and bool(theirs) and all(theirs)
    return told and ours.isdisjoint(kind for kinds in theirs for kind in kinds)


def _kinds(people: Collection[str], names: Names) -> frozenset[str]:
    """The kinds of those hurt; empty where a name or a word such as "people" may be of any."""
    kinds = [None if names.known(name) else kind_of_people(name) for name in people]
    return frozenset(kind for kind in kinds if kind) if all(kinds) else frozenset()


def _swapped(a: Event, b: Event) -> bool:
    """Whether one report has soldiers kill fighters where the other has fighters kill soldiers."""
    sides = [
        tuple({kind_of_people(name) for name in names} for names in (e.actors, e.recipients)) for e in (a, b)
    ]
    (doers, hurt), (others, struck) = sides
    return doers == struck and hurt == others and doers != hurt and {*doers, *hurt} == {"forces", "fighters"}


def _modes_meet(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b or "other" in (a, b):
        return True
    return any(a in likes and b in likes for likes in _LIKE_MODES)


def _tolls_apart(a: Count | None, b: Count | None) -> bool:
    """Tolls of one event differ, but not by an order of magnitude: 46 and 20 may, 60 and 3 not."""
    if a is None or b is None:
        return False
    low, high = sorted([a, b], key=lambda count: count.min)
    top = math.inf if low.max is None else low.max
    return top * 6 + 3 < high.min
