"""Words of violence that tell none, and general talk that tells no event."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Kenya struck a note of caution.",
        "Kenya is fighting corruption.",
        "Kenya attacked the problem of unpaid wages.",
        "Kenya hit a record in exports.",
        "An official in Kenya died of a heart attack.",
        "Floods killed 40 people in Kenya.",
        "The lawmakers of Kenya killed the bill.",
        "Will Kenya attack Sudan?",
        "If Kenya attacks Sudan, prices will rise.",
        "Attacks of this kind rarely succeed.",
        "The missile can hit targets far away.",
    ],
)
def test_no_event_is_told(events_of, text):
    assert events_of(text, Kenya="Kenya") == []
