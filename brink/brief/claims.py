"""What people hold to be so, grouped by kind, with who contradicts whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from brink.case.view import View, outlet_of
from brink.code.rows import Claim, Tie

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
