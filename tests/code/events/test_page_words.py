"""Protests of states, people named beside an office, talks that end in promises, and orders to one's own."""

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
    ("text", "kind", "actors", "recipients"),
    [
        ("Chad protested to Sudan after the raid.", "ACCUSE", ("Chad",), ("Sudan",)),
        ("Nurses protested in Nairobi.", "PROTEST", ("nurses",), ()),
        ("Kenya captured Boko Haram's spokesman, Musa Bello.", "COERCE", ("Kenya",), ("Musa Bello",)),
        ("Gunmen killed Musa Bello.", "ASSAULT", ("gunmen",), ("Musa Bello",)),
        ("The assassination of Musa Bello was reported.", "ASSAULT", (), ("Musa Bello",)),
        ("Chad disarmed Boko Haram.", "COERCE", ("Chad",), ("Boko Haram",)),
        ("Chad resisted Kenya's request.", "REJECT", ("Chad",), ("Kenya",)),
        ("Chad hosted Kenyan officials for talks.", "CONSULT", ("Chad",), ("Kenya",)),
        ("The training of Boko Haram recruits by Chad went on.", "AID", ("Chad",), ("Boko Haram",)),
    ],
)
def test_who_does_what_to_whom_in_the_words_of_pages(text, kind, actors, recipients):
    row = rows(text)[-1]
    assert (row.type, row.actors, row.recipients) == (kind, actors, recipients)


def test_ties_pushed_to_a_low_are_no_demand():
    assert not rows("The raid pushed ties with Chad to their lowest point.")


def test_a_promise_after_talks_is_made_to_the_other_side():
    assert rows("Chad met Boko Haram and agreed to free ten men.")[-1].recipients == ("Boko Haram",)


def test_what_a_group_orders_its_own_to_do_it_means_to_do():
    row = rows("Boko Haram broke the truce, ordering its fighters to carry out attacks across Chad.")[-1]
    assert (row.type, row.status, row.actors) == ("ASSAULT", "planned", ("Boko Haram",))


def test_a_claim_covers_the_second_act_that_it_names():
    row = rows("Boko Haram claimed responsibility for the killing of a judge and for a raid on Chad.")[-1]
    assert (row.actors, row.recipients) == (("Boko Haram",), ("Chad",))


def test_people_whose_state_stands_before_whose_are_of_it():
    row = rows("Beijing, whose engineers were killed in a raid, was silent.")[-1]
    assert row.recipients == ("Chinese engineers",)
