"""Places found in text, measured on passages written for this gate.

A passage stands on a line; below it, indented, each place that a careful reader marks: its words,
country by ISO 3166-1 alpha-2 (`-` where it lies in none alone), level, latitude and longitude to about
0.1 degrees. A question mark before the words says that finding the place or leaving it is right, because
the words stand for a government or only own what follows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.mention import PlaceMention
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from brink.dates import DateInterval

HERE = Path(__file__).parent
PARTS = ("development", "heldout")
KM_PER_DEGREE = 111.2
LENIENT_KM, STRICT_KM = 161.0, 50.0
SMALL = ("town", "point", "district")


@dataclass(frozen=True, slots=True)
class Marked:
    """A place that a reader marked; characters `[start, end)` of the passage."""

    words: str
    start: int
    end: int
    country: str | None
    level: str
    lat: float
    lon: float
    free: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked place and what was found there, if anything."""

    text: str
    marked: Marked
    found: PlaceMention | None

    @property
    def km(self) -> float:
        """How far the found point lies from the marked one; infinite without a point."""
        place = self.found.place if self.found else None
        if place is None or place.lat is None or place.lon is None:
            return math.inf
        east = (place.lon - self.marked.lon) * math.cos(math.radians(self.marked.lat))
        return KM_PER_DEGREE * math.hypot(place.lat - self.marked.lat, east)


def corpus() -> list[Path]:
    """The files the gate measures on."""
    return [HERE / f"{part}.txt" for part in PARTS]


def figures() -> dict[str, float]:
    """Precision and recall of places, and of those found the shares with the right country, level and point."""
    return {f"{part}_{name}": value for part in PARTS for name, value in shares(part).items()}


def shares(part: str) -> dict[str, float]:
    pairs, strays = compared(part)
    asked = [pair for pair in pairs if not pair.marked.free]
    met = [pair for pair in pairs if pair.found]
    small = [pair for pair in met if pair.marked.level in SMALL]
    return {
        "recall": _share([pair.found is not None for pair in asked]),
        "precision": len(met) / (len(met) + len(strays)),
        "country": _share([p.found is not None and p.found.place.country == p.marked.country for p in met]),
        "level": _share([p.found is not None and p.found.place.precision == p.marked.level for p in met]),
        "within_161_km": _share([pair.km <= LENIENT_KM for pair in small]),
        "within_50_km": _share([pair.km <= STRICT_KM for pair in small]),
    }


def _share(held: list[bool]) -> float:
    return sum(held) / len(held)


@lru_cache
def compared(part: str) -> tuple[list[Pair], list[tuple[str, PlaceMention]]]:
    """Every marked place with what was found there, and what was found where nothing is marked."""
    pairs: list[Pair] = []
    strays: list[tuple[str, PlaceMention]] = []
    gazetteer = Gazetteer.load()
    for text, marks in passages(part):
        found = read(text, gazetteer)
        taken: set[int] = set()
        for mark in marks:
            at = next((n for n, (a, b, _) in enumerate(found) if a < mark.end and mark.start < b), None)
            pairs.append(Pair(text, mark, None if at is None else found[at][2]))
            taken |= set() if at is None else {at}
        strays += [(text, mention) for n, (_, _, mention) in enumerate(found) if n not in taken]
    return pairs, strays


def read(text: str, gazetteer: Gazetteer) -> list[tuple[int, int, PlaceMention]]:
    """The places Brink finds, by their characters."""
    doc = load_pipeline()(text)
    setting = Setting("page.txt", "page.txt#1", DateInterval.parse("2024-05-15"))
    passage = Passage("page.txt", "page.txt#1", 0, 0, doc)
    mentions = find_actors([passage], setting, gazetteer)
    find_places([passage], mentions)
    return [
        (doc[m.first].idx, doc[m.last - 1].idx + len(doc[m.last - 1]), m)
        for m in sorted(mentions.places, key=lambda mention: mention.first)
    ]


def passages(part: str) -> Iterator[tuple[str, list[Marked]]]:
    """Each passage with its marks."""
    for block in (HERE / f"{part}.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield lines[0], list(_marks(lines[0], lines[1:]))


def _marks(text: str, lines: list[str]) -> Iterator[Marked]:
    at = 0
    for line in lines:
        words, country, level, point = (part.strip() for part in line.split("|"))
        free, words = words.startswith("?"), words.removeprefix("?").strip()
        start = text.index(words, at)
        at = start + len(words)
        lat, lon = map(float, point.split())
        yield Marked(words, start, at, None if country == "-" else country, level, lat, lon, free)
