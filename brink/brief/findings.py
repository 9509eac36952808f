"""What the reporting lets one say so far: the title and the key judgements, each with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from brink.brief.change import direction
from brink.brief.confidence import Confidence, of_incidents
from brink.brief.incident_words import described
from brink.brief.recent import FACT, WINDOW_DAYS, attacks_in, falls_in, reports_in, windows
from brink.brief.words import Ledger, Ref, Run, Sentence, listed, plain
from brink.case.named import is_named
from brink.case.view import View
from brink.code.incidents import Incident, Toll
from brink.code.rows import is_alleged
from brink.dates import DateInterval

_HEADS = {
    "rose": "Reported attacks rise: ",
    "fell": "Reported attacks fall: ",
    "no clear change": "Reported attacks show no clear change: ",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One key judgement: what is said, how much the evidence bears, and why."""

    says: Sentence
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Findings:
    """The brief's title and its key judgements."""

    title: str
    judgements: tuple[Finding, ...]


def findings(view: View, ledger: Ledger) -> Findings:
    """Title and key judgements of a view; with too little evidence they say so."""
    change = _change(view, ledger)
    made = [
        change,
        _deadliest(view, ledger),
        _most_active(view, ledger),
        _truces_and_talks(view, ledger),
        _tripwires(view),
        _prospects(view, ledger),
        _disputes(view, ledger),
    ]
    judgements = tuple(finding for finding in made if finding is not None)
    return Findings(_title(view, change), judgements)


def _title(view: View, change: Finding | None) -> str:
    if change is None:
        stories = len(view.stories)
        return f"{view.title}: {stories} reports, too few dated attacks to say where violence is going"
    said = plain(change.says).partition(";")[0].rstrip(".")
    peak = _recent_peak(view) if said.startswith(_HEADS["no clear change"]) else None
    return peak or said


def _recent_peak(view: View) -> str | None:
    """That the last month but one at most is the busiest of two years, where it is so."""
    window = DateInterval(view.as_of - timedelta(days=730), view.as_of + timedelta(days=1))
    months = Counter(i.date.start.strftime("%Y-%m") for i in attacks_in(view, window) if i.date)
    (peak, most), *others = months.most_common() or [("", 0)]
    if most < 5 or any(count == most for _, count in others):
        return None
    first = date.fromisoformat(f"{peak}-01")
    if (view.as_of - first).days > 62:
        return None
    return (
        f"{first.strftime('%B %Y')} brings the most reported attacks in two years, {most}; "
        "coverage grew too, so the rate may not have"
    )


def _change(view: View, ledger: Ledger) -> Finding | None:
    now, before = windows(view.as_of)
    recent, earlier = attacks_in(view, now), attacks_in(view, before)
    read_now, read_before = reports_in(view, now), reports_in(view, before)
    if len(recent) + len(earlier) < 5 or not read_now or not read_before:
        return None
    way = direction(len(recent), len(earlier), exposure_now=read_now, exposure_before=read_before)
    counts = (
        ledger.number([i.id for i in recent], f"attacks reported for {now}"),
        " in the three months to ",
        view.as_of.strftime("%d %B %Y").lstrip("0"),
        ", ",
        ledger.number([i.id for i in earlier], f"attacks reported for {before}"),
        " in the three before",
    )
    coverage = f"; {read_now} independent reports were read for the later period, "
    coverage += f"{read_before} for the earlier, and "
    coverage += {
        "rose": "the rise is more than that explains.",
        "fell": "the fall is more than that explains.",
        "no clear change": "with that the difference could be chance.",
    }[way]
    return Finding((_HEADS[way], *counts, coverage), of_incidents(view, [*recent, *earlier]))


def _deadliest(view: View, ledger: Ledger) -> Finding | None:
    year = DateInterval(view.as_of - timedelta(days=365), view.as_of + timedelta(days=1))
    deadly = [
        i
        for i in view.happenings
        if i.killed and i.status in FACT and i.date and falls_in(i.date.start, year)
    ]
    deadly = [i for i in deadly if i.date and i.date.days <= 31]
    if not deadly:
        return None
    worst = sorted(deadly, key=lambda i: (-(i.killed.min if i.killed else 0), i.id))[:3]
    said = listed([Ref(described(i), i.id) for i in worst])
    number = ledger.number([i.id for i in deadly], "incidents of the past year with a reported toll")
    parts = ("The deadliest of ", number, " incidents of the past year with a reported toll: ", *said, ".")
    return Finding((*parts, *_counted(worst)), of_incidents(view, worst))


def _counted(incidents: Sequence[Incident]) -> list[Run]:
    """How tolls that are not an incident's whole were taken into it, so that nobody adds them again."""
    runs: list[Run] = []
    for incident in (each for each in incidents if each.counted):
        words = described(incident, with_day_and_toll=False)
        runs.extend([" In the ", Ref(f"{words}: {'; '.join(incident.counted)}", incident.id), "."])
    return runs


def _most_active(view: View, ledger: Ledger) -> Finding | None:
    now, _ = windows(view.as_of)
    recent = [i for i in attacks_in(view, now) if any(is_named(view, name) for name in i.actors)]
    counts = Counter(name for i in recent for name in i.actors if is_named(view, name))
    doers = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3]
    if len(recent) < 3 or doers[0][1] < 2:
        return None
    parts: list[Run] = []
    for name, _count in doers:
        own = [i.id for i in recent if name in i.actors]
        number = ledger.number(own, f"attacks by {name} reported for {now}")
        parts.append(Ref(f"{name} ({number.words})", number.target))
    total = ledger.number([i.id for i in recent], f"attacks with a named doer reported for {now}")
    return Finding(
        ("Of ", total, " attacks of the last three months with a named doer: ", *listed(parts), "."),
        of_incidents(view, recent),
    )


def _truces_and_talks(view: View, ledger: Ledger) -> Finding | None:
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


def _prospects(view: View, ledger: Ledger) -> Finding | None:
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


def _tripwires(view: View) -> Finding | None:
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


def _disputes(view: View, ledger: Ledger) -> Finding | None:
    disputed = disputed_incidents(view)
    if not disputed:
        return None
    examples = listed([Ref(described(i), i.id) for i in disputed[:3]])
    number = ledger.number([i.id for i in disputed], "incidents whose sources disagree on the toll")
    return Finding(
        (
            "Sources disagree on the toll of ",
            number,
            " incident: " if len(disputed) == 1 else " incidents, among them ",
            *examples,
            ".",
        ),
        of_incidents(view, disputed),
    )


def disputed_incidents(view: View) -> list[Incident]:
    """Incidents for which two independent sources give tolls that do not meet."""
    return [i for i in view.happenings if any(_disputed(t) for t in (i.killed, i.injured, i.abducted))]


def _disputed(toll: Toll | None) -> bool:
    return toll is not None and toll.disputed
