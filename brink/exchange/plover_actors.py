"""Actors as PLOVER codes them: country and sector."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from brink.code.actors.entry import ActorEntry
from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.roles import load_roles
from brink.code.actors.spelling import fold
from brink.shipped import shipped_yaml


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
    return dict(shipped_yaml("brink.exchange", "plover.yaml"))


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
    """The sector of the last noun that tells one: "Syrian rebels", "police in plain clothes"."""
    head = _TIE.split(name.casefold(), maxsplit=1)[0]
    return _last_told(head) or _last_told(name.casefold())


def _last_told(text: str) -> str:
    words, at, sector = [fold(word) for word in text.replace("-", " ").split()], 0, ""
    while at < len(words):
        said = next((n for n in (2, 1) if " ".join(words[at : at + n]) in _sector_words()), 0)
        noun = load_roles().at(words, at)
        longer = noun is not None and len(noun.words) > said
        if said and not longer:
            sector = _sector_words()[" ".join(words[at : at + said])]
        elif noun is not None:
            sector = str(mapping()["roles"].get(noun.classes[0].name, sector))
        at += max(said, len(noun.words) if noun is not None else 1)
    return sector


_TIE = re.compile(r" (?:of|from|in|near|at|with|who) ")


@cache
def _sector_words() -> Mapping[str, str]:
    """Sector by word or two, in the singular and the plural."""
    told = ((word, sector) for sector, words in mapping()["words"].items() for word in words)
    return {form: sector for word, sector in told for form in _forms(word)}


def _forms(word: str) -> tuple[str, ...]:
    for end, many in (("man", "men"), ("child", "children"), ("y", "ies"), ("thief", "thieves")):
        if word.endswith(end):
            return word, word.removesuffix(end) + many
    return word, word + "s"


def _people_of(name: str, gazetteer: Gazetteer) -> str | None:
    """The country whose adjective the words begin with."""
    first = name.split()[0] if name.split() else ""
    of = [entry for entry in gazetteer.called.get(fold(first), ()) if entry.kind == "state"]
    return of[0].country if len(of) == 1 and first in of[0].demonyms else None


def _alpha_3(iso: str | None) -> str:
    from brink.exchange.countries import alpha_3

    return alpha_3(iso) or ""
