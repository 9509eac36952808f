"""Key judgements on violence: whether it rises, what was deadliest, who did most, what is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from brink.brief.change import direction
from brink.brief.confidence import of_incidents
from brink.brief.finding import Finding
from brink.brief.incident_words import described
from brink.brief.recent import FACT, attacks_in, falls_in, reports_in, windows
from brink.brief.words import Ledger, Ref, Run, listed
from brink.case.named import is_named
from brink.case.view import View
from brink.code.incidents import Incident, Toll
from brink.dates import DateInterval

HEADS = {
    "rose": "Reported attacks rise: ",
    "fell": "Reported attacks fall: ",
    "no clear change": "Reported attacks show no clear change: ",
}


def change(view: View, ledger: Ledger) -> Finding | None:
    """Whether reported attacks rise, for the reports that were read; None with fewer than five."""
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
    return Finding((HEADS[way], *counts, coverage), of_incidents(view, [*recent, *earlier]))


def deadliest(view: View, ledger: Ledger) -> Finding | None:
    """The three incidents of the past year in which most were reported killed; None without a toll."""
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


def most_active(view: View, ledger: Ledger) -> Finding | None:
    """Who did most of the attacks of the last three months; None where nobody did two of three."""
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


def disputes(view: View, ledger: Ledger) -> Finding | None:
    """Incidents on whose toll independent sources disagree; None without one."""
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
