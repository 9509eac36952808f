"""Names do not get worse."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.names.measure import marked


@pytest.mark.gate
def test_names_hold_their_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("names"), pin.measure("names")) == []


def test_marks_are_taken_out_of_a_line() -> None:
    text, names = marked("In [place: Gao] the [organisation: UN] left.")
    assert (text, names) == ("In Gao the UN left.", {(3, 6, "place"), (11, 13, "organisation")})
