"""The documentation claims no accuracy that is not measured."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

MAKE = Path(__file__).parents[2] / "docs" / "make_accuracy.py"
ROUNDING = 0.005


def scores(table: str) -> dict[tuple[str, ...], float]:
    """Every score of a table, by part, set and what is scored."""
    found: dict[tuple[str, ...], float] = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        for scored, score in re.findall(
            r"([a-z -]+?) (\d\.\d\d)(?:, |$)", cells[3] if len(cells) > 3 else ""
        ):
            found[cells[0], cells[1], scored] = float(score)
    return found


def test_scores_are_read_from_a_table():
    assert scores("| ties | held out | 3 ties | precision 1.00, recall 0.50 |") == {
        ("ties", "held out", "precision"): 1.0,
        ("ties", "held out", "recall"): 0.5,
    }


@pytest.mark.gate
@pytest.mark.slow
def test_the_page_claims_no_more_than_is_measured():
    made = runpy.run_path(str(MAKE))
    page = made["PAGE"].read_text(encoding="utf-8")
    claimed = scores(page.partition(made["BEGIN"])[2].partition(made["END"])[0])
    measured = scores(made["table"]())
    assert claimed
    too_high = {
        key: (said, measured.get(key))
        for key, said in claimed.items()
        if said > measured.get(key, -1) + ROUNDING
    }
    assert too_high == {}, "run python docs/make_accuracy.py"
