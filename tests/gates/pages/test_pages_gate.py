"""The quality of page splitting holds its pinned floors."""

from __future__ import annotations

import pytest

from tests.gates import pin
from tests.gates.pages.pages import LabelledPage, corpus, load, parse


@pytest.mark.gate
def test_page_splitting_holds_its_floors() -> None:
    assert pin.shortfalls(pin.read_pins().get("pages"), pin.measure("pages")) == []


@pytest.mark.parametrize("page", [load(path) for path in corpus()], ids=lambda page: page.name)
def test_every_word_of_a_labelled_page_has_a_label(page: LabelledPage) -> None:
    labelled = {i for piece in page.pieces for i in range(piece.start, piece.end)}
    assert all(i in labelled for i, c in enumerate(page.document.text) if not c.isspace())


def test_the_notation_glues_joins_and_wraps() -> None:
    text, pieces = parse("title 1| Raid\n+body 1| Men came\n~| at night.\n\n_body 1| They left.\n")
    assert text.rstrip("\n") == "RaidMen came\nat night.\n They left."
    assert [text[p.start : p.end] for p in pieces] == ["Raid", "Men came\nat night.", "They left."]
