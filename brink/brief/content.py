"""What a brief says, before it takes a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brink import __version__
from brink.brief.annex import Cited, annex
from brink.brief.claims import ClaimLine, Denial, claim_lines, contradictory_ties, denials
from brink.brief.findings import Findings, findings
from brink.brief.findings_violence import disputed_incidents
from brink.brief.harm import HarmLine, harm_lines
from brink.brief.incident_words import dated, described, toll_said, when_said
from brink.brief.sections import Section, sections
from brink.brief.words import Count, Ledger
from brink.case.manifest import inputs_digest
from brink.case.outlets import outlet_rows
from brink.case.progress import Progress
from brink.case.roster import ActorCard, roster
from brink.case.view import View
from brink.code.incidents import Incident
from brink.code.rows import Claim, Event, Tie
from brink.plots import Figure
from brink.plots.monthly import monthly_attacks
from brink.plots.network import network
from brink.plots.timeline import timeline
from brink.read.story import CopyLink


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything the templates print; each number in it has the rows it counts in `counts`."""

    view: View
    findings: Findings
    figures: Mapping[str, Figure | None]
    sections: Sequence[Section]
    harm: Sequence[HarmLine]
    disputed: Sequence[Incident]
    contradictions: Sequence[tuple[Tie, Tie]]
    denials: Sequence[Denial]
    links: Sequence[CopyLink]
    actors: Sequence[ActorCard]
    claims: Sequence[ClaimLine]
    sources: Sequence[Mapping[str, Any]]
    copies: Sequence[Sequence[str]]
    incidents: Sequence[Incident]
    summaries: Sequence[Incident]
    """Rows that sum up many happenings and are no incidents."""
    counts: Sequence[Count]
    cited: Sequence[Cited]
    quoted: frozenset[str]
    """Ids of rows that the annex quotes, so that a link to one is never dead."""
    manifest: Mapping[str, str]

    described = staticmethod(described)
    dated = staticmethod(dated)
    when_said = staticmethod(when_said)
    toll_said = staticmethod(toll_said)


def contents(view: View, *, progress: Progress | None = None) -> Contents:
    """The contents of the brief of a view."""
    ledger = Ledger()
    found = findings(view, ledger)
    claims = claim_lines(view)
    made = sections(view, ledger, progress=progress)
    cites = {row for section in made for row in section.cites} | {line.claim.id for line in claims}
    quoted = [claim for claim in view.claims if claim.id in cites]
    rows: list[Event | Claim | Tie] = [*view.events, *quoted, *view.ties]
    families = {family.id: family for family in view.families.values()}
    return Contents(
        view=view,
        findings=found,
        figures={"monthly": monthly_attacks(view), "timeline": timeline(view), "network": network(view)},
        sections=made,
        harm=harm_lines(view),
        disputed=disputed_incidents(view),
        contradictions=contradictory_ties(view),
        denials=denials(view),
        links=view.links,
        actors=[card for card in roster(view) if card.does + card.suffers + card.says + card.ties],
        claims=claims,
        sources=outlet_rows(view),
        copies=[family.members for family in families.values() if len(family.members) > 1],
        incidents=view.happenings,
        summaries=[each for each in view.incidents if each.summary],
        counts=ledger.counts,
        cited=annex(view, rows),
        quoted=frozenset(row.id for row in rows),
        manifest=_manifest(view),
    )


def _manifest(view: View) -> Mapping[str, str]:
    return {
        "case": view.title,
        "as of": view.as_of.isoformat(),
        "Brink": __version__,
        "inputs": inputs_digest(view.case)[:16],
        "command": f"brink brief {view.case.name} --as-of {view.as_of}",
        "judgements in force": str(len(view.judgements)),
    }
