"""What each indicator and tripwire of a case says now, since when, on what, and with what past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from weakref import WeakKeyDictionary

from brink.case.counted import Counted
from brink.case.parts.watch import Indicator
from brink.case.view import View
from brink.errors import NotInCase, nearest
from brink.watch.ladder import Climb, climbs
from brink.watch.levels import LEVELS, Level, Leveled, leveled
from brink.watch.replay import Firing, Replay, replay
from brink.watch.track import Step, Track
from brink.watch.tracks import track

Kind = Literal["tripwire", "indicator"]
AGREEING = 2
"""Tripwires crossed on one series that make each other a warning."""


@dataclass(frozen=True, slots=True)
class State:
    """One indicator or tripwire as of a date."""

    kind: Kind
    indicator: Indicator
    level: Level
    since: date | None
    """The first day of the present level without a break; None where it always was so."""
    why: tuple[str, ...]
    track: Track
    levels: Leveled
    replay: Replay | None

    @property
    def id(self) -> str:
        return self.indicator.id

    @property
    def now(self) -> Step | None:
        """The last step that could be read."""
        return self.track.steps[-1] if self.track.steps else None

    @property
    def rows(self) -> tuple[Counted, ...]:
        """The rows in the window now."""
        ids = set(self.now.rows) if self.now else set()
        return tuple(row for row in self.track.rows if row.row in ids)

    @property
    def firing(self) -> Firing | None:
        """The firing that lasts, if one does."""
        last = self.replay.firings[-1] if self.replay and self.replay.firings else None
        return last if last is not None and last.until is None else None


@dataclass(frozen=True, slots=True)
class Watch:
    """All of a case that is watched, as of a date: tripwires before indicators, as the case lists them."""

    as_of: date
    states: tuple[State, ...]
    climbs: tuple[Climb, ...]

    @property
    def level(self) -> Level:
        """The loudest level of any tripwire."""
        return max(
            (s.level for s in self.states if s.kind == "tripwire"), key=LEVELS.index, default=LEVELS[0]
        )

    def state(self, name: str) -> State:
        """The indicator or tripwire of that id.

        Raises
        ------
        NotInCase
            When the case defines none, with the nearest.
        """
        for state in self.states:
            if state.id == name:
                return state
        ids = [state.id for state in self.states]
        known = f" (ids: {', '.join(ids)})" if ids else "; its case.yaml lists none"
        raise NotInCase(f"no indicator or tripwire {name!r}{nearest(name, ids)}{known}")


_of_views: WeakKeyDictionary[View, Watch] = WeakKeyDictionary()


def watch_of(view: View) -> Watch:
    """What a view watches, read once however many ask."""
    if view not in _of_views:
        _of_views[view] = watch(view)
    return _of_views[view]


def watch(view: View) -> Watch:
    """Read every tripwire and indicator of a case, replayed on its past, and climb its ladders."""
    found = [_state(view, "tripwire", tripwire) for tripwire in view.definition.tripwires]
    found += [_state(view, "indicator", indicator) for indicator in view.definition.indicators]
    return Watch(view.as_of, tuple(_agreeing(found)), climbs(view))


def _state(view: View, kind: Kind, indicator: Indicator) -> State:
    read = track(view, indicator)
    past = replay(view, indicator, read)
    levels = leveled(view, indicator, read)
    level = levels.levels[-1] if levels.levels else "clear"
    why = (f"blind: {read.blind}",) if read.blind else levels.why
    return State(kind, indicator, level, _since(read, levels), why, read, levels, past)


def _since(read: Track, levels: Leveled) -> date | None:
    at = len(levels.levels) - 1
    while at > 0 and levels.levels[at - 1] == levels.levels[at]:
        at -= 1
    return read.steps[at].day if at > 0 else None


def _agreeing(states: list[State]) -> list[State]:
    """Raise to a warning what only watches while two other tripwires are crossed on the same series."""
    out = []
    for state in states:
        series = state.indicator.counts.series
        others = [
            other.id for other in states
            if other is not state and series is not None and other.kind == "tripwire"
            and other.indicator.counts.series == series and other.now is not None and other.now.surely
        ]  # fmt: skip
        if state.level == "watch" and len(others) >= AGREEING:
            why = (*state.why, f"{' and '.join(others)} are crossed on the same series")
            state = replace(state, level="warning", why=why)
        out.append(state)
    return out
