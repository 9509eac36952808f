"""Whether a sentence goes on about the happening that its story told just before."""

from __future__ import annotations

import re
from dataclasses import replace

from brink.code.incidents.apart import contradict
from brink.code.incidents.names import Names
from brink.code.rows import Event

CONTINUES_WITHIN = 400
"""Characters within which a sentence without day, place or sides of its own goes on about the last event."""


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
    return not before.summary


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
