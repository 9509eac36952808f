"""Every row rests on its words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brink.code.events import find_events
from brink.code.mention import Mentions
from brink.code.passage import Passage, Setting
from brink.code.pipeline import load_pipeline

TEXT = "Officials said that Sudan attacked Chad on Monday. Sudan later praised Kenya for its patience."


@pytest.fixture
def told(events_of):
    return events_of(TEXT, Sudan="Sudan", Chad="Chad", Kenya="Kenya")


def test_a_quote_is_the_text_at_its_place(told):
    assert told
    assert all(TEXT[e.quote.start : e.quote.end] == e.quote.text for e in told)


def test_a_quote_holds_the_words_of_its_parties(told):
    assault = next(event for event in told if event.type == "ASSAULT")
    assert "attacked Chad" in assault.quote.text
    assert "praised" not in assault.quote.text


def test_every_row_says_why(told):
    assert all(len(event.because) >= 2 and all(event.because) for event in told)


def test_confidence_is_a_probability(told):
    assert all(0 <= event.confidence <= 1 for event in told)


def test_a_direct_statement_is_trusted_more_than_a_noun_without_a_doer(events_of):
    (plain,) = events_of("Sudan signed a truce with Chad.", Sudan="Sudan", Chad="Chad")
    (thin,) = events_of("The attack on Chad was condemned in a leaflet.", Chad="Chad")
    assert plain.confidence > thin.confidence


def test_a_date_after_the_story_is_not_the_date_of_what_happened(events_of):
    (event,) = events_of("Sudan attacked Chad on 3 June 2024.", Sudan="Sudan", Chad="Chad")
    assert event.date is None
    assert event.review is not None


def test_the_same_text_gives_the_same_rows(events_of, told):
    assert told == events_of(TEXT, Sudan="Sudan", Chad="Chad", Kenya="Kenya")


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="ab .,;()[]\"'“”-0123456789\nattackkilled", max_size=120))
def test_any_text_is_read_without_failing_and_quoted_exactly(text):
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(text))
    for event in find_events([passage], Setting("d", "d#1", None), Mentions(), [[]]):
        assert text[event.quote.start : event.quote.end] == event.quote.text
