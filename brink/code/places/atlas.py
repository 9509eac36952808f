"""Every place Brink knows, by its folded names."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from brink.code.places.spelling import fold
from brink.code.rows import PlacePrecision

_STATES = resources.files("brink.code.actors") / "data" / "states.csv"
_DATA = resources.files(__package__) / "data"
_LISTED = ("conflict", "features")

# A country outweighs any town or unit of its name.
_COUNTRY_PEOPLE = 100_000_000


@dataclass(frozen=True, slots=True)
class Known:
    """One place a name may mean."""

    name: str
    kind: PlacePrecision
    country: str | None
    within: str
    """Name of the unit it lies in, when known."""
    lat: float | None
    lon: float | None
    population: int
    listed: bool
    """Whether it is from the lists of conflict geography and of features, which outrank the tables."""
    until: str = ""
    """The month up to which the unit existed under this name, `YYYY-MM`, or nothing."""
    is_other_name: bool = False
    """Whether it was found by another spelling than the one its table gives it."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Places by folded name, and adjectives of countries."""

    listed: dict[str, tuple[Known, ...]]
    """Countries, the list of conflict geography and that of seas, rivers and regions."""
    rows: dict[str, str]
    """Rows of the tables of units and towns by folded name; parsed when asked for."""
    demonyms: dict[str, frozenset[str]]
    """Countries by small-letter adjective or people."""
    names: dict[str, str]
    """Names of countries by ISO 3166-1 alpha-2."""
    acronyms: frozenset[str]
    """Names that count only in capitals, such as `US` and `FATA`."""

    aliases: dict[str, tuple[tuple[str, str], ...]]
    """Country and other folded names of a listed place, by folded name."""

    def has(self, key: str) -> bool:
        return key in self.listed or key in self.rows

    def country(self, iso: str | None) -> Known | None:
        """The country of a code."""
        found = self.listed.get(fold(self.names.get(iso, "")), ()) if iso else ()
        return next((known for known in found if known.country == iso), None)

    def find(self, key: str) -> tuple[Known, ...]:
        """Every place of that folded name, countries and listed places first."""
        found = self.listed.get(key, ()) + _parsed(self.rows.get(key, ""))
        for country, other in self.aliases.get(key, ()):
            found += tuple(known for known in _parsed(self.rows.get(other, "")) if known.country == country)
        return found


@lru_cache(maxsize=1)
def load_atlas() -> Atlas:
    """The shipped gazetteer."""
    states = list(_rows(_STATES.read_text(encoding="utf-8")))
    middles = {row["iso"]: row for row in _rows((_DATA / "countries.csv").read_text(encoding="utf-8"))}
    listed = [row for file in _LISTED for row in _rows((_DATA / f"{file}.csv").read_text(encoding="utf-8"))]
    places: dict[str, list[Known]] = {}
    acronyms = _add_countries(places, states, middles) | _add_listed(places, listed)
    units = (_DATA / "units.csv").read_text(encoding="utf-8")
    towns = gzip.decompress((_DATA / "towns.csv.gz").read_bytes()).decode("utf-8")
    names = {iso: row["name"] for iso, row in middles.items()} | {row["iso"]: row["name"] for row in states}
    return Atlas(
        listed={key: tuple(found) for key, found in places.items()},
        rows=_by_key(units.split("\n")[2:] + towns.split("\n")[2:]),
        demonyms=_demonyms(states),
        names=names,
        acronyms=frozenset(acronyms),
        aliases=_aliases(listed),
    )


def _rows(text: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _add_countries(
    places: dict[str, list[Known]], states: list[dict[str, str]], middles: dict[str, dict[str, str]]
) -> set[str]:
    acronyms: set[str] = set()
    for iso in sorted({*middles, *(row["iso"] for row in states)}):
        state = next((row for row in states if row["iso"] == iso), None)
        middle = middles.get(iso, {})
        short = _split(state["acronyms"]) if state else []
        full = [state["name"], *_split(state["aliases"])] if state else []
        lat, lon = middle.get("lat"), middle.get("lon")
        known = Known(
            (state or middle)["name"], "country", iso, "", float(lat) if lat else None,
            float(lon) if lon else None, _COUNTRY_PEOPLE, listed=True,
        )  # fmt: skip
        acronyms |= {fold(name) for name in short}
        for key in dict.fromkeys(fold(name) for name in [*full, *short, *filter(None, [middle.get("name")])]):
            places.setdefault(key, []).append(known)
    return acronyms


def _add_listed(places: dict[str, list[Known]], listed: list[dict[str, str]]) -> set[str]:
    acronyms: set[str] = set()
    for row in listed:
        names = [row["name"], *_split(row["also"])]
        known = Known(
            row["name"].removeprefix("the "), _PRECISIONS[row["kind"]], row["country"] or None, row["within"],
            float(row["lat"]), float(row["lon"]), 0, listed=True, until=row["until"],
        )  # fmt: skip
        acronyms |= {fold(name) for name in names if name.isupper() and len(name) <= 6}
        for key in dict.fromkeys(fold(name.removeprefix("the ")) for name in names):
            if known not in places.setdefault(key, []):
                places[key].append(known)
    return acronyms


def _aliases(listed: list[dict[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """So that a town is found by every spelling of the province named after it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in listed:
        keys = list(dict.fromkeys(fold(name) for name in [row["name"], *_split(row["also"])]))
        for key in keys if row["country"] else ():
            # Another spelling of the name, not "Gaza" for "Gaza Strip".
            others = [other for other in keys if not key.startswith(other) and not other.startswith(key)]
            found.setdefault(key, []).extend((row["country"], other) for other in others)
    return {key: tuple(others) for key, others in found.items()}


def _by_key(lines: list[str]) -> dict[str, str]:
    rows: dict[str, str] = {}
    for line in lines:
        key = line.partition(",")[0]
        rows[key] = f"{rows[key]}\n{line}" if key in rows else line
    rows.pop("", None)
    return rows


@lru_cache(maxsize=20_000)
def _parsed(lines: str) -> tuple[Known, ...]:
    return tuple(_known(line) for line in lines.split("\n")) if lines else ()


def _known(line: str) -> Known:
    key, name, kind, country, within, lat, lon, population = line.split(",")
    return Known(
        name, _PRECISIONS[kind], country, within, float(lat), float(lon), int(population), listed=False,
        is_other_name=key != fold(name),
    )  # fmt: skip


def _demonyms(states: list[dict[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in states:
        for word in [*_split(row["adjectives"]), *_split(row["people"])]:
            found.setdefault(word.casefold(), set()).add(row["iso"])
    return {word: frozenset(countries) for word, countries in found.items()}


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


_PRECISIONS: dict[str, PlacePrecision] = {
    "point": "point", "town": "town", "district": "district", "province": "province", "country": "country",
    "region": "region",
}  # fmt: skip
