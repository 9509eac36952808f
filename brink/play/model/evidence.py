"""Rows of a case that speak for or against each mechanism, looked up by role, type and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from brink.case.counted import counted
from brink.case.parts.evidence import Count
from brink.case.parts.model import Roles
from brink.case.view import View
from brink.shipped import shipped_yaml

QUOTES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """A row with its words."""

    row: str
    story: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What rows of one kind would show, how many there are, from how many sources, and some of them."""

    says: str
    side: str
    """`for` or `against`."""
    incidents: int
    sources: int
    quotes: tuple[Quoted, ...]


@cache
def _filters() -> Mapping[str, Mapping[str, list[dict[str, Any]]]]:
    loaded: Mapping[str, Mapping[str, list[dict[str, Any]]]]
    loaded = shipped_yaml("brink.play.model", "evidence.yaml")
    return loaded


def asked_of(mechanism: str) -> list[tuple[str, str]]:
    """What is asked of the rows for a mechanism: side and sentence of each filter."""
    sides = _filters()[mechanism]
    return [(side, one["says"]) for side in ("for", "against") for one in sides.get(side, [])]


def evidence_for(view: View, roles: Roles, mechanism: str) -> list[Evidence]:
    """The case's rows for and against a mechanism, as of the view's date; filters without a row are left out.

    A filter that asks for a role the case does not fill is passed over.
    """
    found = []
    for side in ("for", "against"):
        for one in _filters()[mechanism].get(side, []):
            count = _bound(one["count"], roles)
            if count is not None and (rows := counted(view, count)):
                sources = frozenset[str]().union(*(row.sources for row in rows))
                quotes = tuple(_quote(view, row.events[0]) for row in rows[-QUOTES_SHOWN:])
                found.append(Evidence(one["says"], side, len(rows), len(sources), quotes))
    return found


def _bound(asked: Mapping[str, Any], roles: Roles) -> Count | None:
    actors = {
        "target": roles.target,
        "group": roles.group,
        "host": roles.host,
        "partner": roles.partner,
        "first_rival": next(iter(roles.rivals), None),
        "second_rival": next(iter(roles.rivals[1:]), None),
    }
    out = dict(asked)
    for key in ("actors", "recipients"):
        if key in asked:
            out[key] = [name for role in asked[key] if (name := actors[role]) is not None]
            if not out[key]:
                return None
    return Count.model_validate(out)


def _quote(view: View, event: str) -> Quoted:
    row = view.event[event]
    return Quoted(event, row.story, " ".join(row.quote.text.split()))
