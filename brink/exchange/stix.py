"""A case as a STIX 2.1 bundle."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from brink.case.outlets import outlet_of
from brink.case.roster import ActorCard, roster
from brink.case.view import View
from brink.code.incidents import Incident
from brink.code.rows import SUMS_UP, Claim, Event, Place, Tie
from brink.exchange.stix_evidence import EXTENSION, evidence, extension_definition, reference

NAMESPACE = uuid.UUID("d3b1f5a2-6c1e-5d0b-9c57-2f3f0f7c8a41")
"""Made for Brink; ids are UUIDv5 below it, so that the same row has the same id on every run."""
PRODUCER = "Brink"
IDENTITY_CLASS = {"person": "individual", "office": "individual", "people": "class", "role": "class"}
"""Identity class for each kind of actor; states, forces and bodies are organizations, groups are groups."""

Thing = dict[str, Any]


def write(view: View, out: Path) -> list[Path]:
    """`bundle.json`: actors, places, incidents, ties, and a note for every quote."""
    id_ = stix_id("bundle", view.title, view.as_of.isoformat())
    bundle = {"type": "bundle", "id": id_, "objects": objects(view)}
    path = out / "bundle.json"
    path.write_text(json.dumps(bundle, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
    return [path]


def objects(view: View) -> list[Thing]:
    """Every object of the bundle once; those that point to others follow them."""
    made = _Making(view)
    every = [
        made.producer(),
        extension_definition(made.head("extension-definition", EXTENSION), made.producer()["id"]),
        *(made.actor(card) for card in roster(view)),
        *made.places(),
        *(thing for incident in view.happenings for thing in made.incident(incident)),
        *(made.event(event) for event in view.events),
        *(made.claim(claim) for claim in view.claims),
        *(thing for tie in view.ties for thing in made.tie(tie)),
    ]
    return list({thing["id"]: thing for thing in every}.values())


def stix_id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid.uuid5(NAMESPACE, chr(31).join((kind, *parts)))}"


class _Making:
    """Makes the objects of one view, all dated at its as-of date."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._at = f"{view.as_of.isoformat()}T00:00:00.000Z"

    def head(self, kind: str, *parts: str) -> Thing:
        return {
            "type": kind,
            "spec_version": "2.1",
            "id": stix_id(kind, *parts),
            "created": self._at,
            "modified": self._at,
        }

    def producer(self) -> Thing:
        return self.head("identity", PRODUCER) | {"name": PRODUCER, "identity_class": "system"}

    def actor(self, card: ActorCard) -> Thing:
        class_ = IDENTITY_CLASS.get(card.kind, "group" if card.kind == "group" else "organization")
        return self.head("identity", "actor", card.name) | {"name": card.name, "identity_class": class_}

    def places(self) -> Iterator[Thing]:
        places = [incident.place for incident in self._view.happenings]
        for place in places:
            if place is not None and _is_locatable(place):
                yield self._place(place)

    def _place(self, place: Place) -> Thing:
        spot = {"latitude": place.lat, "longitude": place.lon} if place.lat is not None else {}
        country = {"country": place.country} if place.country else {}
        described = {"name": place.name, "description": f"precision: {place.precision}"}
        return self.head("location", *_key(place)) | described | spot | country

    def incident(self, incident: Incident) -> Iterator[Thing]:
        made = self.head("incident", incident.id) | {
            "name": _title(incident),
            "description": _told(incident),
            "external_references": [{"source_name": PRODUCER, "external_id": incident.id}],
            "extensions": evidence(row=incident.id, when=incident.date, because=incident.because),
        }
        yield made
        for role, names in (("carried out by", incident.actors), ("directed at", incident.recipients)):
            for name in names:
                yield self._relation(made["id"], "related-to", _actor_id(name), role)
        if incident.place is not None and _is_locatable(incident.place):
            yield self._relation(made["id"], "located-at", stix_id("location", *_key(incident.place)), None)

    def event(self, event: Event) -> Thing:
        what = f"{event.type} ({event.mode})" if event.mode else event.type
        about = [_actor_id(name) for name in (*event.actors, *event.recipients)]
        if event.summary:
            # A reader of STIX counts incidents: words about many at large say something of the actors only.
            about = about or [stix_id("identity", PRODUCER)]
            return self._note(event, f"{what}, {event.status}; {SUMS_UP}", about, holder=event.source)
        about.insert(0, stix_id("incident", self._view.incident_of[event.id].id))
        return self._note(event, f"{what}, {event.status}", about, holder=event.source)

    def claim(self, claim: Claim) -> Thing:
        about = [_actor_id(name) for name in claim.about] or [stix_id("identity", PRODUCER)]
        return self._note(claim, f"{claim.kind}, {claim.certainty}", about, holder=claim.holder)

    def tie(self, tie: Tie) -> Iterator[Thing]:
        said = f"{tie.relation} ({tie.sign})"
        made = self._relation(_actor_id(tie.a), "related-to", _actor_id(tie.b), said, tie.id)
        yield made
        yield self._note(tie, said, [made["id"]], holder=None)

    def _note(
        self, row: Event | Claim | Tie, abstract: str, about: Sequence[str], *, holder: str | None
    ) -> Thing:
        document = self._view.documents[row.quote.document]
        outlet = outlet_of(self._view, self._view.story[row.story])
        author = outlet if holder in (None, "article") else f"{holder}, in {outlet}"
        when = row.when if isinstance(row, Tie) else row.date if isinstance(row, Event) else None
        return self.head("note", row.id) | {
            "abstract": abstract,
            "content": row.quote.text,
            "authors": [author],
            "object_refs": list(dict.fromkeys(about)),
            "external_references": [reference(document, row.quote)],
            "extensions": evidence(row=row.id, when=when, because=row.because, quote=row.quote),
        }

    def _relation(self, source: str, kind: str, target: str, said: str | None, *parts: str) -> Thing:
        made = self.head("relationship", source, kind, target, said or "", *parts) | {
            "relationship_type": kind,
            "source_ref": source,
            "target_ref": target,
        }
        return made | {"description": said} if said else made


def _actor_id(name: str) -> str:
    return stix_id("identity", "actor", name)


def _key(place: Place) -> tuple[str, ...]:
    return (place.name, place.country or "", str(place.lat), str(place.lon), place.precision)


def _is_locatable(place: Place) -> bool:
    """Whether STIX takes it as a location, which needs a country or coordinates."""
    return place.country is not None or (place.lat is not None and place.lon is not None)


def _told(incident: Incident) -> str:
    """What a reader without Brink's extension must know: how real, the tolls, how many reports."""
    tolls = {"killed": incident.killed, "injured": incident.injured, "abducted": incident.abducted}
    said = [f"{toll.said} {what}" for what, toll in tolls.items() if toll is not None]
    where = f"placed by its {incident.place.precision}" if incident.place else "no place told"
    when = "no day told" if incident.date is None else ""
    sources = f"told by {incident.sources} independent source(s)"
    return "; ".join(part for part in (incident.status, *said, sources, where, when) if part)


def _title(incident: Incident) -> str:
    what = f"{incident.type} ({incident.mode})" if incident.mode else incident.type
    where = f", {incident.place.name}" if incident.place else ""
    when = f", {incident.date.iso()}" if incident.date else ""
    return f"{what}{where}{when}"
