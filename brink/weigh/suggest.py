"""Links that coded rows suggest; they count for nothing until somebody accepts them."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from brink.case.counted import counted
from brink.case.parts.evidence import Band, Hypothesis, Tell
from brink.case.view import View
from brink.errors import NotInCase, nearest
from brink.weigh.items import Evidence, Item
from brink.weigh.links import declined, entries, links_of
from brink.weigh.scales import band_of, suggested_band
from brink.weigh.tells import chances_under


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A link that a row suggests: for which hypothesis, how strongly, and why."""

    id: str
    item: Item
    hypothesis: str
    band: Band
    because: str


def suggestions(view: View) -> list[Suggestion]:
    """Suggested links on evidence and hypotheses that nobody has linked or declined yet.

    Two kinds: incidents like those a tell describes, with the band that the tell's chances imply,
    and claims that state an answer in one of its `phrases`. Of several on the same evidence and
    hypothesis the first stands; a copy of evidence already suggested is left out.
    """
    evidence = Evidence(view)
    settled = {(link.item.id, link.hypothesis) for link in links_of(view, evidence)[0]}
    settled |= {_declined(evidence, *pair) for pair in declined(entries(view))}
    out: dict[tuple[str, str], Suggestion] = {}
    told: set[tuple[str, str, str]] = set()
    for hypothesis in view.definition.hypotheses:
        found = [*_from_tells(view, evidence, hypothesis), *_from_claims(view, evidence, hypothesis)]
        for suggestion in found:
            item = suggestion.item
            key = (item.id, hypothesis.id)
            again = (item.family or item.id, " ".join(item.quote.text.casefold().split()), hypothesis.id)
            rows = [(row, hypothesis.id) for row in item.rows]
            if key in out or again in told or not settled.isdisjoint([key, *rows]):
                continue
            told.add(again)
            out[key] = suggestion
    return list(out.values())


def suggestion(view: View, name: str) -> Suggestion:
    """The suggestion of that id.

    Raises
    ------
    NotInCase
        When there is none, or it was answered already.
    """
    listed = {found.id: found for found in suggestions(view)}
    if name not in listed:
        raise NotInCase(
            f"no suggestion {name!r} waits for an answer{nearest(name, listed)}; "
            "`brink weigh CASE suggest` lists them"
        )
    return listed[name]


def _declined(evidence: Evidence, reference: str, hypothesis: str) -> tuple[str, str]:
    item = evidence.item(reference)
    return (item.id if item else reference, hypothesis)


def _made(item: Item, hypothesis: str, band: Band, because: str) -> Suggestion:
    name = "s" + hashlib.sha256(f"{item.id}\x1f{hypothesis}".encode()).hexdigest()[:8]
    return Suggestion(name, item, hypothesis, band, because)


def _from_tells(view: View, evidence: Evidence, hypothesis: Hypothesis) -> Iterator[Suggestion]:
    rivals = [h.id for h in view.definition.hypotheses if h.question == hypothesis.question]
    for key, tells in (("if_true", hypothesis.if_true), ("if_false", hypothesis.if_false)):
        for tell in tells:
            if tell.like is None or tell.like.series is not None:
                continue
            band = _implied(key, tell, hypothesis.id, rivals)
            speaks = "to be seen if it were so" if key == "if_true" else "not to be seen if it were so"
            for found in counted(view, tell.like):
                item = evidence.item(found.row)
                if item is not None:
                    yield _made(item, hypothesis.id, band, f"{speaks}: {tell.sees}")


def _implied(key: str, tell: Tell, own: str, names: list[str]) -> Band:
    """The band of the tell's chance under its own answer over the geometric mean under the others."""
    chances, _ = chances_under(key, tell, own, names)
    others = [math.log(max(chances[name], 1e-6)) for name in names if name != own]
    usual = math.exp(sum(others) / len(others)) if others else 1.0
    return band_of(chances[own] / usual)


def _from_claims(view: View, evidence: Evidence, hypothesis: Hypothesis) -> Iterator[Suggestion]:
    for claim in view.claims:
        for phrase in hypothesis.phrases:
            if not _phrase(phrase).search(claim.quote.text):
                continue
            item = evidence.item(claim.id)
            if item is not None:
                holder = "the article" if claim.holder == "article" else claim.holder
                verb = "doubts" if claim.certainty == "doubtful" else "states"
                band = suggested_band(doubted=claim.certainty == "doubtful")
                because = f"{holder} {verb} it ({claim.kind}, {claim.certainty}), by the words {phrase!r}"
                yield _made(item, hypothesis.id, band, because)
            break


@lru_cache(maxsize=512)
def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\s+".join(re.escape(word) for word in words.split()) + r"\b", re.IGNORECASE)
