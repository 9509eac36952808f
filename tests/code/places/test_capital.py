""" "The capital" is a place only where the story leaves no doubt whose."""

from __future__ import annotations

import pytest

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places


def towns(text: str) -> list[str]:
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(text))
    mentions = find_actors([passage], Setting("d", "d#1", None), Gazetteer.load())
    find_places([passage], mentions)
    return [m.place.name for m in mentions.places if "capital" in m.surface]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Protesters clashed with police in the Malian capital.", "Bamako"),
        ("Fighting broke out in the capital of Chad on Monday.", "N'Djamena"),
        ("Gunmen attacked a hotel in Somalia's capital.", "Mogadishu"),
        ("Rebels shelled Khartoum. Nine people died in the capital.", "Khartoum"),
        ("Peruvian police said a bomb went off in the capital.", "Lima"),
    ],
)
def test_the_capital_is_that_of_the_country_in_hand(text: str, town: str) -> None:
    assert towns(text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off in the capital.",
        "Houthi rebels fired on the provincial capital.",
        "A drone hit an airfield outside the Israeli capital.",
        "Pakistani and Afghan officials met in the capital.",
        "The rebels raised capital in Niger.",
    ],
)
def test_a_capital_in_doubt_is_left_unplaced(text: str) -> None:
    assert towns(text) == []
