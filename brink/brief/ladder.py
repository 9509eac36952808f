"""The ladders of a case: the rung each pair of actors has reached, and what each use cost in lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.brief.harm import SaidBy, said_by
from brink.brief.incident_words import described, toll_said
from brink.brief.sections import Section

if TYPE_CHECKING:
    from brink.brief.words import Ledger
    from brink.case.view import View
    from brink.plots import Figure
    from brink.watch.ladder import Climb, Reached


@dataclass(frozen=True, slots=True)
class UseLine:
    """One use of a rung: when, what, how many each source says were killed, and what is in doubt."""

    when: str
    rung: str
    place: int
    words: str
    killed: str
    by: tuple[SaidBy, ...]
    doubts: tuple[str, ...]
    row: str


@dataclass(frozen=True, slots=True)
class LadderLines:
    """One ladder with its uses, the latest first, and the rungs that no row can show."""

    pair: str
    says: str
    uses: tuple[UseLine, ...]
    unread: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladders:
    """What the section prints."""

    figure: Figure | None
    ladders: tuple[LadderLines, ...]


def ladder_section(view: View, ledger: Ledger) -> Section | None:
    """The ladders with the rungs that rows show, or nothing when no rung says which rows would."""
    del ledger
    if not any(rung.like for ladder in view.definition.ladders for rung in ladder.rungs):
        return None
    from brink.plots.climb import climb_figure
    from brink.watch.state import watch_of

    climbs = watch_of(view).climbs
    data = Ladders(climb_figure(view, climbs), tuple(_lines(view, climb) for climb in climbs))
    return Section("ladder", "The ladder", "Ladder", "ladder", data)


def _lines(view: View, climb: Climb) -> LadderLines:
    from brink.plots.climb import pair

    shown = {use.rung.id for use in climb.reached}
    return LadderLines(
        pair=pair(climb),
        says=_says(climb),
        uses=tuple(_use(view, use) for use in reversed(climb.reached)),
        unread=tuple(rung.name for rung in climb.unread),
        never=tuple(rung.name for rung in climb.ladder.rungs if rung.like and rung.id not in shown),
    )


def _says(climb: Climb) -> str:
    top, last = climb.highest, climb.last
    rungs, maybe = len(climb.ladder.rungs), climb.perhaps
    perhaps = f" Perhaps, by rows in doubt: {maybe.rung.name} ({maybe.place} of {rungs})" if maybe else ""
    if maybe is not None:
        perhaps += f", {maybe.row.day or 'on a day not told'}."
    if top is None or last is None:
        return f"No rung is shown by a row that is not in doubt.{perhaps}"
    said = f"Highest rung seen: {top.rung.name} ({top.place} of {rungs}), last on {top.row.day}."
    if last is not top:
        said += f" Last seen: {last.rung.name}, {last.row.day}."
    return said + perhaps


def _use(view: View, use: Reached) -> UseLine:
    incident = next((i for i in view.incidents if i.id == use.row.row), None)
    toll = incident.killed if incident else None
    return UseLine(
        when=str(use.row.day or "no day"),
        rung=use.rung.name,
        place=use.place,
        words=described(incident, with_day_and_toll=False) if incident else "event",
        killed=toll_said(toll) if toll else "",
        by=said_by(view, toll) if toll else (),
        doubts=use.row.doubts,
        row=use.row.row,
    )
