"""The rows that leave Brink: one plain dictionary a row, with the keys of the contract."""

from __future__ import annotations

from typing import Any

from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.incidents import Incident, Toll
from brink.code.rows import Claim, Count, Event, Figure, NamedPlace, Part, Place, Quote, Tie
from brink.dates import DateInterval
from brink.read.story import Story

Row = dict[str, Any]


def story_row(view: View, story: Story) -> Row:
    family = view.families[story.id]
    return {
        "id": story.id,
        "document": story.document,
        "start": story.start,
        "end": story.end,
        "title": story.title,
        "date": _iso(story.date),
        "date_because": story.date_because,
        "outlet": outlet_of(view, story),
        "kind": story.kind,
        "family": family.id,
        "copy_of": family.copy_of(story.id),
    }


def event_row(view: View, event: Event) -> Row:
    return {
        "id": event.id,
        **_quote(event.quote),
        "story": event.story,
        "type": event.type,
        "mode": event.mode,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "date": _iso(event.date),
        "place": _place(event.place),
        "status": event.status,
        "source": event.source,
        "killed": _count(event.killed),
        "injured": _count(event.injured),
        "abducted": _count(event.abducted),
        "amount": {"value": event.amount.value, "unit": event.amount.unit} if event.amount else None,
        "parts": [part_row(part) for part in event.parts],
        "incident": view.incident_of[event.id].id,
        "summary": event.summary,
        "confidence": round(event.confidence, 3),
        "because": "; ".join(event.because),
        "review": event.review,
    }


def part_row(part: Part) -> Row:
    return {
        "role": part.role,
        "called": part.called,
        "quote": part.text,
        "start": part.start,
        "end": part.end,
        "chance": round(part.chance, 2),
    }


def claim_row(view: View, claim: Claim) -> Row:
    return {
        "id": claim.id,
        **_quote(claim.quote),
        "story": claim.story,
        "holder": claim.holder,
        "about": list(claim.about),
        "kind": claim.kind,
        "certainty": claim.certainty,
        "figures": [figure_row(figure) for figure in claim.figures],
        "date": _iso(view.story[claim.story].date),
        "because": "; ".join(claim.because),
    }


def figure_row(figure: Figure) -> Row:
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "of": figure.of,
        "qualifier": figure.qualifier,
        "when": _iso(figure.when),
        "quote": figure.text,
        "start": figure.start,
        "end": figure.end,
    }


def place_row(view: View, story: str, named: NamedPlace) -> Row:
    """A place as the text has it, and what it was taken for."""
    return {
        **_quote(named.quote),
        "story": story,
        "date": _iso(view.story[story].date),
        **(_place(named.place) or {}),
        "because": named.because,
    }


def tie_row(view: View, tie: Tie) -> Row:
    return {
        "id": tie.id,
        **_quote(tie.quote),
        "story": tie.story,
        "a": tie.a,
        "b": tie.b,
        "relation": tie.relation,
        "sign": tie.sign,
        "directed": tie.directed,
        "when": _iso(tie.when),
        "said": _iso(view.story[tie.story].date),
        "because": "; ".join(tie.because),
    }


def incident_row(view: View, incident: Incident) -> Row:
    return {
        "id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "actors": list(incident.actors),
        "recipients": list(incident.recipients),
        "date": _iso(incident.date),
        "place": _place(incident.place),
        "status": incident.status,
        "killed": _toll(view, incident.killed),
        "injured": _toll(view, incident.injured),
        "abducted": _toll(view, incident.abducted),
        "sources": incident.sources,
        "summary": incident.summary,
        "events": list(incident.events),
        "because": list(incident.because),
    }


def _quote(quote: Quote) -> Row:
    return {"document": quote.document, "start": quote.start, "end": quote.end, "quote": quote.text}


def _iso(when: DateInterval | None) -> str | None:
    return when.iso() if when else None


def _place(place: Place | None) -> Row | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _count(count: Count | None) -> Row | None:
    return {"min": count.min, "max": count.max} if count else None


def _toll(view: View, toll: Toll | None) -> Row | None:
    if toll is None:
        return None
    return {
        "min": toll.min,
        "max": toll.max,
        "by_source": [
            {
                "source": outlet_of(view, view.story[view.event[row.event].story]),
                "family": row.family,
                "event": row.event,
                "adds": list(row.adds),
                "min": row.min,
                "max": row.max,
            }
            for row in toll.by_source
        ],
    }
