"""Naming who is meant holds its pinned floors."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.actors.measure import rows


@pytest.mark.gate
def test_actors_hold_their_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("actors"), pin.measure("actors")) == []


def test_no_report_is_in_both_parts() -> None:
    assert not {row["text"] for row in rows("development")} & {row["text"] for row in rows("heldout")}
