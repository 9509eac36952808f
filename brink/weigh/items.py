"""A piece of evidence: a coded row, an incident or a passage, with where it comes from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from brink.case.named import is_named
from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.incidents import Incident
from brink.code.rows import Claim, Event, Quote, Tie
from brink.dates import DateInterval
from brink.errors import NotInCase

Kind = Literal["event", "claim", "tie", "incident", "passage"]
OPINIONS = ("assessment", "motive", "cause", "forecast", "recommendation")
_WHERE = re.compile(r"(?P<document>[^\n]+?\.\w+(?:#\d+)?): (?P<words>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One piece of evidence.

    `origins` are the things it shares with what is not independent of it: the report (a family of
    copies), the speaker, the incident. An incident told by several reports has no report of its own.
    """

    id: str
    kind: Kind
    quote: Quote
    story: str
    date: DateInterval | None
    """When it was reported."""
    speaker: str | None
    incident: str | None
    family: str | None
    """The family of copies it comes from; None for an incident that several tell."""
    rows: tuple[str, ...]
    """Coded rows it rests on; empty for a passage."""

    @property
    def origins(self) -> Iterator[tuple[str, str]]:
        if self.family is not None:
            yield "report", self.family
        if self.speaker is not None:
            yield "speaker", self.speaker
        if self.incident is not None:
            yield "incident", self.incident


class Evidence:
    """Finds pieces of evidence in a view by id or by words."""

    def __init__(self, view: View) -> None:
        self.view = view

    def item(self, reference: str) -> Item | None:
        """The piece that a reference names: an id, or `document: words of it`; None when it is not there.

        A passage stands for the coded row that covers most of it, if there is one.
        """
        if row := self._rows.get(reference):
            return self._of_row(row)
        if incident := self._incidents.get(reference):
            return self._of_incident(incident)
        if reference[:1] == "i" and (joined := self.view.incident_of.get("e" + reference[1:])):
            # An incident is named after its first event, which another may precede as of a later date.
            return self._of_incident(joined)
        if found := _WHERE.fullmatch(reference):
            return self._of_words(found["document"], found["words"])
        return None

    def needed(self, reference: str) -> Item:
        """The same, for what a person typed.

        Raises
        ------
        NotInCase
            When nothing in the case, as of its date, goes by that id or those words.
        """
        item = self.item(reference)
        if item is not None:
            return item
        if found := _WHERE.fullmatch(reference):
            raise NotInCase(
                f"{found['document']} does not hold the words {found['words']!r} as of {self.view.as_of}; "
                "give the document as `brink stories CASE` prints it and words that stand in it once"
            )
        raise NotInCase(
            f"no row or incident {reference!r} as of {self.view.as_of}; give an id from `brink events`, "
            "`claims`, `ties` or `incidents`, or DOCUMENT: WORDS for a passage"
        )

    @cached_property
    def _rows(self) -> dict[str, Event | Claim | Tie]:
        rows: list[Event | Claim | Tie] = [*self.view.events, *self.view.claims, *self.view.ties]
        return {row.id: row for row in rows}

    @cached_property
    def _incidents(self) -> dict[str, Incident]:
        return {incident.id: incident for incident in self.view.incidents}

    def _of_row(self, row: Event | Claim | Tie) -> Item:
        kind: Kind = "event" if isinstance(row, Event) else "claim" if isinstance(row, Claim) else "tie"
        return Item(
            id=row.id,
            kind=kind,
            quote=row.quote,
            story=row.story,
            date=self.view.story[row.story].date,
            speaker=self._speaker(row),
            incident=self.view.incident_of[row.id].id if isinstance(row, Event) else None,
            family=self.view.families[row.story].id,
            rows=(row.id,),
        )

    def _of_incident(self, incident: Incident) -> Item:
        first = self.view.event[incident.events[0]]
        families = {self.view.families[self.view.event[event].story].id for event in incident.events}
        return Item(
            id=incident.id,
            kind="incident",
            quote=first.quote,
            story=first.story,
            date=self.view.first_told(incident),
            speaker=self._speaker(first) if len(families) == 1 else None,
            incident=incident.id,
            family=next(iter(families)) if len(families) == 1 else None,
            rows=incident.events,
        )

    def _of_words(self, document: str, words: str) -> Item | None:
        if document not in self.view.documents:
            return None
        text = self.view.documents[document].text
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()))
        for found in pattern.finditer(text):
            for story in self.view.stories:
                if story.document == document and any(
                    block.start <= found.start() and found.end() <= block.end for block in story.body
                ):
                    quote = Quote(document, found.start(), found.end(), found.group())
                    return self._covering(quote) or self._of_passage(quote, story.id)
        return None

    def _covering(self, quote: Quote) -> Item | None:
        """The row whose quote shares most with the passage, when one of the two covers half of the other."""
        best: tuple[float, str] | None = None
        for row in self._rows.values():
            if row.quote.document != quote.document:
                continue
            shared = min(row.quote.end, quote.end) - max(row.quote.start, quote.start)
            shorter = min(row.quote.end - row.quote.start, quote.end - quote.start)
            if shared * 2 < shorter or shared <= 0:
                continue
            both = max(row.quote.end, quote.end) - min(row.quote.start, quote.start)
            best = max(best or (0.0, ""), (shared / both, row.id))
        return self._of_row(self._rows[best[1]]) if best else None

    def _of_passage(self, quote: Quote, story: str) -> Item:
        key = f"{quote.document}\x1f{quote.start}\x1f{quote.end}"
        return Item(
            id="q" + hashlib.sha256(key.encode()).hexdigest()[:10],
            kind="passage",
            quote=quote,
            story=story,
            date=self.view.story[story].date,
            speaker=None,
            incident=None,
            family=self.view.families[story].id,
            rows=(),
        )

    def _speaker(self, row: Event | Claim | Tie) -> str | None:
        """Who says so, when that is somebody in particular; for an article's own opinion, its outlet."""
        name = row.source if isinstance(row, Event) else row.holder if isinstance(row, Claim) else None
        if isinstance(row, Claim) and name == "article" and row.kind in OPINIONS:
            return outlet_of(self.view, self.view.story[row.story])
        return name if name is not None and is_named(self.view, name) else None
