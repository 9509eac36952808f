"""Passages parsed by the shipped pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brink.code.figures import find_figures
from brink.code.passage import Passage
from brink.code.pipeline import load_pipeline
from brink.code.rows import Figure
from brink.dates import DateInterval

Figures = Callable[[str], list[Figure]]


@pytest.fixture(scope="session")
def figures() -> Figures:
    """Reads the figures of a text written on 27 December 2022, as a passage 100 characters into its document."""
    nlp = load_pipeline()

    def read(text: str) -> list[Figure]:
        return find_figures(Passage("d", "d#1", 0, 100, nlp(text)), anchor=DateInterval.parse("2022-12-27"))

    return read
