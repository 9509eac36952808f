"""What somebody without an opinion would have said, from what was known on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from brink.case.folder import Case, open_case
from brink.forecast.ledger.intake import question_of
from brink.forecast.ledger.question import Question
from brink.forecast.ledger.references import references
from tests.forecast.ledger.conftest import COUNTS, LATER, write_series

AS_OF = date(2024, 6, 30)


def on_series(case: Case, *, at_least: float | None = None) -> Question:
    question = question_of(case.definition.forecasts[0], asked=AS_OF)
    assert question.reads is not None
    return replace(question, reads=replace(question.reads, at_least=at_least))


def test_the_base_rate_is_the_share_of_past_runs_that_pass(a_case: Case):
    # 16 runs of three months: eleven of 4+4+4 … to 12; then 9, 7, 6, 9, 12, 15. At least 12: 10 + 1 + 1 of 16.
    base, _ = references(a_case, on_series(a_case, at_least=12), AS_OF)
    assert base.probability == pytest.approx(12 / 16)


def test_conflictology_carries_each_of_the_twelve_last_months_on(a_case: Case):
    # Six months of 4, and 1 to 6: totals of three of 3, 6, 9, 12 (seven times), 15 and 18.
    _, carried = references(a_case, on_series(a_case), AS_OF)
    assert carried.quantiles is not None
    assert [carried.quantiles[u] for u in (0.5, 0.95)] == pytest.approx([12, 15 + 0.45 * 3])
    _, chance = references(a_case, on_series(a_case, at_least=12), AS_OF)
    assert chance.probability == pytest.approx(9 / 12)


def test_months_that_had_ended_count_as_known(a_case: Case):
    base, _ = references(a_case, on_series(a_case), date(2024, 9, 30))
    assert base.quantiles is not None
    assert set(base.quantiles.values()) == {31.0}


def test_nothing_later_than_the_answer_reaches_its_references(a_case: Case, a_folder: Path):
    question = on_series(a_case)
    before = references(a_case, question, AS_OF)
    write_series(a_folder, COUNTS | {month: 1000 * n for month, n in LATER.items()})
    assert references(open_case(a_folder), question, AS_OF) == before


def test_a_stated_rate_serves_where_no_series_tells(a_case: Case):
    question = question_of(a_case.definition.forecasts[1], asked=AS_OF)
    base, drawn = references(a_case, question, AS_OF)
    assert base.probability == 0.4
    assert drawn.probability is None
    assert "does not read a monthly series" in drawn.because
