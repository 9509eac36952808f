"""What happened before the as-of date, as the model takes it: counts, acts, and where they leave us."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brink.case.series import monthly_series
from brink.dates.months import Month, last_whole_month, month_interval, month_of
from brink.errors import BadDefinition, nearest
from brink.play.model.binding import model_of
from brink.play.model.levers import rung_of
from brink.play.model.mechanisms.harm import PASSES_ON
from brink.play.model.mechanisms.leaders import RECOVERY
from brink.play.model.mechanisms.strikes import SHOCK_FADES

if TYPE_CHECKING:
    from brink.case.view import View

Floats = NDArray[np.float64]
KINDS = ("takeover", "release", "truce", "rung", "host-rung", "leader", "closure")
HOST_RUNGS = ("host-warning", "host-obstruction", "host-border-fire", "host-unleashes", "host-assault")
STRIKES_FROM = 4
FIT_MONTHS = 60
"""Five years before the as-of date: long enough for a trend, short enough for one kind of war."""


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


@dataclass(frozen=True, slots=True)
class Counts:
    """Events and deaths of one series, month by month up to the as-of date, shape (n_months,) each."""

    events: Floats
    deaths: Floats


@dataclass(frozen=True, slots=True)
class History:
    """Months [first, end) before the as-of date; every array has their length."""

    first: Month
    end: Month
    attacks: Counts
    interstate: Counts | None
    first_rival: Counts | None
    second_rival: Counts | None
    acts: tuple[DatedEvent, ...]
    truce: Floats
    """Share of each month under a truce."""
    shock: Floats
    """How near the last strike is, 1 to 0."""
    leaderless: Floats
    """1 in the month of a leader's death, to 0 half a year later."""
    after_takeover: Floats
    """Share of each month after the host came to power; 0 throughout when it did not."""
    released: Floats
    """1 in the month of a prison release."""

    @property
    def months(self) -> int:
        """Number of months."""
        return self.end - self.first


def history_of(view: View, *, months: int = FIT_MONTHS) -> History | None:
    """The history that a case's model is fitted to; None when it names no series.

    Raises
    ------
    BadDefinition
        When the table of acts cannot be read.
    NotInCase
        When a series is not in the case.
    """
    case_model = model_of(view.definition)
    if case_model.fits_to is None:
        return None
    end = last_whole_month(view.as_of) + 1
    first = end - months
    acts = dated_events(view)
    series = {
        key: _counts(view, name, first, end)
        for key, name in case_model.fits_to.model_dump(exclude_none=True).items()
    }
    return History(
        first=first,
        end=end,
        attacks=series["attacks"],
        interstate=series.get("interstate"),
        first_rival=series.get("first_rival"),
        second_rival=series.get("second_rival"),
        acts=acts,
        truce=share_of_months(acts, "truce", first, end),
        shock=_fading(_struck(acts, first, end), SHOCK_FADES),
        leaderless=_fading(_in_month(acts, "leader", first, end), RECOVERY),
        after_takeover=_since(acts, "takeover", first, end),
        released=_in_month(acts, "release", first, end),
    )


def dated_events(view: View) -> tuple[DatedEvent, ...]:
    """Acts of the case's table that had begun by the as-of date, none running past it."""
    return tuple(
        act
        if act.end <= view.as_of
        else DatedEvent(
            act.start, view.as_of, act.kind, act.rung, act.level, act.killed, act.what, act.source
        )
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


def starting_state(history: History) -> dict[str, float]:
    """Columns of the starting state that history settles alike at every point."""
    counts = history.attacks
    last = history.end - 1
    rungs = strike_months(history.acts, last, history.end).get(0, {})
    harm, stage = _harm(history)
    truce = history.truce[-1] >= 0.5 and any(
        a.kind == "truce" and month_interval(last).last <= a.end for a in history.acts
    )
    return {
        "start_attacks": float(counts.events[-1]),
        "start_deaths": float(counts.deaths[-1]),
        "start_interstate_deaths": float(history.interstate.deaths[-1]) if history.interstate else 0.0,
        "start_rival_attacks": sum(
            float(s.events[-1]) for s in (history.first_rival, history.second_rival) if s
        ),
        "start_leadership": 1.0 - float(history.leaderless[-1]),
        "start_own_rung": float(max(rungs, default=0)),
        "start_host_rung": float(_host_rung(history.acts, last, history.end)),
        "start_truce": 1.0 if truce else 0.0,
        "start_truce_age": float(_run_of(history.truce)) if truce else 0.0,
        "start_border": float(share_of_months(history.acts, "closure", last, history.end)[0]),
        "start_civilian_harm": harm,
        "start_harm_stage": stage,
        "start_strike_shock": float(history.shock[-1]),
    }


def _counts(view: View, name: str, first: Month, end: Month) -> Counts:
    events, deaths = (monthly_series(view, name, field).window(first, end) for field in ("events", "deaths"))
    # A dyad that is not yet in the table had no events that UCDP counted.
    return Counts(np.nan_to_num(events), np.nan_to_num(deaths))


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


def _in_month(acts: Sequence[DatedEvent], kind: str, first: Month, end: Month) -> Floats:
    out = np.zeros(end - first)
    for act in acts:
        place = month_of(act.start) - first
        if act.kind == kind and 0 <= place < len(out):
            out[place] = max(out[place], act.level)
    return out


def _struck(acts: Sequence[DatedEvent], first: Month, end: Month) -> Floats:
    out = np.zeros(end - first)
    for place, rungs in strike_months(acts, first, end).items():
        out[place] = max((level for rung, level in rungs.items() if rung >= STRIKES_FROM), default=0.0)
    return out


def _fading(struck: Floats, by: float) -> Floats:
    out = np.zeros(len(struck))
    left = 0.0
    for place, now in enumerate(struck):
        left = now if now > 0.0 else max(0.0, left - by)
        out[place] = left
    return out


def _since(acts: Sequence[DatedEvent], kind: str, first: Month, end: Month) -> Floats:
    starts = [act.start for act in acts if act.kind == kind]
    if not starts:
        return np.zeros(end - first)
    begun = DatedEvent(min(starts), date.max, "since", "", 1.0, 0.0, "", "")
    return share_of_months([begun], "since", first, end)


def _harm(history: History) -> tuple[float, float]:
    """Civilians killed by strikes who are still remembered, by the chain of the harm mechanism."""
    first_stage = second = 0.0
    for month in range(history.first, history.end):
        killed = sum(a.killed for a in history.acts if a.kind == "rung" and month_of(a.start) == month)
        passed = PASSES_ON * first_stage
        second = (second + passed) * (1.0 - PASSES_ON)
        first_stage = first_stage - passed + killed
    return first_stage + second, first_stage


def _host_rung(acts: Sequence[DatedEvent], first: Month, end: Month) -> int:
    return max(
        (
            HOST_RUNGS.index(a.rung)
            for a in acts
            if a.kind == "host-rung" and a.rung in HOST_RUNGS and first <= month_of(a.start) < end
        ),
        default=0,
    )


def _run_of(truce: Floats) -> int:
    run = 0
    for share in truce[::-1]:
        if share < 0.5:
            break
        run += 1
    return max(0, run - 1)
