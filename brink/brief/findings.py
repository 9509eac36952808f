"""What the reporting lets one say so far: the title and the key judgements, each with its evidence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from brink.brief.finding import Finding
from brink.brief.findings_moves import prospects, tripwires, truces_and_talks
from brink.brief.findings_violence import HEADS, change, deadliest, disputes, most_active
from brink.brief.recent import attacks_in
from brink.brief.words import Ledger, plain
from brink.case.view import View
from brink.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Findings:
    """The brief's title and its key judgements."""

    title: str
    judgements: tuple[Finding, ...]


def findings(view: View, ledger: Ledger) -> Findings:
    """Title and key judgements of a view; with too little evidence they say so."""
    trend = change(view, ledger)
    made = [
        trend,
        deadliest(view, ledger),
        most_active(view, ledger),
        truces_and_talks(view, ledger),
        tripwires(view),
        prospects(view, ledger),
        disputes(view, ledger),
    ]
    judgements = tuple(finding for finding in made if finding is not None)
    return Findings(_title(view, trend), judgements)


def _title(view: View, trend: Finding | None) -> str:
    if trend is None:
        stories = len(view.stories)
        return f"{view.title}: {stories} reports, too few dated attacks to say where violence is going"
    said = plain(trend.says).partition(";")[0].rstrip(".")
    peak = _recent_peak(view) if said.startswith(HEADS["no clear change"]) else None
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
