"""What rows are in PLOVER holds its pinned floors."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.plover.measure import PARTS, agreed, rows


@pytest.mark.gate
def test_types_modes_and_parties_hold_their_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("plover"), pin.measure("plover")) == []


def test_no_sentence_is_in_two_parts() -> None:
    texts = [row["text"] for part in PARTS for row in rows(part)]
    assert len(texts) == len(set(texts))


def test_a_row_counts_up_to_what_is_first_wrong_in_it() -> None:
    found = [("COERCE", "arrest", "Kenyan police", "crowd")]
    wanted = [
        "COERCE arrest: police > ~",
        "COERCE arrest: police > men",
        "COERCE arrest: army > ~",
        "COERCE: ~ > ~",
    ]
    assert [agreed(row, found) for row in [*wanted, "AID: ~ > ~"]] == [4, 3, 2, 1, 0]
