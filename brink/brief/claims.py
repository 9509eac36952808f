"""What people hold to be so, grouped by kind, with who contradicts whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from brink.case.named import is_named
from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.rows import Claim, Event, Tie

KIND_ORDER = ("forecast", "motive", "cause", "recommendation", "assessment", "fact")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim as the brief lists it."""

    claim: Claim
    holder: str
    outlet: str


def claim_lines(view: View) -> list[ClaimLine]:
    """One line a claim and family of copies, by kind; the article's own bare facts are left to the annex."""
    seen: set[tuple[str, str]] = set()
    lines = []
    for claim in view.claims:
        key = (view.families[claim.story].id, " ".join(claim.quote.text.casefold().split()))
        if key in seen or (claim.holder == "article" and claim.kind == "fact"):
            continue
        seen.add(key)
        outlet = outlet_of(view, view.story[claim.story])
        holder = f"{outlet} (own voice)" if claim.holder == "article" else claim.holder
        lines.append(ClaimLine(claim, holder, outlet))
    return sorted(lines, key=lambda line: KIND_ORDER.index(line.claim.kind))


@dataclass(frozen=True, slots=True)
class Denial:
    """Something one report says was denied and another tells as fact."""

    denied: Event
    told: Event


def denials(view: View) -> list[Denial]:
    """Events denied in one report and told as fact in another: one type, a shared side, one day or place."""
    facts: dict[str, list[Event]] = defaultdict(list)
    for event in view.events:
        if event.status in ("happened", "ongoing") and not event.summary:
            facts[event.type].append(event)
    found = []
    for denied in (event for event in view.events if event.status == "denied"):
        told = next((fact for fact in facts[denied.type] if _answers(view, denied, fact)), None)
        if told is not None:
            found.append(Denial(denied, told))
    return found


def _answers(view: View, denied: Event, fact: Event) -> bool:
    apart = view.families[denied.story].id != view.families[fact.story].id
    meet = denied.date is not None and fact.date is not None and denied.date.overlaps(fact.date)
    doers = {name for name in denied.actors if is_named(view, name)} & set(fact.actors)
    targets = {name for name in denied.recipients if is_named(view, name)} & set(fact.recipients)
    placed = denied.place is not None and fact.place is not None and denied.place.name == fact.place.name
    return apart and bool(doers or targets) and (meet or placed)


def contradictory_ties(view: View) -> list[tuple[Tie, Tie]]:
    """Pairs of ties between the same two actors with opposite signs, from different families."""
    pairs: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in view.ties:
        low, high = sorted((tie.a, tie.b))
        pairs[low, high].append(tie)
    found: list[tuple[Tie, Tie]] = []
    for listed in pairs.values():
        friendly = [tie for tie in listed if tie.sign == "+"]
        hostile = [tie for tie in listed if tie.sign == "-"]
        for a in friendly[:1]:
            apart = [b for b in hostile if view.families[a.story].id != view.families[b.story].id]
            found.extend((a, b) for b in apart[:1])
    return found
