"""How much the evidence behind a judgement can bear, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from brink.case.view import View
from brink.code.incidents import Incident

Level = Literal["low", "moderate", "high"]


@dataclass(frozen=True, slots=True)
class Confidence:
    """Confidence in the evidence, apart from any likelihood, with its reason."""

    level: Level
    because: str


def of_incidents(view: View, incidents: Sequence[Incident]) -> Confidence:
    """Confidence in a statement that rests on these incidents.

    High needs five independent reports and half of the incidents told by two or more;
    moderate three reports and less than half of the rows marked for review. Admiralty practice keeps
    the source and the information apart; here only what can be counted is used.
    """
    families = {view.families[view.event[e].story].id for i in incidents for e in i.events}
    several = sum(i.sources >= 2 for i in incidents)
    events = [view.event[e] for i in incidents for e in i.events]
    doubtful = sum(event.review is not None for event in events)
    level: Level = "low"
    if len(families) >= 3 and doubtful * 2 < len(events):
        level = "moderate"
    if level == "moderate" and len(families) >= 5 and several * 2 >= len(incidents):
        level = "high"
    told = f"{several} of {_n(len(incidents), 'incident')} told by two or more"
    reason = f"{_n(len(families), 'independent report')}; {told}"
    if doubtful:
        reason += f"; {doubtful} of {_n(len(events), 'coded row')} marked for review"
    return Confidence(level, reason)


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
