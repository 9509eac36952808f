"""Tolls and places of situation reports and headlines, told without verbs."""

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
    ("text", "killed", "injured"),
    [
        ("Ambush near Konna: 3 KIA, 5 WIA.", 3, 5),
        ("Enemy forces attacked CP 12 with small arms. 2 KIA, 6 WIA.", 2, 6),
        ("Seven farmers killed by a drone in Gaza, medics say.", 7, None),
        ("31 dead as jets strike Omdurman", 31, None),
        ("Army shells market in Bahri, six dead", 6, None),
        ("Two soldiers dead, five hurt in ambush near Gao", 2, 5),
    ],
)
def test_a_toll_without_a_verb_is_that_of_the_act_beside_it(
    text: str, killed: int, injured: int | None
) -> None:
    (event,) = rows(text)
    assert (event.killed and event.killed.min, event.injured and event.injured.min) == (killed, injured)


def test_dead_of_another_cause_are_not_those_of_the_attack() -> None:
    (event,) = rows("Rebels attacked Gao. The governor said 12 were dead from cholera.")
    assert event.killed is None


def test_a_group_in_capitals_is_no_form_of_be() -> None:
    (event,) = rows("Syria: IS ambush leaves 22 soldiers dead")
    assert (event.actors, event.killed and event.killed.min) == (("Islamic State",), 22)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Militants staged attacks on Chad from camps in Sudan.", None),
        ("Gunmen attacked the home of a Liverpool player.", None),
        ("The governor of Kandahar was killed on Thursday.", None),
        ("The raid triggered protests across Niger.", "Niger"),
        ("Jets carried out strikes inside Lebanese territory.", "Lebanon"),
    ],
)
def test_only_what_says_where_it_fell_is_the_place(text: str, place: str | None) -> None:
    event = rows(text)[0]
    assert (event.place.name if event.place else None) == place


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The death toll from Monday's ambush in Gao rose to 19.", 19),
        ("The number of people killed in Sunday's attack on a mosque in Gao rose to 14 on Tuesday.", 14),
        ("The toll from drone strikes in Yemen this year has passed 300.", None),
        ("The death toll from the war in Yemen has risen to 90,000.", None),
    ],
)
def test_a_toll_that_has_risen_is_that_of_the_one_act_it_is_told_of(text: str, killed: int | None) -> None:
    assert [event.killed.min for event in rows(text) if event.killed] == ([killed] if killed else [])


def test_a_toll_from_an_act_leaves_it_its_place() -> None:
    (event,) = rows("The death toll from the ambush near Djibo rose to 19.")
    assert event.place is not None and event.place.name == "Djibo"
