"""Figures and histories of many events, and words that tell none."""

from __future__ import annotations

import pytest

from brink.code.rows import SUMS_UP


@pytest.mark.parametrize(
    "text",
    [
        "There were 84 insurgent attacks in the south last year, with 112 deaths.",
        "Armed groups killed 1,204 people in the two provinces in 2022.",
        "The monitor recorded 57 deaths in May and 41 deaths in June.",
        "The shelling was not acknowledged by Sudan.",
        "No envoy of Sudan has visited the enclave since March.",
        "How the governor died is not clear.",
        "Some 400 inmates walked out of the prison after the guards fled.",
        "The mayor, who declined to comment, went home.",
        "The general took over as chief of staff.",
        "What matters is an attack in Khartoum that kills more than twenty.",
    ],
)
def test_no_single_event_is_told(events_of, text):
    assert events_of(text, Sudan="Sudan") == []


@pytest.mark.parametrize(
    "text",
    ["Fano has killed thousands of villagers since 2009.", "Fano has been fighting Sudan since 2017."],
)
def test_a_history_is_marked_and_carries_no_toll(events_of, text):
    (event,) = events_of(text, Fano="Fano", Sudan="Sudan")
    assert event.summary and event.review == SUMS_UP
    assert event.killed is None


def test_a_report_of_one_large_toll_is_no_history(events_of):
    (event,) = events_of("Fano killed more than 100 soldiers in a camp at Gao on Monday.", Fano="Fano")
    assert event.review is None
    assert event.killed is not None
