"""The place around several that are named together: "in Kano AND MAIDUGURI" is in neither alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brink.code.mention import PlaceMention
from brink.code.places.atlas import Atlas, Known, load_atlas
from brink.code.places.spelling import fold
from brink.code.rows import Place

_NEAR_DEGREES = 0.3


def around_all(mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The first mention with the province that holds all of the places; None where no one province does.

    A whole country would say less than the first of two provinces, and would put the act at its middle.
    """
    places = [mention.place for mention in mentions]
    if len({place.country for place in places}) != 1 or places[0].country is None:
        return None
    atlas = load_atlas()
    held = _unit(places, atlas)
    if held is None:
        return None
    place = Place(held.name, held.country, held.lat, held.lon, held.kind)
    together = " and ".join(mention.surface for mention in mentions)
    return replace(mentions[0], place=place, because=f"{mentions[0].because}; holds {together}")


def beside(best: PlaceMention, several: Sequence[PlaceMention]) -> PlaceMention:
    """The place, with a note of the others that the text names together with it."""
    others = " and ".join(mention.surface for mention in several if mention.first != best.first)
    return replace(best, because=f"{best.because}; also in {others}")


def _unit(places: Sequence[Place], atlas: Atlas) -> Known | None:
    """The province in which all of the towns and districts lie."""
    names = {fold(within) for place in places if (within := _within(place, atlas))}
    if len(names) != 1 or not all(_within(place, atlas) for place in places):
        return None
    units = [known for known in atlas.find(names.pop()) if known.country == places[0].country]
    return next((known for known in units if known.kind == "province"), None)


def _within(place: Place, atlas: Atlas) -> str:
    for known in atlas.find(fold(place.name)):
        near = known.lat is not None and place.lat is not None and abs(known.lat - place.lat) < _NEAR_DEGREES
        if near and known.country == place.country and known.kind == place.precision:
            return known.within
    return ""
