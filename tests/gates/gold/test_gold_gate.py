"""Events coded on two real pages hold their pinned floors, where the annotations are at hand."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.gold.measure import figures, missing


@pytest.mark.gate
@pytest.mark.skipif(missing() is not None, reason=missing() or "")
def test_coding_of_the_annotated_pages_holds_its_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("gold"), pin.measure("gold")) == []


@pytest.mark.gate
@pytest.mark.skipif(missing() is not None, reason=missing() or "")
def test_the_whole_page_is_coded_above_what_is_asked_of_it() -> None:
    measured = figures()
    assert measured["003 detection_f1"] >= 0.50
    assert measured["003 who_did_what_f1"] >= 0.35
