"""Transcripts: what is said under a label is its speaker's, and a question tells nothing."""

from __future__ import annotations

import re

import pytest

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.code.rows import Coded
from brink.code.turns import labels
from brink.dates import DateInterval

BRIEFING = """Amina Farah, department spokesperson, spoke to reporters.
MS. FARAH: Good morning. Iran has supplied Sudan with drones.
The RSF killed 30 civilians in Bara on Sunday.
QUESTION: Israel bombed a school in Gaza. Will you suspend arms deliveries?
MS. FARAH: We have not. Chad arrested nine protesters.
SECRETARY RUBIO: Russia shelled Kharkiv on Monday.
"""


@pytest.fixture(scope="module")
def coded() -> Coded:
    coder = Coder(Gazetteer.load(), load_pipeline())
    spans = [match.span() for match in re.finditer(r"[^\n]+", BRIEFING)]
    return coder.code(Setting("d", "d#1", DateInterval.parse("2025-09-10")), BRIEFING, spans)


def test_what_is_said_under_a_label_is_its_speakers(coded):
    told = {(row.actors, row.source) for row in coded.events}
    assert (("Iran",), "Amina Farah") in told
    assert (("RSF",), "Amina Farah") in told
    assert (("Russia",), "Marco Rubio") in told


def test_a_question_tells_nothing(coded):
    assert not any("Israel" in row.actors for row in coded.events)
    assert not any("school" in row.quote.text for row in coded.claims)


def test_an_echo_of_the_question_is_no_claim(coded):
    assert not any(row.quote.text.startswith("We have not") for row in coded.claims)


def test_quotes_under_a_label_are_words_of_the_document(coded):
    assert all(BRIEFING[r.quote.start : r.quote.end] == r.quote.text for r in (*coded.events, *coded.claims))


@pytest.mark.parametrize(
    "lines",
    [
        ["SYRIA: ambush leaves 22 dead", "IRAQ: bomb kills two"],
        ["MR. MILLER: We condemn it.", "The attack killed two."],
        ["A bomb went off.", "Q is the head of the service."],
    ],
)
def test_headings_and_lone_labels_are_no_transcript(lines):
    assert labels(lines) == [None] * len(lines)
