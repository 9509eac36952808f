"""Which rows of Brink are events in PLOVER, and what they are there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brink.code.actors.gazetteer import Gazetteer
from brink.code.rows import SUM_UP, Event, EventType
from brink.exchange.countries import alpha_3
from brink.exchange.plover_actors import coded, mapping
from brink.exchange.plover_modes import Meaning, Sides, meaning, threatened


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """An event with its type, mode (empty where none fits) and contexts in PLOVER."""

    event: Event
    type: EventType
    mode: str
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    event: Event
    act: Meaning
    """What the act itself would be, were it done."""
    type: EventType


def read_events(events: Iterable[Event], gazetteer: Gazetteer) -> tuple[list[PloverEvent], Counter[str]]:
    """The events that PLOVER has, and how many it has not by the reason why."""
    kept: list[_Kept] = []
    feared: dict[tuple[str, tuple[str, ...]], list[_Kept]] = defaultdict(list)
    left: Counter[str] = Counter()
    for event in events:
        act = _meaning(event, gazetteer)
        type_, why = plover_type(event, act)
        if type_ is None:
            left[why] += 1
        else:
            kept.append(_Kept(event, act, type_))
        if event.status in ("possible", "planned"):
            feared[_teller(event)].append(_Kept(event, act, event.type))
    threats = {_teller(one.event) for one in kept if one.type == one.event.type == "THREATEN"}
    found = []
    for one in kept:
        if one.type == "THREATEN" != one.event.type and _teller(one.event) in threats:
            left["a threat that has a row of its own"] += 1
        else:
            mode = _mode(one, feared[_teller(one.event)])
            found.append(PloverEvent(one.event, one.type, mode, one.act.contexts))
    return found, left


def plover_type(event: Event, act: Meaning) -> tuple[EventType | None, str]:
    """The type that an event has in PLOVER, or none and why: "an offer of arms" is AGREE there."""
    if event.summary:
        return None, SUM_UP
    becomes = mapping()["status"][event.status]
    becomes = becomes[event.type] if isinstance(becomes, dict) else becomes
    if becomes == "none":
        return None, f"{event.status}: PLOVER codes what was done or said"
    return (act.type if becomes == "same" else becomes), ""


def _mode(one: _Kept, feared: Sequence[_Kept]) -> str:
    """The mode by PLOVER's name: of a threat what is threatened, of a promise none."""
    if one.type == "THREATEN" != one.event.type:
        return threatened(one.act)
    if one.type == "THREATEN":
        acts = (threatened(act.act) for act in feared if _meet(act.event, one.event))
        return one.act.mode or next((mode for mode in acts if mode), "")
    return one.act.mode if one.type == one.act.type else ""


def _meet(a: Event, b: Event) -> bool:
    """Whether their quotes share words."""
    return a.quote.start < b.quote.end and b.quote.start < a.quote.end


def _teller(event: Event) -> tuple[str, tuple[str, ...]]:
    return event.story, event.actors


def _meaning(event: Event, gazetteer: Gazetteer) -> Meaning:
    on = event.date.last if event.date else None
    actors = [coded(name, gazetteer, on) for name in event.actors]
    countries = {side.country for side in actors}
    countries |= {coded(name, gazetteer, on).country for name in event.recipients}
    here = alpha_3(event.place.country) if event.place and event.place.country else None
    abroad = here is not None and "" not in countries and len(countries) > 1 and here not in countries
    return meaning(event, Sides(frozenset(side.sector for side in actors), abroad))
