"""Whether two places told of a happening can be one."""

from __future__ import annotations

import math

from brink.code.rows import Place

SAME_PLACE_KM = 30.0
"""Two towns nearer than this may be one place named differently: a village and its market town."""
SAME_SPOT_KM = 5.0
"""Two names nearer than this are of one place: two spellings, or a town and its district's seat."""
_FINE = {"point", "town", "district"}
_SORTS = frozenset({"district", "province", "town", "city", "village", "market", "of", "the"})


def places_meet(a: Place | None, b: Place | None) -> bool:
    """Whether one happening may be told at both."""
    if a is None or b is None:
        return True
    if a.country and b.country and a.country != b.country:
        return False
    if a.precision in _FINE and b.precision in _FINE:
        return near(a, b)
    return True


def same_spot(a: Place, b: Place) -> bool:
    """Whether two places, none of them a country, are one: of one name, or as good as on one spot."""
    if a.precision in ("country", "region") or b.precision in ("country", "region"):
        return False
    if a.name.casefold() == b.name.casefold():
        return True
    named = _bare(a.name) in _bare(b.name) or _bare(b.name) in _bare(a.name)
    if not named and "district" in (a.precision, b.precision):
        # The middle of a district is known to some ten kilometres, which may be that of the next one.
        return False
    return _within(a, b, SAME_PLACE_KM if named else SAME_SPOT_KM)


def near(a: Place, b: Place) -> bool:
    """Whether two towns are neighbours, or a village and its market town, by which either may be told."""
    return _within(a, b, SAME_PLACE_KM)


def _within(a: Place, b: Place, km: float) -> bool:
    if a.precision not in _FINE or b.precision not in _FINE:
        return False
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return False
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= km


def _bare(name: str) -> str:
    words = name.casefold().split()
    return " ".join(word for word in words if word not in _SORTS) or name.casefold()


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance by the haversine formula, earth radius 6,371 km."""
    p, q = math.radians(lat_a), math.radians(lat_b)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
