"""Options of a case as pulls, with their bills and their errors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brink.case.definition import Definition
from brink.case.parts.base import Window
from brink.dates.months import month_number
from brink.errors import BadModel, BadPlay
from brink.play.options.bill import bill
from brink.play.options.plan import baseline_of, chosen, months_in, plan
from brink.play.setting import setting

JANUARY = month_number(2023, 1)
CASE = Path(__file__).parents[3] / "brink" / "cases" / "pakistan-ttp"


@pytest.fixture(scope="module")
def case() -> Definition:
    return Definition.load(CASE)


def option(case: Definition, name: str):
    return next(one for one in case.options if one.id == name)


def test_a_schedule_is_counted_from_the_first_month_played(case):
    (pull,) = plan(case, option(case, "strikes-belt"), start=JANUARY, months=36).pulls
    assert (pull.lever, pull.first, pull.end, pull.lasts) == ("lever_rung_4", 1, 13, None)


def test_a_trigger_waits_for_states_by_their_model_names(case):
    (pull,) = plan(case, option(case, "strike-on-trigger"), start=JANUARY, months=36).pulls
    assert [(w.state, w.comparison, w.value) for w in pull.when] == [
        ("largest_attack", "at least", 20), ("truce", "at most", 0)
    ]  # fmt: skip
    assert (pull.first, pull.lasts) == (0, 1)


def test_a_level_is_scaled_by_the_strength_of_its_lever(case):
    pulls = plan(case, option(case, "squeeze"), start=JANUARY, months=36).pulls
    assert [round(pull.level, 3) for pull in pulls] == [0.5, 0.15]


def test_what_starts_after_the_end_is_said_and_left_out(case):
    made = plan(case, option(case, "carrots"), start=JANUARY, months=3)
    assert len(made.pulls) == 1
    assert made.notes == (
        "recognition starts after the 3 months that are played",
        "help-against-isis-k starts after the 3 months that are played",
    )


def test_an_option_in_the_past_is_refused(case):
    with pytest.raises(
        BadPlay, match=r"'strikes-belt' pulls .* from 2023-02, but the first month .* 2023-07"
    ):
        setting(case, options=["strikes-belt"], futures=16, as_of=date(2023, 6, 30))


def test_an_unknown_option_names_the_nearest_and_all(case):
    with pytest.raises(BadPlay, match=r"did you mean ground.*options: hold, artillery"):
        chosen(case, ["grond"])


def test_the_baseline_always_comes_along(case):
    assert [one.id for one in chosen(case, ["talk"])] == ["hold", "talk"]


def test_a_case_without_a_still_option_is_given_one(case):
    without = case.model_copy(update={"options": (option(case, "talk"),)})
    assert baseline_of(without).moves == ()


def test_a_case_without_a_model_is_refused(case):
    with pytest.raises(BadModel, match="binds no model"):
        setting(case.model_copy(update={"model": None}), futures=16)


def test_no_futures_are_refused(case):
    with pytest.raises(BadPlay, match="0 futures of 36 months"):
        setting(case, futures=0)


@pytest.mark.parametrize(
    ("words", "months"), [((30, "day"), 1), ((31, "day"), 2), ((6, "week"), 2), ((1, "year"), 12)]
)
def test_lengths_are_rounded_up_to_months(words, months):
    assert months_in(Window(count=words[0], unit=words[1])) == months


def test_a_bill_by_hand(case):
    # six months at USD 30 to 300 million a month
    ground = bill(case, option(case, "ground"), start=JANUARY, months=36)
    assert (ground.target_low, ground.target_high) == (180, 1800)
    # from June 2023 to December 2025: 31 months at 10 to 200 a year, and 5 to 450 once
    helped = bill(case, option(case, "us-help"), start=JANUARY, months=36)
    assert helped.partner_low == pytest.approx(31 / 12 * 10 + 5)
    assert helped.partner_high == pytest.approx(31 / 12 * 200 + 450)
    assert (helped.target_low, helped.unpriced) == (0, ("us-intelligence",))


def test_every_option_that_is_asked_of_a_sanctuary_case_is_there(case):
    acts = {case_lever.id: case_lever.acts_on for case_lever in case.levers}
    used = {acts[move.lever] for one in case.options for move in one.moves}
    assert {"rung", "truce", "border", "trade", "pressure", "sanctions", "standing", "creed"} <= used
    assert {"money", "cooperation", "reward", "transit", "rivals"} <= used
    assert sum(any(move.when for move in one.moves) for one in case.options) >= 2
