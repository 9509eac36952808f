"""Which of the places of one name is meant: first its country, then which place there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brink.code.places.atlas import Atlas, Known
from brink.code.places.spelling import fold
from brink.code.rows import PlacePrecision

if TYPE_CHECKING:
    from brink.code.places.context import Context

_RANK = {"point": 0, "town": 1, "district": 2, "province": 3, "region": 4, "country": 5}
# A listed place counts at least as a city of this many people when sizes are compared.
_LISTED_PEOPLE = 300_000
_REGION_PEOPLE = 50_000_000
# A name is taken at once for a city this large and this many times larger than its next namesake.
_FAMOUS_PEOPLE, _FAMOUS_TIMES = 500_000, 10
# So many times larger, it is meant unless something speaks for another.
_LIKELY_TIMES = 4
# Above this, a name alone means the town; below, the unit named after it, which covers both.
_TOWN_PEOPLE = 200_000
_NEAR_DEGREES = 1.5
# A name is rather that of a town so called, if no hamlet, than of one so many times larger that some call so.
_OTHER_NAME, _SMALL_PEOPLE = 20, 20_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One place with the reason, and whether context or fame speaks for it, not size alone."""

    known: Known
    because: str
    sure: bool


def contains(outer: Known, inner: Known) -> bool:
    """Whether one place lies in another: by country, by the unit's name, or near its middle."""
    if outer.country != inner.country or _RANK[outer.kind] <= _RANK[inner.kind]:
        return False
    if outer.kind == "country" or fold(inner.within) == fold(outer.name):
        return True
    if outer.lat is None or outer.lon is None or inner.lat is None or inner.lon is None:
        return False
    east = (outer.lon - inner.lon) * math.cos(math.radians(outer.lat))
    return math.hypot(outer.lat - inner.lat, east) <= _NEAR_DEGREES


def within(found: Sequence[Known], outer: Sequence[Known]) -> tuple[Known, ...]:
    """The places of a name that lie in one of the places of another name."""
    return tuple(inner for inner in found if any(contains(around, inner) for around in outer))


def around(found: Sequence[Known], inner: Known) -> tuple[Known, ...]:
    """The places of a name in which a place lies."""
    return tuple(outer for outer in found if contains(outer, inner))


def well_known(found: Sequence[Known]) -> str | None:
    """The country of a city so large that its name alone tells it, among these places of one name."""
    size = _sizes(found)
    ranked = sorted(size, key=lambda country: (-size[country], country or ""))
    if len(ranked) == 1:
        return ranked[0] if size[ranked[0]] >= _TOWN_PEOPLE else None
    return ranked[0] if _is_famous(size[ranked[0]], size[ranked[1]]) else None


def likely(found: Sequence[Known]) -> str | None:
    """The country of a city that is a good deal larger than every other place of its name."""
    size = _sizes(found)
    ranked = sorted(size, key=lambda country: (-size[country], country or ""))
    if len(ranked) < 2 or size[ranked[0]] < _TOWN_PEOPLE:
        return None
    return ranked[0] if size[ranked[0]] >= _LIKELY_TIMES * size[ranked[1]] else None


def choose(
    found: Sequence[Known], *, type: PlacePrecision | None, context: Context, where: tuple[int, int, int],
    home: str | None, atlas: Atlas, container: str | None = None, unit_first: bool = False,
) -> Choice:  # fmt: skip
    """The place meant.

    `where` is passage, sentence and token; `container` names the place that narrowed `found`.
    """
    fitting = _of_type(found, type)
    country, because, sure = _country(fitting, context, where, home, atlas)
    if container is not None:
        because, sure = f"named with {container}", True
    there = [known for known in fitting if known.country == country]
    return Choice(_best(there, town_first=type is None and not unit_first), because, sure)


def _of_type(found: Sequence[Known], type: PlacePrecision | None) -> list[Known]:
    """Places of the size that the type noun names; all but countries where none is."""
    if type is None or type == "region":
        return list(found)
    wanted = "town" if type == "point" else type
    smaller = [known for known in found if known.kind != "country"]
    return [known for known in smaller if known.kind == wanted] or smaller or list(found)


def _sizes(found: Sequence[Known]) -> dict[str | None, int]:
    """People in the largest place of the name, by country."""
    size: dict[str | None, int] = {}
    own = max((known.population for known in found if not known.is_other_name), default=0)
    other_name = 1 if own < _SMALL_PEOPLE else _OTHER_NAME if own < _TOWN_PEOPLE else _OTHER_NAME**2
    for known in found:
        # A region across borders ("the Sahel") is better known than units that took its name.
        across = known.kind == "region" and known.country is None
        people = max(known.population, _REGION_PEOPLE if across else _LISTED_PEOPLE if known.listed else 0)
        people //= other_name if known.is_other_name else 1
        size[known.country] = max(size.get(known.country, 0), people)
    return size


def _is_famous(first: int, second: int) -> bool:
    return first >= _FAMOUS_PEOPLE and first >= _FAMOUS_TIMES * second


def _country(
    found: Sequence[Known], context: Context, where: tuple[int, int, int], home: str | None, atlas: Atlas
) -> tuple[str | None, str, bool]:
    size = _sizes(found)
    ranked = sorted(size, key=lambda country: (-size[country], country or ""))
    if len(ranked) == 1:
        return ranked[0], "the only place known by that name", True
    first, second = ranked[0], ranked[1]
    if _is_famous(size[first], size[second]):
        return first, "by far the best known of that name", True
    among = [country for country in ranked if country is not None]
    if near := context.nearest(*where, among):
        return near, f"{atlas.names.get(near, near)} is named in the sentence", True
    own = next(iter({known.country for known in found if known.listed}), None) if len(found) == 1 else None
    if foremost := context.foremost(among, without=own):
        return foremost, f"{atlas.names.get(foremost, foremost)} is named in the story", True
    if home in among:
        return home, f"{atlas.names.get(str(home), str(home))} is where the case lies", True
    return first, "the largest of that name", False


def _best(found: Sequence[Known], *, town_first: bool) -> Known:
    """The place meant within one country."""
    towns = [known for known in found if known.kind in ("town", "point")]
    largest = max(towns, key=lambda known: known.population, default=None)
    if town_first and largest is not None and largest.population >= _TOWN_PEOPLE:
        return largest
    return max(found, key=_weight)


def _weight(known: Known) -> tuple[bool, bool, bool, int]:
    return known.kind == "country", known.listed, known.kind == "province", known.population
