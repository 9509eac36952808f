"""What is only called so, helped or brokered, heaps of acts, and who is moved to do something."""

from __future__ import annotations

from datetime import date

import pytest

from brink.code.pipeline import load_pipeline
from brink.code.rows import Event
from brink.dates import DateInterval
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded


def rows(text: str) -> list[Event]:
    return coded(Sentence(text, (), DateInterval.day(date(2024, 5, 15))))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Kenya launched air raids against what it said were Boko Haram hideouts.", "Boko Haram"),
        ("Kenya carried out air raids against what it claimed were Boko Haram safe havens.", "Boko Haram"),
        ("Kenyan jets struck what the army called Boko Haram bases.", "Boko Haram"),
    ],
)
def test_what_is_only_called_so_is_hit_under_that_name(text, target):
    assert rows(text)[-1].recipients == (target,)


def test_who_strikes_what_it_said_were_camps_kills_there():
    (row,) = rows("Kenya launched raids on what it said were Boko Haram camps, killing eight people.")
    assert row.actors == ("Kenya",) and row.killed is not None and "people" in row.recipients


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Qatar helped mediate talks between Chad and Sudan.", "CONSULT", ("Qatar",), ("Chad", "Sudan")),
        ("The raid prompted Khartoum to recall its ambassador from Chad.", "SANCTION", ("Sudan",), ("Chad",)),
        ("Boko Haram launched a wave of attacks on Chad.", "ASSAULT", ("Boko Haram",), ("Chad",)),
        (
            "Khartoum, which condemned the raid, retaliated by shelling Chadian posts.",
            "ASSAULT",
            ("Sudan",),
            ("Chad",),
        ),
        ("Field Marshal Asim Munir met Vladimir Putin.", "CONSULT", ("Asim Munir",), ("Vladimir Putin",)),
        ("Kenya's outreach to Sudan went on.", "CONSULT", ("Kenya",), ("Sudan",)),
        ("Chad handed him over to Sudan.", "COOPERATE", ("Chad",), ("Sudan",)),
        ("Chad accused Sudan of supporting Boko Haram.", "AID", ("Sudan",), ("Boko Haram",)),
        ("Chad imposed sanctions on four entities.", "SANCTION", ("Chad",), ("entities",)),
    ],
)
def test_doer_and_recipient_are_who_they_are(text, kind, actors, recipients):
    row = rows(text)[-1]
    assert (row.type, row.actors, row.recipients) == (kind, actors, recipients)


def test_a_promise_not_to_let_others_threaten_is_a_promise():
    assert [row.type for row in rows("Chad promised not to let Boko Haram threaten Kenya.")] == ["AGREE"]


def test_who_brokers_a_truce_is_no_side_of_it():
    found = rows("Chad and Sudan clashed. The two oil-rich neighbours agreed to a truce brokered by Qatar.")
    row = next(row for row in found if row.type == "AGREE")
    assert row.actors == row.recipients == ("Chad", "Sudan")


def test_a_name_before_a_clause_has_its_own_verb():
    doc = load_pipeline()("Khartoum, which condemned the raid, retaliated by shelling border posts.")
    assert next(token.head.text for token in doc if token.text == "Khartoum") == "retaliated"


def test_what_somebody_insists_is_so_is_asked_of_nobody():
    assert not rows("Chad insists that Boko Haram is beaten.")


def test_them_are_not_those_whom_a_list_is_of():
    row = rows("Chad took Boko Haram off its list of terrorist organizations and offered to help them.")[-1]
    assert (row.type, row.recipients) == ("AID", ("Boko Haram",))


@pytest.mark.parametrize(
    "text",
    [
        "Chad responded with airstrikes on Bol.",
        "Chad replied with mortar fire.",
        "Chad answered with drones.",
    ],
)
def test_what_an_answer_is_given_with_is_one_act(text):
    (row,) = rows(text)
    assert (row.type, row.actors) == ("ASSAULT", ("Chad",))
