"""The comparison as rows that leave Brink, with `rules_` and `second_` before what each coder says."""

from __future__ import annotations

from typing import Any

from brink.case.listing import Row
from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.code.rows import Count, Event
from brink.second.agreement import Agreement
from brink.second.compare import Pair
from brink.second.kept import Rejected

_PARTS = (
    "id", "start", "end", "quote", "type", "mode", "status", "actors", "recipients", "date", "place",
    "source", "killed", "injured", "abducted", "amount", "review",
)  # fmt: skip


def pair_row(view: View, pair: Pair) -> Row:
    story = view.story[pair.one.story]
    return {
        "verdict": pair.verdict,
        "differs": list(pair.differs),
        "document": story.document,
        "story": story.id,
        "published": story.date.iso() if story.date else None,
        "outlet": outlet_of(view, story),
        **_side("rules", pair.rules),
        **_side("second", pair.second),
        "accepted": pair.second is not None and pair.second.id in view.event,
    }


def _side(prefix: str, event: Event | None) -> Row:
    said: Row = dict.fromkeys(_PARTS)
    if event is not None:
        said = {
            "id": event.id,
            "start": event.quote.start,
            "end": event.quote.end,
            "quote": event.quote.text,
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "actors": list(event.actors),
            "recipients": list(event.recipients),
            "date": event.date.iso() if event.date else None,
            "place": event.place.name if event.place else None,
            "source": event.source,
            "killed": _count(event.killed),
            "injured": _count(event.injured),
            "abducted": _count(event.abducted),
            "amount": f"{event.amount.value:g} {event.amount.unit}" if event.amount else None,
            "review": event.review,
        }
    return {f"{prefix}_{key}": value for key, value in said.items()}


def _count(count: Count | None) -> str | None:
    """A count in the form that `brink judge amend` takes: 20, 20-25 or 20+."""
    if count is None:
        return None
    if count.max is None:
        return f"{count.min}+"
    return f"{count.min}" if count.min == count.max else f"{count.min}-{count.max}"


def agreement_row(row: Agreement) -> Row:
    def rounded(share: float | None) -> float | None:
        return None if share is None else round(share, 3)

    return {
        "type": row.type,
        "rules": row.rules,
        "second": row.second,
        "both": row.both,
        "of_rules": rounded(row.of_rules),
        "of_second": rounded(row.of_second),
        "kappa": rounded(row.kappa),
    }


def rejected_row(row: Rejected) -> Row:
    said: dict[str, Any] = row.row if isinstance(row.row, dict) else {}
    return {
        "story": row.story,
        "cause": row.cause,
        "detail": row.detail,
        "quote": said.get("quote") if isinstance(said.get("quote"), str) else None,
        "row": row.row,
    }
