"""Acts that somebody vows to avenge happened; the vow threatens who did them, never who fell."""

from __future__ import annotations

import pytest

from tests.code.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "threatened"),
    [
        ("Iran vowed revenge on Israel.", ("Israel",)),
        ("Iran has sworn to take revenge on Israel for the killing of Haniyeh.", ("Israel",)),
        ("Hezbollah threatened retaliation for the assassination of its commander by Israel.", ("Israel",)),
        ("India promised a response to the attack on its soldiers.", ()),
    ],
)
def test_a_vow_of_revenge_threatens_who_is_to_suffer_it(
    read: Read, text: str, threatened: tuple[str, ...]
) -> None:
    threat = next(row for row in read(text) if row.type == "THREATEN")
    assert threat.recipients == threatened


def test_the_act_to_be_avenged_happened(read: Read) -> None:
    rows = read("Iran vowed revenge for the killing of its envoy.")
    killing = next(row for row in rows if row.type == "ASSAULT")
    assert killing.status == "happened"


def test_the_retaliation_that_is_threatened_is_told_once(read: Read) -> None:
    assert [row.type for row in read("The junta threatened retaliation against ECOWAS.")] == ["THREATEN"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel declined to comment on bombing the port.", "possible"),
        ("The two sides discussed ending the war.", "possible"),
    ],
)
def test_who_speaks_of_an_act_neither_does_nor_denies_it(read: Read, text: str, status: str) -> None:
    assert read(text)[-1].status == status


@pytest.mark.parametrize(
    "text",
    [
        "The hostages give Hamas bargaining power with Israel.",
        "The court should review Kenya's rules for bombing camps by drone.",
        "The drone fleet's range, which Iran has been building up, is short.",
    ],
)
def test_words_of_force_in_general_tell_no_act(read: Read, text: str) -> None:
    assert read(text) == []
