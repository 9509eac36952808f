"""The reference of the simulation's answers names everything that the table can hold."""

from __future__ import annotations

from pathlib import Path

from brink.play.answers.measures import columns
from brink.play.answers.table import STATISTICS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "answers.md").read_text(encoding="utf-8")


def test_every_statistic_is_documented_in_its_own_words():
    assert [name for name, words in STATISTICS.items() if f"| `{name}` | {words} |" not in PAGE] == []


def test_every_measure_is_documented_with_unit_and_direction():
    missing = [c.id for c in columns() if f"| `{c.id}` | {c.words} | {c.unit} | {c.better} |" not in PAGE]
    assert missing == []
