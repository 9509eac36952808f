"""Events as JSON and back, for those that rest on an analyst's word besides a quote."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from brink.code.rows import Amount, Count, Event, Place, Quote
from brink.dates import DateInterval

COUNTED = ("killed", "injured", "abducted")


def event_json(event: Event) -> dict[str, Any]:
    """All of an event but its confidence, as plain values."""
    place, amount, when = event.place, event.amount, event.date
    quote = event.quote
    return {
        "id": event.id,
        "story": event.story,
        "quote": {"document": quote.document, "start": quote.start, "end": quote.end, "text": quote.text},
        "type": event.type,
        "mode": event.mode,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "date": [when.start.isoformat(), when.end.isoformat()] if when else None,
        "place": {
            "name": place.name,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision,
        }
        if place
        else None,
        "status": event.status,
        "source": event.source,
        **{what: _counted(getattr(event, what)) for what in COUNTED},
        "amount": {"value": amount.value, "unit": amount.unit} if amount else None,
        "because": list(event.because),
        "review": event.review,
        "summary": event.summary,
    }


def _counted(count: Count | None) -> list[int | None] | None:
    return [count.min, count.max] if count else None


def _count(written: list[Any] | None) -> Count | None:
    return Count(*written) if written else None


def read_event(row: Mapping[str, Any], *, confidence: float) -> Event:
    """The event that `event_json` wrote."""
    when = row["date"]
    return Event(
        id=row["id"],
        story=row["story"],
        quote=Quote(**row["quote"]),
        type=row["type"],
        mode=row["mode"],
        actors=tuple(row["actors"]),
        recipients=tuple(row["recipients"]),
        date=DateInterval(date.fromisoformat(when[0]), date.fromisoformat(when[1])) if when else None,
        place=Place(**row["place"]) if row["place"] else None,
        status=row["status"],
        source=row["source"],
        killed=_count(row["killed"]),
        injured=_count(row["injured"]),
        abducted=_count(row["abducted"]),
        amount=Amount(**row["amount"]) if row["amount"] else None,
        confidence=confidence,
        because=tuple(row["because"]),
        review=row["review"],
        summary=row.get("summary", False),
    )
