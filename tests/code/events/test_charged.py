"""Acts that somebody is accused of, punished for or judged by."""

from __future__ import annotations

import pytest

KNOWN = {name: name for name in ("Kenya", "Libya", "Myanmar", "Iran", "Mali", "Amnesty")}


def deeds(events_of, text, kind="ASSAULT"):
    return [row for row in events_of(text, **KNOWN) if row.type == kind]


@pytest.mark.parametrize(
    ("text", "source", "doer"),
    [
        ("Amnesty accused Myanmar of shelling the market.", "Amnesty", "Myanmar"),
        ("Amnesty blamed Myanmar for looting the clinic.", "Amnesty", "Myanmar"),
        ("Myanmar is accused of killing 12 villagers.", "unnamed", "Myanmar"),
        ("Kenya alleged that Libya had bombed three villages.", "Kenya", "Libya"),
        ("Kenya accused Libya of a large attack on border posts.", "Kenya", "Libya"),
    ],
)
def test_what_somebody_is_accused_of_is_possible_on_the_word_of_the_accuser(events_of, text, source, doer):
    (deed,) = deeds(events_of, text)
    assert (deed.status, deed.source, deed.actors) == ("possible", source, (doer,))


def test_the_dead_of_an_alleged_attack_are_told_with_it(events_of):
    (deed,) = deeds(events_of, "Kenya accused Libya of shelling the port, killing nine traders.")
    assert (deed.actors, deed.killed.min, deed.status) == (("Libya",), 9, "possible")


def test_who_is_arrested_for_a_deed_did_it_and_not_the_police(events_of):
    (deed,) = deeds(events_of, "Police arrested a man for shooting two students.")
    assert (deed.actors, deed.status) == (("man",), "possible")


def test_who_punishes_holds_the_deed_for_true(events_of):
    deed = deeds(events_of, "Iran executed three men for killing a policeman.")[1]
    assert (deed.actors, deed.status, deed.source, deed.killed.min) == (("men",), "happened", "Iran", 1)


def test_who_is_condemned_for_a_deed_did_it(events_of):
    (deed,) = deeds(events_of, "Kenya condemned Libya for bombing a school.")
    assert (deed.actors, deed.status, deed.source) == (("Libya",), "happened", "Kenya")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not accuse Libya of killing the farmers.",
        "Kenya could accuse Libya of killing the farmers.",
        "He denied accusing Libya of shelling civilians.",
    ],
)
def test_a_charge_that_nobody_made_alleges_nothing(events_of, text):
    assert not deeds(events_of, text)


def test_what_is_called_the_attack_is_known_and_not_alleged(events_of):
    (deed,) = deeds(events_of, "Kenya accused Libya of the attack on the market in Mombasa.")
    assert deed.status == "happened"


@pytest.mark.parametrize(
    "text", ["The alleged attack hit Mali.", "Iran allegedly shot five herders in Mali."]
)
def test_an_alleged_act_is_possible_on_nobodys_word(events_of, text):
    (deed,) = deeds(events_of, text)
    assert (deed.status, deed.source) == ("possible", "unnamed")
