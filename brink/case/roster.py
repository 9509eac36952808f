"""Who is who in a case: every actor that rows name, with what they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from brink.case.view import View
from brink.code.rows import Claim, Event, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCard:
    """One actor and how the reporting shows it."""

    name: str
    kind: str
    country: str | None
    declared: bool
    """Whether `case.yaml` lists it; others were found in the text."""
    does: int
    """Incidents in which it acts."""
    suffers: int
    """Incidents directed at it."""
    says: int
    """Claims it holds."""
    ties: int
    sources: int
    """Independent sources that name it in a coded row."""
    first: date | None
    last: date | None
    """First and last dated incident."""


def names_in(view: View) -> list[str]:
    """Every canonical name that a coded row or the definition uses, sorted."""
    names = {entry.name for entry in view.definition.actor_entries()}
    for event in view.events:
        names.update(event.actors, event.recipients)
    for claim in view.claims:
        names.add(claim.holder)
        names.update(claim.about)
    for tie in view.ties:
        names.update((tie.a, tie.b))
    return sorted(names - {"article"})


def roster(view: View) -> list[ActorCard]:
    """Actors by how much the reporting says of them; declared ones without a row stay in."""
    from brink.case.named import gazetteer_of

    gazetteer = gazetteer_of(view)
    declared = {entry.name for entry in view.definition.actor_entries()}
    counts = _Counts(view)
    cards = []
    for name in names_in(view):
        entry = gazetteer.entry(name)
        days = sorted(counts.days[name])
        cards.append(
            ActorCard(
                name=name,
                kind=entry.kind if entry else "unknown",
                country=entry.country if entry else None,
                declared=name in declared,
                does=counts.does[name],
                suffers=counts.suffers[name],
                says=counts.says[name],
                ties=counts.ties[name],
                sources=len(counts.families[name]),
                first=days[0] if days else None,
                last=days[-1] if days else None,
            )
        )
    return sorted(cards, key=lambda c: (-(c.does + c.suffers + c.says + c.ties), c.name))


class _Counts:
    def __init__(self, view: View) -> None:
        self._view = view
        self.does: dict[str, int] = defaultdict(int)
        self.suffers: dict[str, int] = defaultdict(int)
        self.says: dict[str, int] = defaultdict(int)
        self.ties: dict[str, int] = defaultdict(int)
        self.families: dict[str, set[str]] = defaultdict(set)
        self.days: dict[str, set[date]] = defaultdict(set)
        self._incidents()
        self._rows()

    def _incidents(self) -> None:
        for incident in self._view.happenings:
            for name in incident.actors:
                self.does[name] += 1
            for name in incident.recipients:
                self.suffers[name] += 1
            if incident.date:
                for name in {*incident.actors, *incident.recipients}:
                    self.days[name].add(incident.date.start)

    def _rows(self) -> None:
        for event in self._view.events:
            self._named(event, (*event.actors, *event.recipients))
        for claim in self._view.claims:
            self.says[claim.holder] += 1
            self._named(claim, (claim.holder, *claim.about))
        for tie in self._view.ties:
            self.ties[tie.a] += 1
            self.ties[tie.b] += 1
            self._named(tie, (tie.a, tie.b))

    def _named(self, row: Event | Claim | Tie, names: Iterable[str]) -> None:
        for name in names:
            self.families[name].add(self._view.families[row.story].id)
