"""Places are found where the text names them, in the right country, as precisely as it says."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from brink.code.mention import Mentions
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline
from brink.code.places import find_places
from tests.code.places.conftest import Read
from tests.growth import cost_ratio

SENTENCES = [
    ("Drones struck a fuel depot in El Obeid, North Kordofan.", "El Obeid", "SD", "town"),
    ("Riders burned granaries near Ansongo in eastern Mali.", "Ansongo", "ML", "town"),
    (
        "Dissidents ambushed a patrol in Cauca's Argelia municipality.",
        "Argelia municipality",
        "CO",
        "district",
    ),
    ("Shelling of Avdiivka went on all night, the Ukrainian governor said.", "Avdiivka", "UA", "town"),
    ("The junta's jets hit a clinic in Loikaw, Kayah State.", "Loikaw", "MM", "town"),
    ("Houthi fighters shelled Marib from three sides.", "Marib", "YE", "province"),
    ("M23 columns entered Rutshuru and cut the road to Goma.", "Rutshuru", "CD", "district"),
    ("Gunmen fired on a camp in Pulwama, Indian police said.", "Pulwama", "IN", "district"),
    ("Troops clashed with a clan in Lanao del Sur.", "Lanao del Sur", "PH", "province"),
    ("Men on motorbikes raided Tsafe in Nigeria's Zamfara state.", "Zamfara state", "NG", "province"),
    ("Insurgents looted a store near Macomia, Mozambique.", "Macomia", "MZ", "town"),
    ("A mine killed three herders in Tigray.", "Tigray", "ET", "province"),
    ("Two officers died in Lakki Marwat district.", "Lakki Marwat district", "PK", "district"),
    ("A blast tore through a mosque in Kunduz, Afghan officials said.", "Kunduz", "AF", "town"),
    ("Shells fell on Khan Younis before dawn.", "Khan Younis", "PS", "district"),
    ("Settlers blocked the road to Nablus in the West Bank.", "Nablus", "PS", "town"),
    ("Al-Shabaab overran a base in Hiraan region.", "Hiraan region", "SO", "province"),
    ("Boko Haram took 20 women near Diffa in Niger.", "Diffa", "NE", "town"),
    ("Gang members burned a police post in Cité Soleil.", "Cité Soleil", "HT", "town"),
    ("Rebels said they hold Myawaddy on the Thai frontier.", "Myawaddy", "MM", "town"),
]


@pytest.mark.parametrize(("text", "surface", "country", "precision"), SENTENCES)
def test_a_place_of_a_conflict_is_found(
    places_in: Read, text: str, surface: str, country: str, precision: str
):
    place = places_in(text)[surface].place
    assert (place.country, place.precision) == (country, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Lashkar-e-Islam denied the killing.",
        "Jordan Smith and Chad Miller reached an accord.",
        "Michael Jordan praised Florence Pugh.",
        "Turkey dinner was served to the guests.",
        "The Damascus-based group denied it.",
        "General Hassan told Ali to wait.",
        "Fighting neared the border with Ukraine.",
        "The Ghazni River flooded its banks.",
        "The Balochistan Liberation Army denied it.",
        "The Washington Post first reported it.",
        "She was elected to Congress in May.",
        "Somali and Afghan workers went home.",
        "They told us to leave.",
    ],
)
def test_a_name_that_is_no_place_here_is_left_alone(places_in: Read, text: str):
    assert not places_in(text)


@pytest.mark.parametrize(
    ("text", "surface", "country"),
    [
        ("Protesters in Tripoli, Lebanon, burned tyres.", "Tripoli", "LB"),
        ("Libyan militias fought in Tripoli.", "Tripoli", "LY"),
        ("Pakistani police raided a house in Hyderabad.", "Hyderabad", "PK"),
        ("Indian police raided a house in Hyderabad.", "Hyderabad", "IN"),
        ("The US envoy spoke in Paris.", "Paris", "FR"),
        ("A court in Paris, Texas, sentenced him.", "Paris", "US"),
        ("Officials in Atlanta, Georgia, agreed.", "Georgia", "US"),
        ("Georgia's parliament met in Tbilisi.", "Georgia", "GE"),
        ("Police in Niger state freed 20 pupils.", "Niger state", "NG"),
        ("India's Punjab state was calm.", "Punjab state", "IN"),
        ("Pakistan's Punjab province was calm.", "Punjab province", "PK"),
    ],
)
def test_the_country_of_an_ambiguous_name_follows_the_words_around_it(
    places_in: Read, text: str, surface: str, country: str
):
    assert places_in(text)[surface].place.country == country


def test_the_story_decides_when_the_sentence_does_not(places_in: Read):
    found = places_in("Pakistan's army sent reinforcements.", "Shops were shut in Hyderabad.")
    assert found["Hyderabad"].place.country == "PK"
    assert "Pakistan is named in the story" in found["Hyderabad"].because


def test_home_decides_when_the_story_does_not(places_in: Read):
    found = places_in("Shops were shut in Hyderabad.", home="PK")
    assert found["Hyderabad"].place.country == "PK"
    assert "where the case lies" in found["Hyderabad"].because


def test_a_name_means_one_place_in_a_story(places_in: Read):
    found = places_in(
        "Shops were shut in Tripoli, Lebanon.", "Tripoli was calm by night, Libyan diplomats said."
    )
    assert found["Tripoli"].place.country == "LB"


def test_a_part_of_a_country_keeps_its_direction(places_in: Read):
    mention = places_in("Jihadists hold much of northern Mali.")["northern Mali"]
    assert (mention.place.name, mention.place.country, mention.place.precision) == (
        "northern Mali",
        "ML",
        "region",
    )


def test_a_region_across_borders_has_no_country(places_in: Read):
    found = places_in("Hunger spread in the Sahel and the Horn of Africa.")
    assert {mention.place.country for mention in found.values()} == {None}
    assert {mention.place.precision for mention in found.values()} == {"region"}


def test_a_border_between_two_countries_lies_in_neither_alone(places_in: Read):
    (mention,) = places_in("Smugglers were stopped at the Chad-Sudan border.").values()
    assert (mention.surface, mention.place.country, mention.place.lat) == ("Chad-Sudan border", None, None)


def test_an_unknown_village_lies_where_its_district_does(places_in: Read):
    found = places_in("Soldiers searched Qanbar Shah village in Orakzai district.")
    village, district = found["Qanbar Shah village"].place, found["Orakzai district"].place
    assert (village.country, village.lat, village.precision) == ("PK", district.lat, "district")
    assert village.name == "Qanbar Shah village"


def test_an_unknown_place_before_its_province_lies_there(places_in: Read):
    place = places_in("The convoy was hit near Umm Sahra, North Darfur.")["Umm Sahra"].place
    assert (place.country, place.precision) == ("SD", "province")


def test_a_unit_that_no_longer_exists_says_until_when(places_in: Read):
    assert "only until 2018-05" in places_in("Troops moved into FATA.")["FATA"].because


def test_a_dateline_names_a_place(places_in: Read):
    place = places_in("MOGADISHU - Gunmen shot a lawmaker.")["MOGADISHU"].place
    assert (place.name, place.country) == ("Mogadishu", "SO")


def test_all_names_of_a_list_are_found(places_in: Read):
    found = places_in("Clashes were reported in Sulu, Basilan and Tawi-Tawi provinces.")
    assert {mention.place.country for mention in found.values()} == {"PH"}
    assert len(found) == 3


@pytest.mark.parametrize(("kind", "found"), [("government", False), ("group", False), ("state", True)])
def test_only_states_among_actors_are_places_too(places_in: Read, kind: str, found: bool):
    assert ("Uganda" in places_in("Uganda sent troops.", actor=("Uganda", kind))) is found


@pytest.mark.parametrize(
    "phrase",
    ["( Goma -", "Hyderabad , Pakistan ,", "Zzyx village Goma", "Pakistan 's Hyderabad , Xyq , Punjab"],
)
def test_one_endless_sentence_costs_time_in_proportion(phrase: str):
    def sentence(times: int) -> Doc:
        words = phrase.split() * times
        return Doc(load_pipeline().vocab, words=words, sent_starts=[at == 0 for at in range(len(words))])

    def read(doc: Doc) -> object:
        return find_places([Passage("a.txt", "a.txt#1", 0, 0, doc)], Mentions())

    short, long = sentence(400), sentence(3200)
    assert cost_ratio(lambda: read(short), lambda: read(long)) < 24


def test_reading_twice_gives_the_same(places_in: Read):
    text = "Shells fell on Goma, Sake and Masisi territory in North Kivu, the DRC's army said."
    assert places_in(text) == places_in(text)


def test_a_building_that_many_towns_have_is_in_its_town(places_in: Read) -> None:
    assert set(places_in("A bomb went off at University Hospital in Kano.")) == {"Kano"}
    assert set(places_in("Gunmen hit a convoy on the National Highway in Sindh.")) == {"Sindh"}


def test_a_town_that_is_retaken_needs_no_country_beside_it(places_in: Read) -> None:
    assert places_in("The army retook Malakal from rebels.")["Malakal"].place.country == "SS"
