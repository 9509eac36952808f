"""What came before an act, or after it, lends it neither doer nor toll nor date."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    "text",
    [
        "Protests followed the killing of nine students by the army.",
        "The killing of Hassan Bugti by the army in 2006 led to protests.",
        "Protests erupted in Quetta after the killing of nine students by the army.",
    ],
)
def test_whose_deed_is_protested_does_not_protest(text):
    row = next(row for row in rows(text) if row.type == "PROTEST")
    assert (row.actors, row.killed) == ((), None)


def test_who_was_killed_before_is_no_toll_of_what_follows():
    sent, killing = rows("The army deployed troops after the killing of nine students.")
    assert (sent.type, sent.killed, killing.killed.min) == ("MOBILIZE", None, 9)


def test_a_year_before_a_killing_dates_the_killing_alone():
    blame, killing = rows("The army denounced the 2006 killing of nine students by the police.")
    assert (blame.date, str(killing.date.start)[:4]) == (None, "2006")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Fighters loyal to Khalifa Haftar seized Sirte.", "Libyan National Army"),
        ("Gunmen loyal to Riek Machar attacked Pagak.", "SPLM-IO"),
        ("Militias loyal to Iran fired rockets.", "militias"),
    ],
)
def test_who_is_loyal_to_the_head_of_a_force_is_of_it(text, who):
    (row,) = rows(text)
    assert (row.actors, row.status) == ((who,), "happened")


def test_where_one_s_loyalty_lies_is_not_where_one_fires():
    assert rows("Militias loyal to Iran fired rockets.")[0].place is None


@pytest.mark.parametrize(
    ("text", "type_", "doer"),
    [
        ("USAID suspended deliveries to Ethiopia.", "SANCTION", "USAID"),
        ("Germany cut aid to Rwanda over M23.", "SANCTION", "Germany"),
        ("Unrest grew after the 2006 killing of Akbar Bugti by soldiers.", "ASSAULT", "soldiers"),
    ],
)
def test_acts_whose_doer_was_misread(text, type_, doer):
    (row,) = rows(text)
    assert (row.type, row.actors) == (type_, (doer,))


@pytest.mark.parametrize("text", ["UNHCR warned of hunger in Chad.", "The WHO warned of a cholera outbreak."])
def test_to_warn_of_an_ill_is_no_threat(text):
    assert rows(text) == []


def test_the_party_of_a_state_s_leader_is_no_sort_of_party():
    row = rows("Modi condemned the attack. His party accused Pakistan of sponsoring it.")[1]
    assert row.actors == ("party",)
