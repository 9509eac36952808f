"""Headings within a story, after which words refer back to nobody before them."""

from __future__ import annotations

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.passage import Setting
from tests.code.stance.hand import passages_of

BRIEF = (
    "Mali. JNIM fighters ambushed a fuel convoy escorted by the Malian army near Kolokani on 14 May.",
    "Burkina Faso. In Djibo, rebels overran a base in May and then the army took the town back.",
    "Outlook. Nobody expects talks this year, and the junta of neither country has asked for them.",
)


def test_under_a_country_the_army_is_its_own() -> None:
    passages = passages_of(*BRIEF)
    mentions = find_actors(passages, Setting("d", "d#1", None), Gazetteer.load())
    armies = [m.names for m in mentions.actors if m.surface.endswith("army")]
    assert armies == [("FAMa",), ("Burkinabe Army",)]
