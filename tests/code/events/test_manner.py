"""Verbs of force and of going said of matches and of things, which tell no act; and set phrases that do."""

from __future__ import annotations

import pytest

from brink.dates import DateInterval
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded

DAY = DateInterval.parse("2024-05-15")


def rows(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(e.type, e.actors, e.recipients) for e in coded(Sentence(text, (), DAY))]


@pytest.mark.parametrize(
    "text",
    [
        "Trade volumes retreated in March.",
        "The firm arrested the slide in its shares.",
        "The chef whipped the cream and beat the eggs.",
        "England were crushed by Australia in the first Test.",
        "Germany hosted France in a friendly on Tuesday.",
        "The minister launched a campaign against smoking.",
        "The shopkeeper demanded payment in cash.",
        "The landlord evicted a tenant over unpaid rent.",
        "The photographer shot a wedding in Goa.",
        "Bond yields fell back after the auction.",
    ],
)
def test_what_is_said_of_matches_of_things_and_of_private_business_is_no_act(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Israeli jets pounded targets in the Bekaa Valley.", ("ASSAULT", ("IDF",), ())),
        ("Kuwait declared the Lebanese envoy persona non grata.", ("SANCTION", ("Kuwait",), ("Lebanon",))),
        ("Mexico's president called the raid by Ecuador an outrage.", ("ACCUSE", ("Mexico",), ("Ecuador",))),
        ("Colombia handed a suspect over to the United States.", ("COOPERATE", ("Colombia",), ("United States",))),
        ("The delivery of Iranian drones to Sudan's army alarmed Washington.", ("AID", ("Iran",), ("Sudanese Armed Forces",))),
        ("Boko Haram swore allegiance to Islamic State.", ("SUPPORT", ("Boko Haram",), ("Islamic State",))),
        ("Russian troops liberated the village of Robotyne.", ("COERCE", ("Russian Army",), ())),
    ],
)  # fmt: skip
def test_set_phrases_tell_their_act(text, row):
    assert row in rows(text)
