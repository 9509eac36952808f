"""What another word of the sentence makes of an act: beaten back, ordered to one's own, denied, alleged."""

from __future__ import annotations

import pytest

from tests.code.events.test_manner import DAY, rows
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded


def told(text: str) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(e.type, e.status, e.actors, e.recipients) for e in coded(Sentence(text, (), DAY))]


def test_an_attack_beaten_back_is_told_once():
    assert rows("The army beat back an attack by rebels on Bambari.") == [("ASSAULT", ("army",), ("rebels",))]


def test_what_a_force_orders_its_own_to_do_is_planned():
    ((type_, status, actors, _),) = told("The militia ordered its fighters to resume attacks on oil fields.")
    assert (type_, status, actors) == ("ASSAULT", "planned", ("militia",))


@pytest.mark.parametrize(
    "text",
    [
        "Rwanda sent troops into Congo, a charge that Kigali has denied.",
        "Chad armed the RSF, an accusation Ndjamena rejects.",
    ],
)
def test_a_charge_that_is_denied_is_only_possible(text):
    assert "possible" in {status for type_, status, _, _ in told(text) if type_ in {"MOBILIZE", "AID"}}


def test_who_backs_criminals_is_not_blamed_for_them():
    accused = [r for t, _, _, r in told("Kosovo blamed criminals supported by Belgrade.") if t == "ACCUSE"]
    assert accused == [("criminals",)]


def test_what_somebody_is_suspected_of_is_possible():
    acts = told("A man was arrested on suspicion of planting the bomb.")
    assert ("ASSAULT", "possible", ("man",), ()) in acts


def test_a_number_alone_counts_the_people_of_the_clause_before():
    taken = [r for t, _, r in rows("Soldiers killed nine militants and captured four.") if t == "COERCE"]
    assert taken == [("militants",)]


def test_an_operation_that_is_called_something_is_one():
    assert ("ASSAULT", ("Israel",), ()) in rows("Israel launched Operation Iron Wall in Jenin in January.")


def test_who_claims_a_hostile_act_of_others_accuses_them():
    assert ("ACCUSE", ("Ukraine",), ("Russia",)) in rows("Ukraine claimed that Russia had shelled a school.")
    assert "ACCUSE" not in {t for t, _, _ in rows("Ukraine claimed that its troops had shelled a base.")}


def test_who_will_no_longer_do_it_refuses():
    refused = [r for t, a, r in rows("Chad said it would no longer host French troops.") if t == "REJECT"]
    assert refused == [("French Army",)]


@pytest.mark.parametrize("city", ["Kyiv", "Moscow"])
def test_a_capital_that_shells_others_is_its_government(city):
    ((_, _, actors, _),) = [
        one for one in told(f"{city} shelled a plant near the front.") if one[0] == "ASSAULT"
    ]
    assert actors in {("Ukraine",), ("Russia",)}
