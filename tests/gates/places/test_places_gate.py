"""Places do not get worse."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.places.measure import passages


@pytest.mark.gate
def test_places_hold_their_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("places"), pin.measure("places")) == []


@pytest.mark.parametrize("part", ["development", "heldout"])
def test_every_mark_stands_in_its_passage(part: str) -> None:
    read = list(passages(part))
    assert all(text[mark.start : mark.end] == mark.words for text, marks in read for mark in marks)
    assert len(read) > 60
