"""Headlines and terse reports leave out verbs of being; who suffered an act must not become its doer."""

from __future__ import annotations

from datetime import date

import pytest

from brink.code.rows import Event
from brink.dates import DateInterval
from tests.gates.events.scoring import Sentence
from tests.gates.events.test_events_gate import coded


def row(text: str) -> Event:
    events = coded(Sentence(text, (), DateInterval.day(date(2024, 5, 15))))
    assert events, f"no event in {text!r}"
    return events[0]


@pytest.mark.parametrize(
    ("text", "suffered"),
    [
        ("Two soldiers killed in ambush near Gao", "soldiers"),
        ("Journalist kidnapped in Port-au-Prince", "journalist"),
        ("Three men arrested over plot to bomb embassy", "men"),
        ("Dozens of protesters detained in Tunis", "protesters"),
        ("Hostages freed in Niger after talks", "hostages"),
        ("Four rebels captured; two contractors injured.", "contractors"),
        ("Ex-mayor gunned down in Durango", "Ex-mayor"),
        ("Bishop stabbed in Sydney", "bishop"),
    ],
)
def test_who_suffers_in_a_headline_is_the_target(text: str, suffered: str) -> None:
    event = row(text)
    assert (event.actors, event.recipients) == ((), (suffered,))


@pytest.mark.parametrize(
    ("text", "doers", "suffered"),
    [
        ("Iraqi officer shot dead by Turkish troops in Duhok", ("Turkish Armed Forces",), ("Iraqi officer",)),
        ("Estonian premier Kallas shot, in critical condition", (), ("Kallas",)),
        ("Two Ugandan policemen killed by gang in Goma", ("gang",), ("Ugandan police",)),
        ("Syria: ambush leaves 22 soldiers dead", (), ("soldiers",)),
        ("UN aid convoy attacked in South Kordofan", (), ("United Nations",)),
    ],
)
def test_a_name_that_suffers_in_a_headline_is_no_doer(
    text: str, doers: tuple[str, ...], suffered: tuple[str, ...]
) -> None:
    event = row(text)
    assert (event.actors, event.recipients) == (doers, suffered)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Soldiers shot at protesters in Lagos.", "soldiers"),
        ("Gunmen shot into the crowd.", "gunmen"),
        ("Police shot dead two students in Dakar.", "police"),
        ("The rebels killed in the name of God.", "rebels"),
        ("Police arrested three men in Tunis.", "police"),
        ("Rebels killed and wounded 12 soldiers.", "rebels"),
        ("The soldiers that rebels killed in Gao were buried.", "rebels"),
        ("Hundreds of rebels captured the town.", "rebels"),
    ],
)
def test_who_acts_stays_the_doer(text: str, doer: str) -> None:
    assert row(text).actors == (doer,)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Gunmen kill nine soldiers near Gao", "happened"),
        ("Bandits kidnap over 200 pupils from school in Kuriga", "happened"),
        ("Mines kill 40 people a year in the district.", "ongoing"),
        ("M23 rebels seize Rubaya from army", "happened"),
        ("Protesters storm parliament in Tbilisi", "happened"),
        ("Rebels hold 12 hostages in Goma", "ongoing"),
    ],
)
def test_a_counted_act_in_the_present_happened_once(text: str, status: str) -> None:
    assert row(text).status == status


def test_what_an_act_leaves_behind_is_told_in_its_row() -> None:
    events = coded(
        Sentence(
            "Students clashed with riot police, leaving 20 injured.", (), DateInterval.day(date(2024, 5, 15))
        )
    )
    assert [(event.actors, event.injured and event.injured.min) for event in events] == [(("students",), 20)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The army left the town, leaving the wounded behind.", {("RETREAT", ("army",))}),
        (
            "Rebels left the town after gunmen wounded two men.",
            {("RETREAT", ("rebels",)), ("ASSAULT", ("gunmen",))},
        ),
    ],
)
def test_leaving_the_wounded_or_a_town_wounds_nobody(
    text: str, rows: set[tuple[str, tuple[str, ...]]]
) -> None:
    events = coded(Sentence(text, (), DateInterval.day(date(2024, 5, 15))))
    assert {(event.type, event.actors) for event in events} == rows


@pytest.mark.parametrize(
    "text",
    ["President survives assassination attempt in Bissau", "A plot to kill the minister was foiled."],
)
def test_nobody_died_of_an_attempt(text: str) -> None:
    assert row(text).killed is None


def test_an_act_before_its_toll_keeps_its_place() -> None:
    event = row("Rival forces clash in Tripoli, 27 killed")
    assert (event.place and event.place.name, event.killed and event.killed.min) == ("Tripoli", 27)
