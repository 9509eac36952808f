"""Quotes are marked where they stand, also when they overlap."""

from __future__ import annotations

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from brink.brief.annex import cut

TEXT = "Rebels shelled the town and killed nine people on Sunday."


def a_row(name: str, start: int, end: int) -> SimpleNamespace:
    return SimpleNamespace(id=name, quote=SimpleNamespace(start=start, end=end))


def test_overlapping_quotes_each_have_an_anchor_where_they_begin():
    paragraph = cut(TEXT, 0, [a_row("e1", 0, 23), a_row("e2", 7, 46)])
    anchors = {name: s.text for s in paragraph.stretches for name in s.starts}
    assert anchors == {"e1": "Rebels ", "e2": "shelled the town"}


def test_what_is_not_quoted_is_not_marked():
    paragraph = cut(TEXT, 100, [a_row("e1", 100, 106)])
    assert [(s.text, s.quoted) for s in paragraph.stretches] == [("Rebels", True), (TEXT[6:], False)]


@given(st.lists(st.tuples(st.integers(0, 56), st.integers(1, 30)), max_size=8))
def test_the_pieces_put_together_are_the_paragraph_and_no_anchor_is_lost(spans: list[tuple[int, int]]):
    rows = [a_row(f"e{i}", start, min(start + length, len(TEXT))) for i, (start, length) in enumerate(spans)]
    paragraph = cut(TEXT, 0, rows)
    assert "".join(s.text for s in paragraph.stretches) == TEXT
    assert sorted(name for s in paragraph.stretches for name in s.starts) == sorted(row.id for row in rows)
