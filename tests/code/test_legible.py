"""What a page hides between and inside words changes no row, and every quote is the document's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.legible import legible
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.code.rows import Coded
from brink.dates import DateInterval

PLAIN = (
    "Gunmen killed nine soldiers of the army. The officials said the TTP did it. Kenya struck it on Monday."
)


def coded(text: str) -> Coded:
    setting = Setting("d", "d#1", DateInterval.parse("2024-05-15"))
    return Coder(Gazetteer.load(), load_pipeline()).code(setting, text, [(0, len(text))])


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace(". ", ".[12] "),
        PLAIN.replace(". ", ".\u00b9\u00b2 "),
        PLAIN.replace("soldiers", "sol\u00addiers").replace("killed", "kil\u00adled"),
        PLAIN.replace(" the", " \u200bthe"),
        PLAIN.replace("ffi", "\ufb03"),
        PLAIN.replace(". ", "."),
        PLAIN.replace(" ", "\u00a0").replace(".\u00a0", ".  "),
    ],
)
def test_what_no_reader_sees_changes_no_row(text: str) -> None:
    seen, plain = coded(text), coded(PLAIN)
    assert [(e.type, e.actors, e.recipients, e.killed, e.date) for e in seen.events] == [
        (e.type, e.actors, e.recipients, e.killed, e.date) for e in plain.events
    ]
    rows = [*seen.events, *seen.claims]
    assert all(text[row.quote.start : row.quote.end] == row.quote.text for row in rows)
    assert all(text[figure.start : figure.end] == figure.text for figure in seen.figures)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("six soldiers.The army said", "six soldiers. The army said"),
        ("12 km\u00b2 of land", "12 km\u00b2 of land"),
        ("They wrote [sic] of it.[a][b] Then", "They wrote [sic] of it. Then"),
        ("U.S.A. and www.Example.com", "U.S.A. and www.Example.com"),
        ("in 2019[4] and after", "in 2019 and after"),
        ("Succe\u0300s Masra", "Succ\u00e8s Masra"),
    ],
)
def test_marks_of_notes_go_and_words_stay(text: str, read: str) -> None:
    assert legible(text).text == read


@given(st.text(alphabet="aB .\n\t\u00a0\u00ad\ufb01[1]", max_size=80))
def test_each_character_knows_where_it_was_written(text: str) -> None:
    seen = legible(text)
    places = seen.places or tuple(range(len(text) + 1))
    assert len(places) == len(seen.text) + 1 and list(places) == sorted(places)
    assert len(seen.even) == len(text)
    for at, character in zip(places, seen.text, strict=False):
        assert text[at] == character or character in " fi"
