"""Against whom a threat with a condition is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Israel said it will strike if Hezbollah attacks its towns.", "Hezbollah"),
        ("Rwanda warned it would take military action if the FDLR crosses the border.", "FDLR"),
    ],
)
def test_who_would_provoke_it_is_whom_a_threat_is_against(events_of, text, target):
    known = {"Israel": "Israel", "Hezbollah": "Hezbollah", "Rwanda": "Rwanda", "FDLR": "FDLR"}
    rows = [row for row in events_of(text, **known) if row.type in {"THREATEN", "ASSAULT"}]
    assert {row.recipients for row in rows} == {(target,)}


def test_what_befalls_ones_own_provokes_nobody(events_of):
    rows = events_of("Ethiopia said it would attack if its troops were shelled.", Ethiopia="Ethiopia")
    assert {row.recipients for row in rows} == {()}
