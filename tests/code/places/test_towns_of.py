"""Towns told by the region before them, small towns with a telling name, and travel between towns."""

from __future__ import annotations

import pytest

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.places import find_places
from tests.code.stance.hand import SETTING, passages_of


def places(text: str) -> list[tuple[str, str | None, str]]:
    """Name, country and size of each place of a sentence."""
    passages = passages_of(text)
    mentions = find_actors(passages, SETTING, Gazetteer.load())
    find_places(passages, mentions)
    return [(m.place.name, m.place.country, m.place.precision) for m in mentions.places]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Nine people died in the southern Gaza city of Rafah on Monday.",
            [("southern Gaza", "PS", "province"), ("Rafah", "PS", "town")],
        ),
        ("A bomb exploded outside a barracks in Mueda.", [("Mueda", "MZ", "town")]),
        ("Ash from Mount Etna fell on Catania.", [("Mount Etna", "IT", "region"), ("Catania", "IT", "town")]),
        ("M23 rebels seized Rubaya.", [("Rubaya", "CD", "town")]),
        ("Clashes broke out near Barsalogho.", [("Barsalogho", "BF", "town")]),
        ("Trains between Berlin and Munich stopped.", [("Berlin", "DE", "town"), ("Munich", "DE", "town")]),
    ],
)
def test_places_of_the_news(sentence: str, found: list[tuple[str, str | None, str]]) -> None:
    assert places(sentence) == found
