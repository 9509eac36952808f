"""What answers earn over the days they stood, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest

from brink.forecast.ledger.book import Book, Page
from brink.forecast.ledger.question import Answer, Outcome, Question, Reference
from brink.forecast.ledger.scoring import calibration, records, score, scores

OPENS = date(2024, 1, 1)
NONE = Reference(None, None, "none")
QUESTION = Question(
    "q", "Will it?", OPENS, OPENS, date(2024, 1, 10), "s", "f", "r", "v", date(2024, 1, 20), "annulled",
    None, None, "", (), "",
)  # fmt: skip


def said(
    p: float | None, day: int, *, quantiles: dict[float, float] | None = None, base: float = 0.4
) -> Answer:
    rate = Reference(base, None, "stated")
    made = OPENS + timedelta(days=day)
    return Answer(
        day + 2, "2024-01-05T00:00:00+00:00", "desk", made, "", p, quantiles, "", None, rate, NONE, None
    )


def page(
    *answers: Answer, state: str = "yes", value: float | None = None, happened: date | None = None
) -> Page:
    outcome = Outcome(99, "", state, value, happened, date(2024, 1, 20), "seen")  # type: ignore[arg-type]
    return Page(QUESTION, "", answers, outcome, 0)


def test_an_updated_answer_is_scored_by_the_days_each_stood():
    # 20 % on three days, 70 % on seven: Brier of a yes (3·.64 + 7·.09) / 10.
    earned = score(page(said(0.2, -5), said(0.7, 3)), "desk")
    assert earned is not None
    assert earned.brier == pytest.approx((3 * 0.64 + 7 * 0.09) / 10)
    assert earned.log == pytest.approx((3 * -log(0.2) + 7 * -log(0.7)) / 10)
    assert earned.skill_on_base_rate == pytest.approx(1 - 0.255 / 0.36)
    assert earned.skill_on_conflictology is None


def test_the_open_time_ends_when_it_happens():
    earned = score(page(said(0.2, 0), said(0.7, 3), happened=date(2024, 1, 4)), "desk")
    assert earned is not None
    assert earned.brier == pytest.approx((3 * 0.64 + 1 * 0.09) / 4)


def test_who_answers_late_is_scored_on_those_days_and_shown_so():
    earned = score(page(said(0.7, 5), state="no"), "desk")
    assert earned is not None
    assert (earned.stood, earned.brier) == (pytest.approx(0.5), pytest.approx(0.49))


def test_an_answer_entered_only_after_closing_is_marked():
    answer = said(0.9, 0)
    late = replace(answer, at="2024-01-11T08:00:00+00:00")
    marked = [one.entered_late for a in (answer, late) if (one := score(page(a), "desk"))]
    assert marked == [False, True]


def test_an_answer_after_closing_earns_nothing():
    assert score(page(said(0.99, 12)), "desk") is None


@pytest.mark.parametrize("state", ["ambiguous", "annulled", "open"])
def test_what_is_not_settled_is_not_scored(state: str):
    assert scores(Book(OPENS, OPENS, (page(said(0.2, 0), state=state),))) == []


def test_a_number_is_scored_by_crps():
    earned = score(page(said(None, 0, quantiles={0.25: 10, 0.75: 30}), state="number", value=35), "desk")
    assert earned is not None
    assert earned.crps == pytest.approx(10.4166667)
    assert earned.brier is None


def test_records_compare_only_where_a_base_rate_stood():
    alone = replace(score(page(said(0.9, 0)), "desk"), by_base_rate=None, question="p")  # type: ignore[type-var]
    both = score(page(said(0.2, 0)), "desk")
    assert both is not None
    (record,) = records([alone, both])
    assert (record.questions, record.compared) == (2, 1)
    assert record.skill_on_base_rate == pytest.approx(1 - 0.64 / 0.36)


def test_calibration_is_told_only_above_thirty():
    few, many = (Book(OPENS, OPENS, tuple(page(said(0.9, 0)) for _ in range(n))) for n in (30, 31))
    assert (calibration(few).bins, calibration(few).parts) == ((), None)
    assert [b.count for b in calibration(many).bins] == [31]
