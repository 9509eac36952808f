"""What case.yaml says is taken in once, and read only as far as the date allows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from brink.case.folder import Case, open_case
from brink.case.view import View
from brink.forecast.ledger.book import book
from brink.forecast.ledger.entries import load_entries
from brink.forecast.ledger.intake import take_in
from brink.forecast.ledger.scoring import scores
from tests.forecast.ledger.conftest import YAML

LATER = date(2025, 1, 31)


def test_a_second_run_takes_nothing_in(a_case: Case):
    assert [entry.kind for entry in take_in(a_case)] == [
        "question",
        "answer",
        "question",
        "answer",
        "outcome",
    ]
    assert take_in(a_case) == []


def test_a_number_changed_in_the_file_corrects_the_former(a_case: Case, a_folder: Path):
    take_in(a_case)
    (a_folder / "case.yaml").write_text(
        YAML.replace("probability: 0.2", "probability: 0.3"), encoding="utf-8"
    )
    (added,) = take_in(open_case(a_folder))
    assert added.content["corrects"] == 4
    assert [answer.probability for answer in book(View(a_case)).page("truce-2024").answers] == [0.3]
    assert len(load_entries(a_case.store)) == 6


def test_moving_the_as_of_date_asks_nothing_anew(a_case: Case, a_folder: Path):
    take_in(a_case)
    (a_folder / "case.yaml").write_text(
        YAML.replace("as_of: 2024-06-30", "as_of: 2024-07-31"), encoding="utf-8"
    )
    assert take_in(open_case(a_folder)) == []


def test_a_question_of_a_later_day_is_not_there_before(a_case: Case):
    take_in(a_case)
    assert book(View(a_case, date(2024, 6, 29))).pages == ()


def test_an_outcome_is_told_only_from_the_day_it_was_known(a_case: Case):
    take_in(a_case)
    assert book(View(a_case)).page("truce-2024").outcome is None
    assert scores(book(View(a_case))) == []
    revealed = book(View(a_case, reveal=LATER)).page("truce-2024").outcome
    assert revealed is not None
    assert revealed.state == "no"


def test_the_score_stands_beside_the_stated_base_rate(a_case: Case):
    take_in(a_case)
    (earned,) = scores(book(View(a_case, reveal=LATER)))
    assert (earned.brier, earned.by_base_rate) == (0.2**2, 0.4**2)
