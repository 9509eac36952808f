"""Figures of text that breaks off within a sentence."""

from __future__ import annotations

import pytest

from brink.code.figures.find import find_figures
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline


@pytest.mark.parametrize("end", ["a", "the", "his", "another", "a 45"])
def test_a_text_that_breaks_off_after_an_article_keeps_its_figures(end: str) -> None:
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(f"Gunmen killed 12 soldiers and wounded {end}"))
    assert next(figure.value for figure in find_figures(passage, anchor=None)) == 12
