"""The brief's ledger of forecasts, and that nothing later gets into a brief that does not reveal it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brink.brief import write_brief
from brink.case.folder import open_case
from brink.case.view import View
from brink.forecast.ledger.book import book
from brink.forecast.ledger.entries import Draft, append
from brink.forecast.ledger.intake import take_in
from brink.forecast.ledger.question import outcome_content
from brink.forecast.ledger.resolving import stated_outcome
from tests.forecast.ledger.conftest import COUNTS, LATER, YAML, write_series

REVEAL = date(2025, 1, 31)


@pytest.fixture
def a_folder(tmp_path: Path) -> Path:
    root = tmp_path / "mali"
    (root / "series").mkdir(parents=True)
    (root / "case.yaml").write_text(YAML, encoding="utf-8")
    write_series(root, COUNTS | LATER)
    return root


def page(root: Path, reveal: date | None = None, *, to: str = "html") -> str:
    case = open_case(root)
    take_in(case)
    return write_brief(View(case, reveal=reveal), to=to, out=root / f"out.{to}").read_text(encoding="utf-8")


def test_each_answer_stands_with_word_number_and_base_rate(a_folder: Path):
    said = page(a_folder).replace("\u00a0", " ")
    assert "unlikely (20 %)" in said
    assert "Without an opinion: base rate 40 %" in said


def test_what_came_is_told_only_when_revealed_and_marked(a_folder: Path):
    assert "log score" not in page(a_folder)
    revealed = page(a_folder, REVEAL)
    assert (
        '<p class="came revealed">By 31 January 2025: <b>no</b> – agencies. Sahel desk: Brier 0.04'
        in revealed
    )
    assert "With knowledge of later." in revealed


def test_a_series_not_yet_entered_is_told_as_such(a_folder: Path):
    assert "the series says 31, not yet entered" in page(a_folder, REVEAL)
    early = page(a_folder, date(2024, 10, 1))
    assert "the series says 31, not yet entered; to be read on 2024-10-15" in early


@pytest.mark.parametrize("to", ["html", "md"])
def test_no_later_count_or_outcome_changes_a_brief(a_folder: Path, to: str):
    honest = page(a_folder, to=to)
    write_series(a_folder, COUNTS | {month: 1000 * n for month, n in LATER.items()} | {22: 9999})
    case = open_case(a_folder)
    asked = book(View(case)).page("attacks-2024")
    came = stated_outcome(asked, "number", value=31000, happened=None, known=REVEAL, because="poison")
    append(case.store, [Draft("outcome", "attacks-2024", outcome_content(came))], who="poison")
    assert page(a_folder, to=to) == honest
    assert "31000" in page(a_folder, REVEAL, to=to)
