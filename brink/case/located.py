"""What a place of a row lies in: its district, its province."""

from __future__ import annotations

from functools import lru_cache

from brink.code.places.atlas import Known, load_atlas
from brink.code.places.spelling import fold
from brink.code.rows import Place

_NEAR_DEGREES = 0.75
"""How far the middle of a unit may lie from the point of a row that bears its name."""
_KINDS = frozenset({
    "agency", "airport", "area", "city", "crossing", "district", "division", "province", "region", "road",
    "school", "university", "valley",
})  # fmt: skip
"""Words after a name that say what it is and not which."""
_SMALL = ("point", "town", "district")


@lru_cache(maxsize=4_000)
def names_within(place: Place) -> tuple[str, ...]:
    """The folded names that a place answers to, from its own to the largest unit it lies in.

    >>> names_within(Place("Wana", "PK", 32.30, 69.57, "town"))
    ('wana', 'south waziristan', 'khyber pakhtunkhwa')
    """
    own = [fold(place.name), bare_name(place.name)]
    return tuple(dict.fromkeys([*own, *(fold(unit.name) for unit in _units(place))]))


def bare_name(name: str) -> str:
    """A folded name without the word that says what it is: `Bajaur district` is `bajaur`."""
    words = fold(name).split()
    while len(words) > 1 and words[-1] in _KINDS:
        words.pop()
    return " ".join(words)


def district_of(place: Place) -> str | None:
    """The folded name of the district of a place, or of the place itself when no district is known.

    A place no smaller than a province has none.
    """
    if place.precision not in _SMALL:
        return None
    if place.precision == "district":
        return bare_name(place.name)
    districts = [unit for unit in _units(place) if unit.kind == "district"]
    return bare_name(districts[0].name if districts else place.name)


def _units(place: Place) -> tuple[Known, ...]:
    """Known units from the place itself upwards; nothing when the atlas does not know it there."""
    found: list[Known] = []
    known = _nearest(bare_name(place.name), place.country, place.lat, place.lon)
    while known is not None and known not in found:
        found.append(known)
        known = _nearest(fold(known.within), known.country, None, None) if known.within else None
    return tuple(found)


def _nearest(name: str, country: str | None, lat: float | None, lon: float | None) -> Known | None:
    """The place of that name in the country, and where a point is given near it; units that ended last."""
    here = [
        known for known in load_atlas().find(name) if known.country == country and known.kind != "country"
    ]
    if lat is not None and lon is not None:
        here = [known for known in here if _apart(known, lat, lon) <= _NEAR_DEGREES]
    return min(here, key=lambda known: (bool(known.until), not known.listed), default=None)


def _apart(known: Known, lat: float, lon: float) -> float:
    if known.lat is None or known.lon is None:
        return 0.0
    return max(abs(known.lat - lat), abs(known.lon - lon))
