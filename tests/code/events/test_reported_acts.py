"""Acts of which it is only told that they were reported, heard or recorded."""

from __future__ import annotations

import pytest

from tests.code.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Clashes were reported in Goma on Monday.", "ASSAULT", "Goma"),
        ("Explosions were heard in Kharkiv on Monday.", "ASSAULT", "Kharkiv"),
        ("Protests were reported in Lahore.", "PROTEST", "Lahore"),
    ],
)
def test_what_was_reported_somewhere_has_a_row(read: Read, text: str, kind: str, place: str) -> None:
    (row,) = read(text)
    assert (row.type, row.place and row.place.name) == (kind, place)


@pytest.mark.parametrize(
    "text", ["Clashes were reported by residents in Goma.", "Attacks were confirmed by the army."]
)
def test_who_reports_an_act_does_not_do_it(read: Read, text: str) -> None:
    assert all(row.actors == () for row in read(text))


def test_a_quarrel_with_a_body_without_arms_is_no_assault(read: Read) -> None:
    assert [row.type for row in read("The president's clash with the central bank rattled markets.")] == []
