"""Figures state a finding, describe themselves, and carry their data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brink.case.folder import open_case
from brink.case.view import View
from brink.plots import Figure
from brink.plots.monthly import monthly_attacks
from brink.plots.network import network
from brink.plots.positions import positions
from brink.plots.theme import quad
from brink.plots.timeline import timeline


@pytest.fixture(scope="module")
def figures(a_coded_case: Path) -> list[Figure]:
    view = View(open_case(a_coded_case))
    return [figure for figure in (monthly_attacks(view), timeline(view), network(view)) if figure is not None]


def test_every_figure_of_the_small_case_is_drawn(figures: list[Figure]):
    assert [figure.id for figure in figures] == ["monthly", "timeline", "network"]


def test_a_drawing_names_and_describes_itself_for_those_who_cannot_see_it(figures: list[Figure]):
    for figure in figures:
        drawn = figure.svg()
        named = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', drawn)
        assert named is not None
        assert f'<title id="{named.group(1)}">' in drawn
        assert f'<desc id="{named.group(2)}">' in drawn


def test_every_row_of_a_figure_has_its_columns_and_its_evidence(figures: list[Figure]):
    for figure in figures:
        assert len(figure.links) == len(figure.rows)
        assert all(set(figure.columns) <= set(row) for row in figure.rows)


def test_the_dark_page_reaches_the_ink_and_the_plain_drawing_keeps_it(figures: list[Figure]):
    assert "var(--ink" in figures[0].svg(themed=True)
    assert "var(" not in figures[0].svg()


def test_the_same_network_is_drawn_at_the_same_places_whatever_the_order():
    names, edges = list("abcdef"), [("a", "b"), ("b", "c"), ("d", "e")]
    assert positions(names, edges) == positions(names[::-1], [(b, a) for a, b in edges[::-1]])


def test_attacks_are_force_and_talks_are_words():
    assert quad("ASSAULT") == "violence and force"
    assert quad("CONSULT") == "talk and support"
