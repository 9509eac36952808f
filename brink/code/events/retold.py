"""A later mention of an event already told, which adds nothing to it."""

from __future__ import annotations

from typing import Final

from brink.code.rows import Event

_BACK: Final = ("the ", "this ", "that ", "these ", "those ", "his ", "her ", "its ", "their ")


def retells(event: Event, earlier: Event) -> bool:
    """Whether a definite noun phrase tells an earlier event of the same story again ("Kurilla's visit").

    It does when type, parties, place, date and figures say nothing that the earlier row lacks.
    """
    if event.type != earlier.type or event.status != earlier.status:
        return False
    if event.killed or event.injured or event.abducted or event.amount:
        return False
    known = {*earlier.actors, *earlier.recipients}
    if not event.actors or not known.issuperset((*event.actors, *event.recipients)):
        return False
    return event.date in (None, earlier.date) and event.place in (None, earlier.place)


def refers_back(event: Event) -> bool:
    """Whether the quote is a short definite noun phrase, as later mentions are."""
    words = event.quote.text
    nominal = event.because[0].find(" is a noun ") > 0
    short = len(words.split()) <= 6
    return nominal and short and (words.lower().startswith(_BACK) or "’s " in words or "'s " in words)
