"""The gazetteer holds what it says, loads fast, and its points lie where they should."""

from __future__ import annotations

import csv
from importlib import resources

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.places.atlas import load_atlas
from brink.code.places.spelling import fold


@given(st.text())
def test_folding_twice_changes_nothing(name: str):
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Deir ez-Zor", "Deir Ez Zor"), ("Sa’ada", "Saada"), ("Ménaka", "Menaka"), ("Mīrān Shāh", "Miran Shah")],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str):
    assert fold(one) == fold(other)


def test_every_country_is_known_by_its_name():
    atlas = load_atlas()
    for country in pycountry.countries:
        known = atlas.country(country.alpha_2)
        assert known is not None, country
        assert known.kind == "country"


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Wana", "PK", 32.3, 69.6),
        ("Goma", "CD", -1.7, 29.2),
        ("Kidal", "ML", 18.4, 1.4),
        ("Kunar", "AF", 34.8, 71.1),
    ],
)
def test_points_lie_where_maps_have_them(name: str, country: str, lat: float, lon: float):
    found = [known for known in load_atlas().find(fold(name)) if known.country == country]
    assert found
    for known in found:
        assert known.lat == pytest.approx(lat, abs=1.2)
        assert known.lon == pytest.approx(lon, abs=1.2)


def test_listed_places_have_a_country_or_are_regions_across_borders():
    text = (resources.files("brink.code.places") / "data" / "conflict.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    assert len(rows) > 400
    for row in rows:
        assert row["country"] in codes or row["kind"] == "region" or row["name"] == "Abyei", row
        assert -90 < float(row["lat"]) < 90
        assert -180 < float(row["lon"]) < 180
