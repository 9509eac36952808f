"""Who only says what happened did not do it, nor was it done to who backs it."""

from __future__ import annotations

import pytest

from tests.code.events.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "In September, it fired rockets at a base, killing two soldiers, officials said.",
        "He accused Vladimir Putin of playing games, officials said.",
        "Officials said it had shelled the town.",
        "It expelled 500,000 Afghans, the news agency reported.",
    ],
)
def test_it_and_he_are_none_of_several_who_speak(read: Read, text: str) -> None:
    assert all(row.actors == () for row in read(text))


def test_a_body_may_speak_of_itself(read: Read) -> None:
    (row,) = read("The Kenyan army said it had killed nine gunmen.")
    assert row.actors == ("Kenya Defence Forces",)


def test_who_backs_a_condemnation_is_not_condemned(read: Read) -> None:
    (row,) = read("The EU, with the backing of France, condemned the coup.")
    assert row.recipients == ()
