"""Acts against a state's land, threats in its name, and what analysts write of groups and their hosts."""

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
    ("text", "state"),
    [
        ("Sudan carried out air raids inside Chad.", "Chad"),
        ("Sudan bombed targets in eastern Chad.", "Chad"),
        ("Boko Haram launched a raid into Cameroon.", "Cameroon"),
    ],
)
def test_an_attack_on_the_land_of_another_state_is_on_that_state(text, state):
    (row,) = rows(text)
    assert row.recipients == (state,)


@pytest.mark.parametrize(
    "text",
    [
        "Sudanese jets bombed Abeche, eastern Chad.",
        "Boko Haram carried out attacks in Cameroon.",
        "Sudanese troops fought in Chad.",
    ],
)
def test_where_an_attack_was_is_no_target_of_itself(text):
    (row,) = rows(text)
    assert row.recipients == ()


def test_a_minister_who_warns_of_his_own_army_threatens():
    found = rows("Chad's defence minister warned that Chad would bomb the camps again.")
    assert {(row.type, row.status) for row in found} == {("THREATEN", "happened"), ("ASSAULT", "possible")}


def test_a_minister_who_warns_of_others_foresees():
    found = rows("Chad's defence minister warned that Boko Haram would bomb the camps again.")
    assert [row.type for row in found] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Kenya listed Boko Haram as a terrorist group.", "SANCTION", "Kenya", "Boko Haram"),
        ("Boko Haram is banned in Kenya.", "COERCE", "Kenya", "Boko Haram"),
        ("Boko Haram enjoyed the protection of Chad.", "AID", "Chad", "Boko Haram"),
        ("Chad hosted several Boko Haram commanders.", "AID", "Chad", "Boko Haram"),
        ("Kenya arrested two individuals.", "COERCE", "Kenya", "individuals"),
        ("Boko Haram carried out the hijacking of a bus.", "ASSAULT", "Boko Haram", "bus"),
        (
            "The hijacking of a passenger train by Boko Haram was reported.",
            "ASSAULT",
            "Boko Haram",
            "passenger train",
        ),
    ],
)
def test_words_of_analysts_tell_their_acts(text, kind, actor, recipient):
    (row,) = rows(text)
    assert (row.type, row.actors, row.recipients) == (kind, (actor,), (recipient,))


def test_counted_acts_of_one_side_against_another_sum_up():
    (row,) = rows("Boko Haram carried out more than 300 attacks against Kenya in 2023.")
    assert row.summary and row.recipients == ("Kenya",)
