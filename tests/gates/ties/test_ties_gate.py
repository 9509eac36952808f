"""Finding ties holds its pinned floors."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.ties.measure import rows


@pytest.mark.gate
def test_ties_hold_their_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("ties"), pin.measure("ties")) == []


def test_no_sentence_is_in_both_parts() -> None:
    assert not {row["text"] for row in rows("development")} & {row["text"] for row in rows("heldout")}
