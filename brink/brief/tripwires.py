"""The tripwires of a case: which are crossed, since when, on what, and how they did in the past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brink.brief.sections import Section

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View
    from brink.plots import Figure
    from brink.watch import State, Watch


@dataclass(frozen=True, slots=True)
class WatchLine:
    """One tripwire or indicator as the brief prints it."""

    id: str
    statement: str
    level: str
    since: str
    reading: str
    why: str
    past: str
    changes: str
    evidence: tuple[str, ...]
    """Ids of the rows in the window, each an anchor of the brief."""
    doubted: tuple[str, ...]
    source: str
    """Where the months come from, when it reads a series."""


@dataclass(frozen=True, slots=True)
class Tripwires:
    """What the section prints."""

    figure: Figure | None
    tripwires: tuple[WatchLine, ...]
    indicators: tuple[WatchLine, ...]


def tripwires_section(view: View, ledger: Ledger) -> Section | None:
    """Tripwires with their levels, or nothing when the case watches nothing."""
    del ledger
    if not (view.definition.tripwires or view.definition.indicators):
        return None
    from brink.plots.tripwires import tripwires
    from brink.watch.state import watch_of

    watched = watch_of(view)
    data = Tripwires(tripwires(view, watched), _lines(watched, "tripwire"), _lines(watched, "indicator"))
    return Section("tripwires", "Tripwires", "Tripwires", "tripwires", data)


def _lines(watched: Watch, kind: str) -> tuple[WatchLine, ...]:
    from brink.watch.levels import LEVELS

    states = [state for state in watched.states if state.kind == kind]
    return tuple(_line(state) for state in sorted(states, key=lambda s: -LEVELS.index(s.level)))


def _line(state: State) -> WatchLine:
    from brink.watch.rows import past_in_words, reading_in_words

    indicator = state.indicator
    return WatchLine(
        id=state.id,
        statement=indicator.statement,
        level=state.level,
        since=_day(state.since),
        reading=reading_in_words(state),
        why="; ".join(state.why),
        past=past_in_words(state.replay),
        changes=indicator.changes,
        evidence=tuple(row.row for row in state.rows),
        doubted=tuple(row.row for row in state.rows if row.doubts),
        source=indicator.counts.series or "",
    )


def _day(day: date | None) -> str:
    return day.strftime("%d %B %Y").lstrip("0") if day else ""
