"""Which coded rows a count of `case.yaml` counts, and what each of them adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from brink.case.located import bare_name, district_of, names_within
from brink.case.named import gazetteer_of, is_named
from brink.case.parts.evidence import AtLeast, Count
from brink.case.view import View
from brink.code.incidents import Incident, Toll
from brink.code.rows import Event
from brink.dates import DateInterval

MONTH_DAYS = 31
"""A row whose own date is known no better than this cannot be laid into a month."""
DOUBTED = ("the evidence is thin",)
"""Reasons for review that put in doubt that there was one such happening, and not only who did it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One row that is counted: what it adds, when it happened, when it was known, what it rests on."""

    row: str
    """Id of the incident, or of the event where events are counted."""
    events: tuple[str, ...]
    value: float
    day: date | None
    """Its own last day; that of its first report when the text gives none; None when it fits no month."""
    known: date | None
    """The first day on which a report told of it."""
    district: str | None
    sources: frozenset[str]
    """Families of copies that tell of it; each is one independent source."""
    doubts: tuple[str, ...]
    """Why one should look before relying on it."""


def counted(view: View, count: Count) -> list[Counted]:
    """The rows that a count counts as of the view's date, by day, those without one last.

    Counts of a series or of a ladder's rungs count no rows, and what sums up many happenings is none.
    """
    if count.series is not None or count.measure == "rung":
        return []
    if count.measure == "events":
        single = (event for event in view.events if not event.summary)
        found = [_counted(view, count, e, (e,)) for e in single if _fits(view, count, e, (e,))]
    else:
        held = ((incident, _events(view, incident)) for incident in view.happenings)
        found = [_counted(view, count, i, rows) for i, rows in held if _fits(view, count, i, rows)]
    return sorted(found, key=lambda c: (c.day or date.max, c.row))


def is_part(view: View, name: str, whole: str) -> bool:
    """Whether an actor is another or belongs to it, by `part_of` in the case or the shipped gazetteer."""
    seen: set[str] = set()
    at: str | None = name
    while at is not None and at not in seen:
        if at == whole:
            return True
        seen.add(at)
        entry = gazetteer_of(view).entry(at)
        at = entry.part_of if entry else None
    return False


def crosses_border(view: View, row: Incident | Event) -> bool:
    """Whether a row is done outside its doers' own country; where no place is told, to people of another."""
    return _crosses(view, row, row.actors)


def _events(view: View, incident: Incident) -> tuple[Event, ...]:
    return tuple(view.event[event] for event in incident.events)


def _fits(view: View, count: Count, row: Incident | Event, events: tuple[Event, ...]) -> bool:
    """Whether a row is one that is counted; the tests stand in order of what they cost."""
    if row.status not in count.status or (count.types and row.type not in count.types):
        return False
    if count.modes and not {row.mode, *(e.mode for e in events)} & set(count.modes):
        return False
    if not _large_enough(count.at_least, row) or not _worded(count, events):
        return False
    if count.recipients and not _names_any(view, row.recipients, count.recipients):
        return False
    if count.actors and not _done_by(view, count, row.actors):
        return False
    if count.cross_border and not _crosses(view, row, _asked(view, count, row.actors)):
        return False
    return _placed(count, row)


def _done_by(view: View, count: Count, actors: tuple[str, ...]) -> bool:
    if _names_any(view, actors, count.actors):
        return True
    return count.unnamed and not any(is_named(view, name) for name in actors)


def _names_any(view: View, names: Iterable[str], wanted: tuple[str, ...]) -> bool:
    return any(is_part(view, name, whole) for name in names for whole in wanted)


def _worded(count: Count, events: tuple[Event, ...]) -> bool:
    quotes = " ".join(event.quote.text for event in events).casefold()
    if any(word.casefold() in quotes for word in count.no_words):
        return False
    return not count.words or any(word.casefold() in quotes for word in count.words)


def _placed(count: Count, row: Incident | Event) -> bool:
    place = row.place
    if not (count.places or count.place_level or count.countries or count.measure == "districts"):
        return True
    if place is None or (count.countries and place.country not in count.countries):
        return False
    if count.place_level and place.precision not in count.place_level:
        return False
    if count.measure == "districts" and district_of(place) is None:
        return False
    return not count.places or bool({bare_name(name) for name in count.places} & set(names_within(place)))


def _asked(view: View, count: Count, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Of the doers of a row those that the count asks for."""
    return tuple(n for n in actors if not count.actors or _names_any(view, (n,), count.actors))


def _crosses(view: View, row: Incident | Event, doers: tuple[str, ...]) -> bool:
    homes = _countries(view, doers)
    if row.place is not None and row.place.country is not None:
        there = {row.place.country}
    else:
        there = _countries(view, row.recipients)
    return bool(homes) and bool(there) and not homes & there


def _countries(view: View, names: Iterable[str]) -> set[str]:
    entries = (gazetteer_of(view).entry(name) for name in names)
    return {entry.country for entry in entries if entry is not None and entry.country is not None}


def _large_enough(least: AtLeast | None, row: Incident | Event) -> bool:
    if least is None:
        return True
    asked = ((least.killed, row.killed), (least.injured, row.injured), (least.abducted, row.abducted))
    if any(number is not None and _most(toll) < number for number, toll in asked):
        return False
    return least.sources is None or not isinstance(row, Incident) or row.sources >= least.sources


def _most(toll: object) -> int:
    """The least that the source with the highest figure vouches for."""
    if isinstance(toll, Toll):
        return max(row.min for row in toll.by_source)
    return getattr(toll, "min", -1)


def _counted(view: View, count: Count, row: Incident | Event, events: tuple[Event, ...]) -> Counted:
    known = _first_told(view, events)
    day, doubt = _day(row.date, known)
    doubts = [doubt] if doubt else []
    if all(event.review and any(word in event.review for word in DOUBTED) for event in events):
        doubts.append("every row of it is marked for review")
    least = count.at_least.killed if count.at_least else None
    if least is not None and isinstance(row.killed, Toll) and row.killed.min < least:
        doubts.append(f"another source gives {row.killed.min} killed")
    return Counted(
        row=row.id,
        events=tuple(event.id for event in events),
        value=_adds(count, row, events),
        day=day,
        known=known or day,
        district=district_of(row.place) if row.place else None,
        sources=frozenset(view.families[event.story].id for event in events),
        doubts=tuple(doubts),
    )


def _first_told(view: View, events: tuple[Event, ...]) -> date | None:
    told = [view.story[event.story].date for event in events]
    days = [when.start for when in told if when is not None and when.days <= MONTH_DAYS]
    return min(days, default=None)


def _day(own: DateInterval | None, told: date | None) -> tuple[date | None, str | None]:
    """The day to count a row on, and a doubt when it is not the text's own."""
    if own is None:
        return told, f"no day in the text; first reported {told}" if told else "no day, and no dated report"
    if own.days > MONTH_DAYS:
        return None, f"its date, {own}, fits no month"
    return own.last, None


def _adds(count: Count, row: Incident | Event, events: tuple[Event, ...]) -> float:
    if count.measure in ("killed", "injured", "abducted"):
        return float(getattr(getattr(row, count.measure), "min", 0))
    if count.measure == "amount":
        return max((event.amount.value for event in events if event.amount), default=0.0)
    return 1.0
