"""What befell people of whom a part is named in passing befell all of them."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "who", "killed"),
    [
        ("Twelve people, among them two nurses, were killed in Goma.", ("people",), 12),
        (
            "Afghan officials said eight civilians, among them three children, had died in a raid.",
            ("civilians",),
            8,
        ),
        ("At least 30 soldiers, among them a colonel, died in the ambush.", ("soldiers",), 30),
        ("The rebels killed 12 people, among them two nurses, in Goma.", ("people",), 12),
    ],
)
def test_the_dead_are_all_and_not_the_part_named(text, who, killed):
    row = next(event for event in rows(text) if event.killed is not None)
    assert (row.recipients, row.killed.min if row.killed else None) == (who, killed)


def test_those_arrested_are_all_and_not_the_part_named():
    (row,) = rows("Police said 20 protesters, among them six women, were arrested.")
    assert (row.type, row.recipients) == ("COERCE", ("protesters",))
