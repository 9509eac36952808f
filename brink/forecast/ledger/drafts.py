"""Forecasts that coding found in the reporting: drafts, until a person confirms what they answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from brink.case.outlets import outlet_of
from brink.forecast.ledger.entries import load_entries

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.code.rows import Claim


@dataclass(frozen=True, slots=True)
class ForecastDraft:
    """A claim of kind `forecast` that no entry of the ledger rests on yet."""

    claim: Claim
    author: str
    made: date | None
    """First day its report can have been written on."""
    outlet: str


def forecast_drafts(view: View) -> list[ForecastDraft]:
    """Unconfirmed forecasts of the reporting as of the view's date, one a family of copies."""
    confirmed = {
        entry.content["quote"]["claim"]
        for entry in load_entries(view.case.store)
        if entry.kind == "answer" and entry.content["quote"]
    }
    drafts: dict[tuple[str, str], ForecastDraft] = {}
    done: set[tuple[str, str]] = set()
    for claim in view.claims:
        if claim.kind != "forecast":
            continue
        told = view.families[claim.story].id, " ".join(claim.quote.text.casefold().split())
        if claim.id in confirmed:
            done.add(told)
        drafts.setdefault(told, _draft(view, claim))
    return [draft for told, draft in drafts.items() if told not in done]


def _draft(view: View, claim: Claim) -> ForecastDraft:
    story = view.story[claim.story]
    outlet = outlet_of(view, story)
    author = outlet if claim.holder == "article" else claim.holder
    return ForecastDraft(claim, author, story.date.start if story.date else None, outlet)
