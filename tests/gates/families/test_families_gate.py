"""Finding copies holds its pinned floors."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.families.cases import PARTS, load


@pytest.mark.gate
def test_finding_copies_holds_its_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("families"), pin.measure("families")) == []


@pytest.mark.parametrize("part", PARTS)
def test_every_pair_names_stories_of_its_part(part: str) -> None:
    cases = load(part)
    names = {story.id for story in cases.stories}
    assert {name for a, b, _ in cases.pairs for name in (a, b)} <= names


@pytest.mark.parametrize("part", PARTS)
def test_a_third_of_the_pairs_are_independent_reports(part: str) -> None:
    relations = [relation for *_, relation in load(part).pairs]
    assert relations.count("none") * 3 >= len(relations)
