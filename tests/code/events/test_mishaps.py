"""Deaths by illness, accident and disaster, which are nobody's act, and attacks among them."""

from __future__ import annotations

import pytest

NOBODYS = [
    "Officials said two people died in Bamyan province.",
    "Eleven people died of Ebola in Uganda.",
    "A ferry carrying 200 passengers sank in Lake Kivu, killing at least 78.",
    "Thirty miners were killed in the collapse of a coal shaft.",
    "Four soldiers were killed when their truck overturned on a mountain road.",
    "Nineteen people were killed in a stampede at a stadium.",
    "Hurricane Melissa struck the island, destroying homes and killing 28 people.",
    "A boiler blast at a factory killed 13 workers.",
    "Rift Valley fever killed 29 herders in Saint-Louis.",
    "An elephant killed two villagers in Assam.",
    "A boat capsized off the coast on Monday. Twelve people were killed.",
    "Two army pilots died when their plane went down during training.",
]
DONE = [
    ("Nine people died in an attack on a flood relief camp.", 9),
    ("Two people died in Bamyan when gunmen fired on a group of tourists.", 2),
    ("Gunmen attacked a village near Jos. Two people died.", 2),
    ("Five civilians were killed near Goma on Monday.", 5),
    ("The truce collapsed after the murder of two negotiators.", 2),
    ("Seven militants died near Bannu.", 7),
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_nobody_did_is_no_act(events_of, text):
    assert [row for row in events_of(text) if row.type in {"ASSAULT", "COERCE", "PROTEST"}] == []


@pytest.mark.parametrize(("text", "dead"), DONE)
def test_deaths_by_force_are_kept_among_mishaps(events_of, text, dead):
    counts = [row.killed.min for row in events_of(text) if row.type == "ASSAULT" and row.killed]
    assert counts == [dead]


def test_health_workers_who_were_attacked_suffered_an_attack(events_of):
    (attack,) = events_of("Health workers were attacked while vaccinating children against cholera.")
    assert (attack.type, attack.recipients) == ("ASSAULT", ("Health workers",))
