"""Actors as PLOVER codes them: country and sector."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.roles import load_roles
from brink.code.actors.spelling import fold


@dataclass(frozen=True, slots=True)
class Coded:
    """An actor's ISO 3166-1 alpha-3 country, its sector, and both in one code; empty where not known."""

    country: str
    sector: str

    @property
    def code(self) -> str:
        return self.country + self.sector


@cache
def mapping() -> Mapping[str, Any]:
    """The shipped mapping, `plover.yaml`."""
    source = resources.files("brink.exchange").joinpath("plover.yaml")
    return dict(yaml.safe_load(source.read_text(encoding="utf-8")))


def coded(name: str, gazetteer: Gazetteer, on: date | None) -> Coded:
    """Country and sector of an actor by the gazetteer, else by the last word that says who somebody is.

    A person has those of whom he serves; a group that rules its country on that day governs. Nobody's
    are guessed: an unknown name has neither.
    """
    entry = gazetteer.entry(name)
    if entry is not None and entry.kind == "person":
        served = gazetteer.serves(entry.name)
        entry = gazetteer.entry(served) if served else None
        return Coded("", "") if entry is None else coded(entry.name, gazetteer, on)
    if entry is not None:
        ruler = gazetteer.ruler(entry.country, on) if entry.kind == "group" and entry.country else None
        rules = ruler is not None and ruler.name == entry.name
        return Coded(_alpha_3(entry.country), "GOV" if rules else _sector(entry))
    return Coded(_alpha_3(_people_of(name, gazetteer)), _by_role(name))


def _sector(entry: ActorEntry) -> str:
    words = f" {fold(entry.name)} "
    for sector, told in mapping()["names"].items():
        if entry.kind not in ("state", "group") and any(f" {word} " in words for word in told):
            return str(sector)
    return str(mapping()["kinds"].get(entry.kind, ""))


def _by_role(name: str) -> str:
    """The sector of the last role noun of some words: "Syrian rebels", "police officers in plain clothes"."""
    words, sector = [fold(word) for word in name.replace("-", " ").split()], ""
    at = 0
    while at < len(words):
        noun = load_roles().at(words, at)
        if noun is not None:
            sector = mapping()["roles"].get(noun.classes[0].name, sector)
        at += len(noun.words) if noun is not None else 1
    return str(sector)


def _people_of(name: str, gazetteer: Gazetteer) -> str | None:
    """The country whose adjective the words begin with."""
    first = name.split()[0] if name.split() else ""
    of = [entry for entry in gazetteer.called.get(fold(first), ()) if entry.kind == "state"]
    return of[0].country if len(of) == 1 and first in of[0].demonyms else None


def _alpha_3(iso: str | None) -> str:
    from brink.exchange.countries import alpha_3

    return alpha_3(iso) or ""
