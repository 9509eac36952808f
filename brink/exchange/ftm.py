"""A case as FollowTheMoney entities, one JSON object a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pycountry

from brink.case.outlets import outlet_of
from brink.case.roster import ActorCard, roster
from brink.case.view import View
from brink.code.rows import SUMS_UP, Claim, Count, Event, Place, Quote, Tie
from brink.dates import DateInterval
from brink.read.document import Document

SCHEMA_OF_KIND = {
    "person": "Person",
    "state": "PublicBody",
    "government": "PublicBody",
    "body": "Organization",
    "force": "Organization",
    "group": "Organization",
    "media": "Organization",
}
"""FollowTheMoney schema for each kind of actor; others are `LegalEntity`, which says least."""

Entity = dict[str, Any]


def write(view: View, out: Path) -> list[Path]:
    """`entities.ftm.json`: actors, articles, events and ties, and a `Note` for every quote."""
    path = out / "entities.ftm.json"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(view):
            file.write(json.dumps(entity, ensure_ascii=True) + "\n")
    return [path]


def entities(view: View) -> Iterator[Entity]:
    """Every entity; those that point to others follow them."""
    for card in roster(view):
        yield _actor(card)
    for document in view.documents.values():
        yield _article(view, document)
    for event in view.events:
        if event.summary:
            yield _at_large(event)
            continue
        yield _event(event)
        yield _note(event.id, event.quote, about=[event.id], why=" ".join(event.because))
    for tie in view.ties:
        yield _tie(tie)
        yield _note(tie.id, tie.quote, about=[actor_id(tie.a), actor_id(tie.b)], why=" ".join(tie.because))
    for claim in view.claims:
        yield _claim(claim)


def actor_id(name: str) -> str:
    return "actor-" + hashlib.sha1(name.encode()).hexdigest()


def article_id(document: str) -> str:
    return "article-" + hashlib.sha1(document.encode()).hexdigest()


def _entity(id_: str, schema: str, properties: Mapping[str, Sequence[str | None]]) -> Entity:
    known = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: vs for name, vs in known.items() if vs}}


def _actor(card: ActorCard) -> Entity:
    schema = SCHEMA_OF_KIND.get(card.kind, "LegalEntity")
    country = card.country.lower() if card.country else None
    said = [f"kind: {card.kind}"]
    return _entity(actor_id(card.name), schema, {"name": [card.name], "country": [country], "summary": said})


def _article(view: View, document: Document) -> Entity:
    stories = [story for story in view.stories if story.document == document.id]
    code = document.language or ""
    language = pycountry.languages.get(**{f"alpha_{len(code)}": code}) if code else None
    return _entity(
        article_id(document.id),
        "Article",
        {
            "title": [document.title],
            "fileName": [document.id],
            "sourceUrl": [document.url],
            "publisher": sorted({outlet_of(view, story) for story in stories}),
            "publishedAt": sorted({story.date.start.isoformat() for story in stories if story.date}),
            "language": [language.alpha_3 if language else None],
            "notes": [f"sha256: {document.digest}"],
        },
    )


def _at_large(event: Event) -> Entity:
    """Words about many happenings: a note on who is in them, as an `Event` would count as one."""
    names = (*event.actors, *event.recipients)
    about = [actor_id(name) for name in names] or [article_id(event.quote.document)]
    note = _note(event.id, event.quote, about=about, why=" ".join(event.because))
    said = f"{_title(event)}, {event.status}; {SUMS_UP}"
    note["properties"]["summary"] = [said, *note["properties"]["summary"]]
    return note


def _title(event: Event) -> str:
    doers, targets = ", ".join(event.actors), ", ".join(event.recipients)
    what = f"{event.type} ({event.mode})" if event.mode else event.type
    return f"{what}: {doers or 'unstated'}" + (f" → {targets}" if targets else "")


def _event(event: Event) -> Entity:
    first, last = _days(event.date)
    return _entity(
        event.id,
        "Event",
        {
            "name": [_title(event)],
            "organizer": [actor_id(name) for name in event.actors],
            "involved": [actor_id(name) for name in event.recipients],
            "startDate": [first],
            "endDate": [last],
            "location": [_place(event.place)],
            "country": [event.place.country.lower() if event.place and event.place.country else None],
            "keywords": [event.type, event.mode, f"status: {event.status}"],
            "recordId": [event.id],
            "proof": [article_id(event.quote.document)],
            "summary": [_toll(event), f"according to {event.source}" if event.source else None],
        },
    )


def _tie(tie: Tie) -> Entity:
    first, last = _days(tie.when)
    return _entity(
        tie.id,
        "UnknownLink",
        {
            "subject": [actor_id(tie.a)],
            "object": [actor_id(tie.b)],
            "role": [f"{tie.relation} ({tie.sign})"],
            "startDate": [first],
            "endDate": [last],
            "recordId": [tie.id],
            "proof": [article_id(tie.quote.document)],
        },
    )


def _claim(claim: Claim) -> Entity:
    about = [actor_id(name) for name in claim.about] or [article_id(claim.quote.document)]
    note = _note(claim.id, claim.quote, about=about, why=" ".join(claim.because))
    note["id"] = claim.id
    said = f"{claim.kind}, {claim.certainty}; held by {claim.holder}"
    note["properties"]["summary"] = [said, *note["properties"]["summary"]]
    return note


def _note(row: str, quote: Quote, *, about: list[str], why: str) -> Entity:
    """The quote of a row: its words are the description, its place the summary."""
    return _entity(
        f"{row}-quote",
        "Note",
        {
            "name": [f"quote of {row}"],
            "description": [quote.text],
            "summary": [f"{quote.document} [{quote.start}:{quote.end}]"],
            "entity": list(dict.fromkeys(about)),
            "proof": [article_id(quote.document)],
            "notes": [why],
        },
    )


def _days(when: DateInterval | None) -> tuple[str | None, str | None]:
    return (when.start.isoformat(), when.last.isoformat()) if when else (None, None)


def _place(place: Place | None) -> str | None:
    return f"{place.name} ({place.precision})" if place else None


def _toll(event: Event) -> str:
    counts = {"killed": event.killed, "injured": event.injured, "abducted": event.abducted}
    return "; ".join(f"{what} {_range(count)}" for what, count in counts.items() if count)


def _range(count: Count) -> str:
    if count.max is None:
        return f"{count.min}+"
    return str(count.min) if count.min == count.max else f"{count.min}–{count.max}"
