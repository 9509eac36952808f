"""Incidents, dates and tolls in a few words, as the brief says them."""

from __future__ import annotations

from brink.case.view import View
from brink.code.incidents import Incident, Toll
from brink.dates import DateInterval

_TYPE_WORDS = {"ASSAULT": "attack", "COERCE": "arrest or seizure", "CONSULT": "talks", "AGREE": "agreement"}
_MODE_WORDS = {
    "suicide-attack": "suicide attack",
    "airstrike": "airstrike",
    "drone-strike": "drone strike",
    "explosives": "bombing",
    "firearms": "shooting",
    "heavy-weapons": "shelling",
    "hostage-taking": "hostage-taking",
    "assassination": "assassination",
}


def described(incident: Incident, *, with_day_and_toll: bool = True) -> str:
    """An incident in a few words: what, by whom, where and, where wanted, when and how many dead."""
    words = _MODE_WORDS.get(incident.mode or "") or _TYPE_WORDS.get(incident.type, incident.type.lower())
    if incident.actors:
        words += f" by {incident.actors[0]}"
    if incident.place:
        words += f" in {incident.place.name}"
    if with_day_and_toll and incident.date:
        words += f", {when_said(incident.date)}"
    if with_day_and_toll and incident.killed:
        words += f" ({toll_said(incident.killed)} killed)"
    return words


def dated(view: View, incident: Incident) -> str:
    """When an incident happened, or for one without a date when it was first reported."""
    if incident.date:
        return when_said(incident.date)
    told = view.first_told(incident)
    return f"reported {when_said(told)}" if told else "undated"


def when_said(when: DateInterval) -> str:
    """A date as a person says it, no more precise than it is known."""
    if when.days == 1:
        return when.start.strftime("%d %B %Y").lstrip("0")
    if when == DateInterval.month(when.start.year, when.start.month):
        return when.start.strftime("%B %Y")
    if when == DateInterval.year(when.start.year):
        return str(when.start.year)
    return f"{when.start.strftime('%d %b').lstrip('0')} – {when.last.strftime('%d %b %Y').lstrip('0')}"


def toll_said(toll: Toll) -> str:
    """A toll as a range over its sources."""
    return toll.said
