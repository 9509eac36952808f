"""Which rows tell of one happening and which sum up many."""

from __future__ import annotations

import pytest

from brink.code.rows import SUMS_UP


@pytest.mark.parametrize(
    "text",
    [
        "Attacks by Fano have worried Sudan for years.",
        "Sudan condemned raids by Fano on villagers.",
        "Soldiers raided villages of Fano in several districts.",
        "The raids by Fano in 2020 frightened Sudan.",
        "Soldiers of Sudan were killed week after week.",
        "Rebel commanders were killed in Sudan.",
    ],
)
def test_words_about_many_happenings_are_marked(events_of, text):
    rows = [row for row in events_of(text, Fano="Fano", Sudan="Sudan") if row.type in ("ASSAULT", "COERCE")]
    assert rows and all(row.summary for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "Fano condemned the raids.",
        "Two raids by Fano killed nobody.",
        "Raids by Fano on 3 May killed six villagers.",
        "Fano launched raids on Sudan.",
        "A raid by Fano frightened Sudan.",
        "Fano attacked Sudan on Tuesday.",
        "Two rebel commanders were killed in Sudan.",
        "The rebel commanders were killed in Sudan.",
    ],
)
def test_a_number_a_day_or_an_article_makes_one_happening(events_of, text):
    assert not any(row.summary for row in events_of(text, Fano="Fano", Sudan="Sudan"))


def test_the_reason_stands_with_the_row(events_of):
    rows = events_of("Soldiers of Sudan were killed week after week.", Sudan="Sudan")
    assert rows[0].because[-1] == f"{SUMS_UP}: “week after week”"


def test_what_the_tense_shows_to_be_a_history_is_marked(events_of):
    (row,) = events_of("Fano has killed thousands of villagers since 2009.", Fano="Fano")
    assert row.summary and row.review == SUMS_UP
