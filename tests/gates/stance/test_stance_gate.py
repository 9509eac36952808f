"""Judging whether acts are so holds its pinned floors."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.stance.measure import rows


@pytest.mark.gate
def test_stance_holds_its_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("stance"), pin.measure("stance")) == []


def test_no_sentence_is_in_both_parts() -> None:
    assert not {row["text"] for row in rows("development")} & {row["text"] for row in rows("heldout")}
