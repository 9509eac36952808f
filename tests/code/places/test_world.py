"""Places of any part of the world, by any of their spellings, and what only looks like one."""

from __future__ import annotations

import pytest

from brink.code.actors.find import find_actors
from brink.code.actors.gazetteer import Gazetteer
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from brink.dates import DateInterval
from tests.code.places.conftest import Read

WORLD = [
    ("Smugglers were shot on the Suchiate River.", "Suchiate River", None, "region"),
    ("A patrol boat sank in the Sea of Japan.", "Sea of Japan", None, "region"),
    ("Two tankers were seized in the Gulf.", "Gulf", None, "region"),
    ("Curfews hit seven districts of Khyber Pakhtunkhwa.", "Khyber Pakhtunkhwa", "PK", "province"),
    ("Herders crossed the Euphrates by raft.", "Euphrates", None, "region"),
    ("Coast guards met near Scarborough Shoal.", "Scarborough Shoal", None, "region"),
    ("A bomb went off in Calcutta before dawn.", "Calcutta", "IN", "town"),
    ("Rebels shelled Palmyra and Homs, Syrian officials said.", "Palmyra", "SY", "town"),
    ("Two guards died in Leposavic in Kosovo.", "Leposavic", "XK", "town"),
    ("Looters broke into a depot in Patikul, Sulu, Philippine police said.", "Sulu", "PH", "province"),
    ("A bus was burned in Londonderry, Northern Ireland.", "Londonderry", "GB", "town"),
    ("Miners struck in Nduga regency in Indonesia.", "Nduga regency", "ID", "district"),
]


@pytest.mark.parametrize(("text", "surface", "country", "precision"), WORLD)
def test_a_place_anywhere_is_found(places_in: Read, text: str, surface: str, country: str, precision: str):
    place = places_in(text)[surface].place
    assert (place.country, place.precision) == (country, precision)


def test_the_places_named_with_a_town_tell_its_country_before_the_people_do(places_in: Read):
    found = places_in("Russian troops neared Pokrovsk and Toretsk in Donetsk Oblast.")
    assert {found[name].place.country for name in ("Pokrovsk", "Toretsk")} == {"UA"}


def test_towns_in_a_table_tell_their_country_together(places_in: Read):
    assert {"Baidoa", "Kismayo", "Galkayo"} <= set(
        places_in("Measles: Baidoa (112), Kismayo (87), Galkayo (45).")
    )


def test_a_capital_is_not_the_larger_city_that_some_call_so(places_in: Read):
    found = places_in("The envoy went from Kabul to Islamabad and New Delhi.")
    assert found["Islamabad"].place.country == "PK"


@pytest.mark.parametrize(
    "text",
    ["Lyon beat Valencia 2-1 at home.", "The Bank of Palestine closed.", "The Central Bank of Yemen paid."],
)
def test_a_team_or_a_bank_is_no_place(places_in: Read, text: str):
    assert not {"Valencia", "Palestine", "Yemen"} & set(places_in(text))


@pytest.mark.parametrize("town", ["Deir al-Balah", "Sharm el-Sheikh", "Khan Sheikhoun", "Las Anod"])
def test_a_town_built_like_a_personal_name_is_nobody(town: str):
    mentions = _read(f"Gunmen captured a clinic in {town}, and they left {town} at dawn.")
    assert next(m.surface for m in mentions.places) == town
    assert not [m for m in mentions.actors if m.surface == town]


def test_a_place_with_rulers_of_its_own_is_a_place_after_in():
    found = _read("Shells fell in Nagorno-Karabakh and in the Amhara region.").places
    assert [m.surface for m in found] == ["Nagorno-Karabakh", "Amhara region"]


def _read(text: str) -> Mentions:
    passages = [Passage("a.txt", "a.txt#1", 0, 0, load_pipeline()(text))]
    setting = Setting("a.txt", "a.txt#1", DateInterval.parse("2024-05-15"))
    mentions = find_actors(passages, setting, Gazetteer.load())
    find_places(passages, mentions)
    return mentions
