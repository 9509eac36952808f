"""Paragraphs that do not look like a story's text are taken out of busy pages only."""

from __future__ import annotations

from brink.read.likeness import BUSY, Trees, label_unlike
from brink.read.lines import Piece
from brink.read.looks import FEWEST, rows

NOTHING_FITS = Trees(
    base=0.0, trees=(((0, 10.0, 1, 2), (-1, -4.0, 0, 0), (-1, 4.0, 0, 0)),), least=0.5, most=0.5
)
"""One tree: up to ten words unlike, more than ten like."""


def piece(text: str, kind: str) -> Piece:
    made = Piece(start=0, end=len(text), text=text)
    made.be(kind, "test")  # type: ignore[arg-type]
    return made


def page(other: int) -> list[Piece]:
    menus = [piece("Menu", "heading") for _ in range(other)]
    long = "The army said on Monday that its troops had left the town after talks with the elders there."
    return [*menus, piece(long, "body"), piece("We use cookies on this site.", "body")]


def test_a_paragraph_below_the_threshold_becomes_boilerplate_with_its_reason():
    pieces = page(BUSY)
    label_unlike(pieces, trees=NOTHING_FITS)
    assert [one.kind for one in pieces[-2:]] == ["body", "boilerplate"]
    assert pieces[-1].because == "does not look like a story's text (0.02)"


def test_a_page_with_few_other_lines_is_left_alone():
    pieces = page(BUSY - 1)
    label_unlike(pieces, trees=NOTHING_FITS)
    assert [one.kind for one in pieces[-2:]] == ["body", "body"]


def test_every_paragraph_has_a_row_of_the_same_length():
    found = rows(page(3))
    assert len(found) == 2
    assert len({len(row) for _, row in found}) == 1


def test_the_shipped_trees_ask_only_for_features_there_are():
    from brink.read.likeness import load_trees

    asked = {feature for tree in load_trees().trees for feature, *_ in tree if feature >= 0}
    assert max(asked) < len(rows(page(0))[0][1])


def test_a_line_without_a_role_above_the_threshold_becomes_text():
    heading = "What the elders of the four towns say of the new lines on the map"
    pieces = page(BUSY)
    pieces.insert(-1, Piece(start=0, end=len(heading), text=heading))
    label_unlike(pieces, trees=NOTHING_FITS)
    assert pieces[-2].kind == "body"
    assert "looks like a line of the story's text" in pieces[-2].because


def test_lines_of_a_word_or_two_are_not_asked():
    short = Piece(start=0, end=4, text="Menu")
    assert short.words < FEWEST
    assert short not in [piece for piece, _ in rows([*page(1), short])]


def test_a_closed_paragraph_stays_where_the_trees_would_leave_a_page_without_text():
    menus = [piece("Menu", "heading") for _ in range(BUSY)]
    story = "Two trucks of the clinic were broken into before dawn."
    pieces = [*menus, piece(story, "body"), piece("Water Roads Schools Taxes Permits", "body")]
    label_unlike(pieces, trees=Trees(base=-4.0, trees=(((-1, 0.0, 0, 0),),), least=0.5, most=0.5))
    assert [one.kind for one in pieces[-2:]] == ["body", "boilerplate"]
