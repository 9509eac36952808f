"""Dated acts of a case, such as truces, strikes and closures, and what months they fall into."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, month_interval, month_of
from brink.errors import BadDefinition, nearest
from brink.play.model.binding import model_of
from brink.play.model.levers import rung_of

if TYPE_CHECKING:
    from brink.case.view import View

Floats = NDArray[np.float64]
KINDS = ("takeover", "release", "truce", "rung", "host-rung", "leader", "closure")
STRIKES_FROM = 4
"""Rung from which on an act is a strike."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An act with its days, inclusive, and how far it went."""

    start: date
    end: date
    kind: str
    rung: str
    level: float
    killed: float
    what: str
    source: str


def dated_events(view: View) -> tuple[DatedEvent, ...]:
    """Acts of the case's table that had begun by the as-of date, none running past it."""
    return tuple(
        act if act.end <= view.as_of else replace(act, end=view.as_of)
        for act in every_dated_event(view)
        if act.start <= view.as_of
    )


def every_dated_event(view: View) -> tuple[DatedEvent, ...]:
    """The whole table, later acts too: for scoring what came, never for fitting."""
    name = model_of(view.definition).history
    if name is None or view.case.series is None:
        return ()
    path = view.case.series / name
    if not path.is_file():
        raise BadDefinition(f"model.history names {name}, which is not in {view.case.series}")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(_read(row, path, line) for line, row in enumerate(csv.DictReader(file), start=2))


def share_of_months(acts: Iterable[DatedEvent], kind: str, first: Month, end: Month) -> Floats:
    """Share of each month's days that acts of a kind cover, times their level; overlaps count once."""
    out = np.zeros(end - first)
    for place in range(end - first):
        days = month_interval(first + place)
        span = [days.start + timedelta(days=n) for n in range((days.last - days.start).days + 1)]
        out[place] = np.mean(
            [
                max((a.level for a in acts if a.kind == kind and a.start <= d <= a.end), default=0.0)
                for d in span
            ]
        )
    return out


def strike_months(acts: Iterable[DatedEvent], first: Month, end: Month) -> dict[int, dict[int, float]]:
    """For each month of [first, end), 0-based, the rungs used in it with their level."""
    out: dict[int, dict[int, float]] = {}
    for act in acts:
        place = month_of(act.start) - first
        if act.kind == "rung" and 0 <= place < end - first:
            rungs = out.setdefault(place, {})
            rung = rung_of(act.rung)
            rungs[rung] = max(rungs.get(rung, 0.0), act.level)
    return out


def _read(row: dict[str, str], path: Path, line: int) -> DatedEvent:
    kind = row.get("kind", "")
    if kind not in KINDS:
        raise BadDefinition(
            f"{path.name} line {line}: kind {kind!r}{nearest(kind, KINDS)}; use one of {', '.join(KINDS)}"
        )
    try:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        level, killed = float(row["level"] or 1.0), float(row["killed"] or 0.0)
    except (KeyError, ValueError) as wrong:
        raise BadDefinition(
            f"{path.name} line {line}: {wrong}; give start and end as days, level and killed as numbers"
        ) from None
    if end < start:
        raise BadDefinition(f"{path.name} line {line}: ends on {end}, before its start on {start}")
    return DatedEvent(
        start, end, kind, row.get("rung", ""), level, killed, row.get("what", ""), row.get("source", "")
    )


def in_month(acts: Sequence[DatedEvent], kind: str, first: Month, end: Month) -> Floats:
    """The highest level of an act of a kind that begins in each month, 0 where none does."""
    out = np.zeros(end - first)
    for act in acts:
        place = month_of(act.start) - first
        if act.kind == kind and 0 <= place < len(out):
            out[place] = max(out[place], act.level)
    return out


def struck(acts: Sequence[DatedEvent], first: Month, end: Month) -> Floats:
    """The highest level of a strike in each month, 0 where none was."""
    out = np.zeros(end - first)
    for place, rungs in strike_months(acts, first, end).items():
        out[place] = max((level for rung, level in rungs.items() if rung >= STRIKES_FROM), default=0.0)
    return out


def fading(blows: Floats, by: float) -> Floats:
    """What is left of each month\'s blow as it fades by so much a month, until the next."""
    out = np.zeros(len(blows))
    left = 0.0
    for place, now in enumerate(blows):
        left = now if now > 0.0 else max(0.0, left - by)
        out[place] = left
    return out


def since(acts: Sequence[DatedEvent], kind: str, first: Month, end: Month) -> Floats:
    """Share of each month after the first act of a kind; 0 throughout where there is none."""
    starts = [act.start for act in acts if act.kind == kind]
    if not starts:
        return np.zeros(end - first)
    begun = DatedEvent(min(starts), date.max, "since", "", 1.0, 0.0, "", "")
    return share_of_months([begun], "since", first, end)
