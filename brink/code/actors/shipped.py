"""The actors and word lists that come with the package."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from brink.code.actors.entry import ActorEntry, DatedName
from brink.code.actors.spelling import pieces
from brink.shipped import shipped_yaml

_DATA = files("brink.code.actors") / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A palace, headquarters or capital, and the actor that sits there for a time."""

    name: DatedName
    of: str
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a shared name means when the story does not decide."""

    name: str
    usually: str | None = None
    instead: str | None = None
    unless: str | None = None
    when: frozenset[str] = frozenset()
    """Words of a story by which it is `instead`, unless the story speaks of the country `unless`."""
    place_when: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """All entries, with what an entry cannot say: seats, roles of organs, whom persons serve."""

    entries: tuple[ActorEntry, ...]
    people: Mapping[str, tuple[str, ...]]
    """Plural demonyms ("Pakistanis") by the state's canonical name."""
    armies: Mapping[str, str]
    """Name of the armed forces by ISO country."""
    organs: Mapping[tuple[str, str], str]
    """Canonical name by ISO country and role class."""
    serves: Mapping[str, str]
    seats: tuple[Seat, ...]
    senses: Mapping[str, Sense]
    years: Mapping[str, tuple[int | None, int | None]]
    """First and last year of activity by canonical name, where known."""
    swallowing: tuple[str, ...]
    """Longer names inside which no actor is named."""


def read_yaml(name: str) -> Any:
    """One data file of this package, as plain lists and mappings."""
    return shipped_yaml("brink.code.actors", f"data/{name}")


@lru_cache(maxsize=1)
def load_shipped() -> Shipped:
    """Everything in the data folder, read once."""
    rows = _state_rows()
    tables = [("organs.yaml", "force"), ("bodies.yaml", "body"), ("persons.yaml", "person")]
    tables += [
        (f"groups/{p.name}", "group")
        for p in sorted((_DATA / "groups").iterdir(), key=str)
        if p.name.endswith(".yaml")
    ]
    facts = [(fact, kind) for name, kind in tables for fact in read_yaml(name)]
    named = {fact["name"] for fact, _ in facts}
    entries = [_state(row) for row in rows] + [_entry(fact, kind) for fact, kind in facts]
    entries += [_army(row) for row in rows if _army_name(row) not in named]
    others = read_yaml("others.yaml")
    return Shipped(
        entries=tuple(entries),
        people={row["name"]: _split(row["people"]) for row in rows},
        armies={row["iso"]: _army_name(row) for row in rows},
        organs={(f["country"], role): f["name"] for f, _ in facts for role in _roles(f)},
        serves={f["name"]: f["serves"] for f, _ in facts if "serves" in f},
        seats=tuple(_seat(fact) for fact in read_yaml("seats.yaml")),
        senses={fact["name"]: _sense(fact) for fact in read_yaml("senses.yaml")},
        years={f["name"]: _years(f["active"]) for f, _ in facts if "active" in f},
        swallowing=(*others["places"], *others["things"]),
    )


def _state_rows() -> list[dict[str, str]]:
    lines = (_DATA / "states.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _state(row: Mapping[str, str]) -> ActorEntry:
    return ActorEntry(
        name=row["name"],
        kind="state",
        country=row["iso"],
        aliases=tuple(a.removeprefix("the ").removeprefix("The ") for a in _split(row["aliases"])),
        acronyms=_split(row["acronyms"]),
        demonyms=_split(row["adjectives"]),
        capitals=tuple(DatedName(c) for c in _split(row["capitals"])),
    )


def _army_name(row: Mapping[str, str]) -> str:
    return row["army"] or f"{(_split(row['adjectives']) or (row['name'],))[0]} Army"


def _army(row: Mapping[str, str]) -> ActorEntry:
    return ActorEntry(name=_army_name(row), kind="force", country=row["iso"], part_of=row["name"])


def _entry(fact: Mapping[str, Any], kind: Any) -> ActorEntry:
    return ActorEntry(
        name=fact["name"],
        kind=fact.get("kind", kind),
        country=fact.get("country"),
        aliases=tuple(fact.get("aliases", ())),
        acronyms=tuple(fact.get("acronyms", ())),
        demonyms=tuple(fact.get("demonyms", ())),
        dated=tuple(DatedName(d["name"], d.get("start"), d.get("end")) for d in fact.get("dated", ())),
        part_of=fact.get("part_of"),
    )


def _roles(fact: Mapping[str, Any]) -> list[str]:
    """The classes of role nouns for which an organ stands."""
    roles = fact.get("role", [])
    return [roles] if isinstance(roles, str) else list(roles)


def _seat(fact: Mapping[str, Any]) -> Seat:
    name = DatedName(fact["seat"], fact.get("start"), fact.get("end"))
    return Seat(name=name, of=fact["of"], weak=fact.get("weak", False))


def _sense(fact: Mapping[str, Any]) -> Sense:
    sets = {name: frozenset(fact.get(name, ())) for name in ("when", "place_when")}
    return Sense(**{**fact, **sets})


def _years(text: str) -> tuple[int | None, int | None]:
    first, _, last = str(text).partition("-")
    return int(first) if first else None, int(last) if last else None


def last_word(name: str) -> str:
    """The last word of a name, which a surname is."""
    return pieces(name)[-1]
