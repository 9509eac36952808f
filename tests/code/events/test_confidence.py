"""Confidence of rows and what asks for review."""

from __future__ import annotations

import pytest

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.events.confidence import load_weights
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval


def events(text: str):
    setting = Setting("d", "d#1", DateInterval.parse("2024-05-15"))
    return Coder(Gazetteer.load(), load_pipeline()).code(setting, text, [(0, len(text))]).events


def test_a_named_doer_and_target_are_surer_than_a_doer_left_open():
    (named,) = events("Sudan accused Chad of arming rebels on Monday.")[:1]
    (bare,) = events("Chad was shelled.")[:1]
    assert named.confidence > bare.confidence


def test_confidence_lies_between_nothing_and_certainty():
    found = events(
        "Gunmen may have killed nine people in Gao, said an official, but nobody could confirm it."
    )
    assert found and all(0 < event.confidence < 1 for event in found)


@pytest.mark.parametrize("trait", ["doubts", "words of the sentence"])
def test_doubts_and_long_sentences_lower_it(trait):
    assert load_weights()[trait] < 0


def test_a_row_of_little_confidence_asks_for_review():
    rows = events("He was blamed. It hit it. They fought.") + events("Chad was shelled.")
    assert all(event.review for event in rows if event.confidence < 0.5)
