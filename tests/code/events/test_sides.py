"""Who stands for whom: rival and former sides, places beside names, mediators, things under fire, shooters."""

from __future__ import annotations

from datetime import date

import pytest

from brink.code.rows import Event
from brink.dates import DateInterval
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded


def rows(text: str) -> list[Event]:
    return coded(Sentence(text, (), DateInterval.day(date(2024, 5, 15))))


@pytest.mark.parametrize(
    "text",
    [
        "The former government of Mali condemned France.",
        "An allied militia of the Malian army attacked France.",
        "A rival army of Mali attacked France.",
        "Rival Malian forces attacked France.",
    ],
)
def test_who_is_set_apart_from_a_state_is_not_that_state(text):
    (row,) = rows(text)
    assert not any("Mali" in name for name in row.actors)


def test_a_country_beside_the_place_that_was_hit_is_no_target():
    (strike,) = rows("Turkish drones struck Kobani, northern Syria, on Monday.")
    assert strike.recipients == ()
    assert strike.place is not None and strike.place.country == "SY"


@pytest.mark.parametrize("headline", ["Vietnam, Laos resume talks", "Vietnam, Laos sign border accord"])
def test_a_comma_joins_the_names_of_a_headline(headline):
    (row,) = rows(headline)
    assert row.actors == row.recipients == ("Vietnam", "Laos")


def test_a_mediator_is_no_side_of_the_truce_it_arranges():
    (row,) = rows("Egypt arranged a truce between Israel and Hamas.")
    assert (row.type, row.actors, row.recipients) == ("CONSULT", ("Egypt",), ("Israel", "Hamas"))


def test_who_comes_under_fire_suffers_it():
    (row,) = rows("A UN convoy came under fire near Bentiu, wounding two drivers.")
    assert row.actors == () and "United Nations" in row.recipients


def test_an_official_under_fire_for_remarks_is_not_shot_at():
    assert [row.type for row in rows("The minister came under fire for his remarks.")] == []


@pytest.mark.parametrize("act", ["torched a school", "burned ten houses"])
def test_gunmen_who_burn_do_not_shoot(act):
    (row,) = rows(f"Gunmen {act} in Benue.")
    assert row.mode != "firearms"


def test_a_court_can_be_attacked():
    (row,) = rows("A crowd stormed the court in Quetta.")
    assert (row.type, row.recipients) == ("ASSAULT", ("court",))


def test_words_in_the_name_of_a_body_tell_nothing():
    told = rows("Amnesty International accused the army of torture.")
    assert [(row.type, row.status) for row in told] == [("ACCUSE", "happened"), ("ASSAULT", "possible")]
