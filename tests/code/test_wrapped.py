"""Line breaks inside sentences do not change what is coded, and quotes stay exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.code.wrapped import unwrapped
from brink.dates import DateInterval

STORY = (
    "Pakistan has closed the Friendship Gate at Chaman after an armed man\n"
    "from the Afghan side killed one soldier and wounded two on Sunday. Officials of both\n"
    "countries met on Monday without a result."
)


def coded(text: str):
    setting = Setting("d", "d#1", DateInterval.parse("2022-11-15"))
    return Coder(Gazetteer.load(), load_pipeline()).code(setting, text, [(0, len(text))])


def test_a_wrapped_sentence_gives_the_rows_of_the_sentence_in_one_line():
    wrapped, straight = coded(STORY), coded(STORY.replace("\n", " "))
    rows = [(e.type, e.actors, e.recipients, e.killed, e.date, e.quote.start) for e in wrapped.events]
    assert rows == [
        (e.type, e.actors, e.recipients, e.killed, e.date, e.quote.start) for e in straight.events
    ]


def test_quotes_of_a_wrapped_sentence_keep_its_line_breaks():
    found = coded(STORY)
    quotes = [row.quote for row in (*found.events, *found.claims, *found.ties)]
    assert any("\n" in quote.text for quote in quotes)
    assert all(STORY[quote.start : quote.end] == quote.text for quote in quotes)
    assert all(STORY[figure.start : figure.end] == figure.text for figure in found.figures)


@pytest.mark.parametrize(
    "text",
    [
        "The delegation brought three demands:\n- release of the prisoners held in the north\n- a road",
        "Contents\nThe army after the war",
        "1. Talks in Doha ended without a result on Monday\n2. Shelling went on in the district of Bara",
    ],
)
def test_lists_and_headings_keep_their_lines(text):
    assert unwrapped(text) == text


@given(st.text(alphabet="aB .\n\t-1", max_size=200))
def test_every_character_keeps_its_place(text):
    straight = unwrapped(text)
    assert len(straight) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, straight, strict=True))


WIDE = "Gunmen  killed nine soldiers.  The army said the TTP did it.  Pakistan\tstruck   bases in Chad on Monday."


def test_wide_gaps_between_words_change_no_row():
    wide, close = coded(WIDE), coded(" ".join(WIDE.split()))
    assert [(e.type, e.actors, e.recipients, e.killed, e.date) for e in wide.events] == [
        (e.type, e.actors, e.recipients, e.killed, e.date) for e in close.events
    ]
    assert all(WIDE[e.quote.start : e.quote.end] == e.quote.text for e in wide.events)
