"""The harm ledger: who was killed, hurt or taken, with each source's own count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brink.brief.incident_words import dated, described
from brink.case.counted import crosses_border
from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.incidents import Incident, SourceCount, Toll
from brink.watch.state import watch_of


@dataclass(frozen=True, slots=True)
class SaidBy:
    """What one independent source says, with the event it rests on."""

    outlet: str
    event: str
    said: str


@dataclass(frozen=True, slots=True)
class HarmLine:
    """One incident with a toll of any kind, and what each source says of it."""

    incident: Incident
    when: str
    words: str
    killed: Toll | None
    injured: Toll | None
    abducted: Toll | None
    by: tuple[tuple[str, tuple[SaidBy, ...]], ...]
    """For each kind of harm, the sources' own figures."""
    disputed: bool
    across: bool
    """Whether it was done across a border, by its doers or as a rung of a ladder between two countries."""


def harm_lines(view: View) -> list[HarmLine]:
    """Incidents told as fact with a toll, the latest first; an undated one by its report."""
    harmful = [
        i
        for i in view.happenings
        if (i.killed or i.injured or i.abducted) and i.status in ("happened", "ongoing")
    ]

    def day(incident: Incident) -> tuple[date, str]:
        when = incident.date or view.first_told(incident)
        return (when.start if when else date.min, incident.id)

    ordered = sorted(harmful, key=day, reverse=True)
    rungs = _rungs_across(view)
    return [_line(view, i, across=i.id in rungs or crosses_border(view, i)) for i in ordered]


def _rungs_across(view: View) -> frozenset[str]:
    """Attacks that rows show as rungs of a ladder between actors of two countries, whoever is named."""
    country = {actor.name: actor.country for actor in view.definition.actors}
    return frozenset(
        use.row.row
        for climb in watch_of(view).climbs
        if None not in (two := {country[climb.ladder.by], country[climb.ladder.against]}) and len(two) == 2
        for use in climb.reached
    )


def _line(view: View, incident: Incident, *, across: bool) -> HarmLine:
    kinds = {"killed": incident.killed, "injured": incident.injured, "abducted": incident.abducted}
    return HarmLine(
        incident,
        dated(view, incident),
        described(incident, with_day_and_toll=False),
        incident.killed,
        incident.injured,
        incident.abducted,
        tuple((kind, said_by(view, toll)) for kind, toll in kinds.items() if toll is not None),
        any(toll is not None and toll.disputed for toll in kinds.values()),
        across,
    )


def _number(row: SourceCount) -> str:
    if row.max is None:
        said = f"{row.min}+"
    else:
        said = str(row.min) if row.min == row.max else f"{row.min}–{row.max}"
    return f"{said} (both sides)" if row.adds else said


def said_by(view: View, toll: Toll) -> tuple[SaidBy, ...]:
    """What each independent source says of a toll."""
    return tuple(
        SaidBy(
            outlet_of(view, view.story[view.event[row.event].story]),
            row.event,
            _number(row),
        )
        for row in toll.by_source
    )
