"""Key judgements on what is done and told beside violence: talks and closures, prospects, tripwires."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from brink.brief.confidence import of_incidents
from brink.brief.finding import Finding
from brink.brief.recent import FACT, WINDOW_DAYS, falls_in, windows
from brink.brief.words import Ledger, Ref, Run, listed
from brink.case.view import View
from brink.code.incidents import Incident
from brink.code.rows import is_alleged


def truces_and_talks(view: View, ledger: Ledger) -> Finding | None:
    """What was done short of violence in the last three months; None with fewer than two incidents."""
    now, _ = windows(view.as_of)
    kinds = {"CONSULT": "talks and visits", "AGREE": "agreements", "CONCEDE": "concessions",
             "REJECT": "refusals", "THREATEN": "threats", "SANCTION": "sanctions or closures"}  # fmt: skip
    recent = [
        i for i in view.happenings
        if i.type in kinds and i.status in FACT
        and i.date and i.date.days <= 31 and falls_in(i.date.start, now)
    ]  # fmt: skip
    if len(recent) < 2:
        return None
    parts = _by_kind(recent, kinds, ledger, f"reported for {now}")
    return Finding(
        ("In the last three months the reporting also tells of ", *listed(parts), "."),
        of_incidents(view, recent),
    )


_AHEAD = {
    "ASSAULT": "attacks or strikes",
    "COERCE": "arrests or seizures",
    "SANCTION": "closures or sanctions",
    "AID": "aid",
    "COOPERATE": "joint action",
    "CONSULT": "talks",
}


def prospects(view: View, ledger: Ledger) -> Finding | None:
    """What the last three months tell as planned or possible, threats merely alleged left out."""
    since = view.as_of - timedelta(days=WINDOW_DAYS)
    ahead = [
        i for i in view.happenings
        if i.status in ("planned", "possible") and _said_since(view, i, since)
        and i.type in _AHEAD and not all(is_alleged(view.event[event]) for event in i.events)
    ]  # fmt: skip
    if not ahead:
        return None
    parts = _by_kind(ahead, _AHEAD, ledger, f"told as planned or possible since {since}")
    return Finding(
        ("Told as planned or possible in the last three months, not as done: ", *listed(parts), "."),
        of_incidents(view, ahead),
    )


def _by_kind(incidents: Sequence[Incident], kinds: Mapping[str, str], ledger: Ledger, how: str) -> list[Run]:
    """Each kind of incident in words with its number, in the order of `kinds`; kinds without one left out."""
    parts: list[Run] = []
    for kind, said in kinds.items():
        own = [i.id for i in incidents if i.type == kind]
        if own:
            number = ledger.number(own, f"{said} {how}")
            parts.append(Ref(f"{said} ({number.words})", number.target))
    return parts


def tripwires(view: View) -> Finding | None:
    """Which tripwires alarm and which warn, with those that rest on the reporting judged by its rows."""
    if not view.definition.tripwires:
        return None
    from brink.watch.state import watch_of

    loud = [s for s in watch_of(view).states if s.kind == "tripwire" and s.level in ("alarm", "warning")]
    if not loud:
        return None
    parts: list[Run] = []
    for level in ("alarm", "warning"):
        named: list[Run] = [
            Ref(s.indicator.statement.rstrip("."), "tripwires") for s in loud if s.level == level
        ]
        if named:
            parts += [f"{'; ' if parts else ''}at {level}: ", *listed(named)]
    rows = {row.row for state in loud for row in state.rows}
    on_series = sum(state.indicator.counts.series is not None for state in loud)
    confidence = of_incidents(view, [i for i in view.happenings if i.id in rows])
    because = f"{confidence.because}; {on_series} of {len(loud)} rest on monthly series instead"
    return Finding(
        ("Of ", Ref(f"{len(view.definition.tripwires)} tripwires", "tripwires"), ", ", *parts, "."),
        replace(confidence, because=because) if on_series else confidence,
    )


def _said_since(view: View, incident: Incident, since: date) -> bool:
    dates = [view.story[view.event[e].story].date for e in incident.events]
    return any(when is not None and when.start >= since for when in dates)
