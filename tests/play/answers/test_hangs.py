"""Each option that is told as better or worse is told with what that hangs on most."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.play.answers.answers import Answers
from brink.play.answers.drivers import epsilon_squared
from brink.play.answers.hangs import hang_row, hang_said, hangs_on, is_told, share_by_chance
from brink.play.answers.swing import End, Swing
from brink.play.playing import play_setting
from brink.play.setting import setting

CASE = Path(__file__).parents[3] / "brink" / "cases" / "pakistan-ttp" / "case.yaml"


@pytest.fixture(scope="module")
def the_answers() -> Answers:
    options = ["joint", "us-help", "squeeze", "cold-shoulder"]
    what = setting(Definition.load(CASE), options=options, futures=4096, months=24)
    return Answers(play_setting(what))


def test_joint_pressure_hangs_on_the_answer_to_foreign_help(the_answers):
    one = next(one for one in hangs_on(the_answers) if one.option == "joint")
    assert one.name == "cooperation_retaliation"
    assert one.ends.low.effect < one.ends.high.effect
    assert "(cooperation.retaliation, assumed)" in hang_said(the_answers, one)


def test_only_where_both_ends_are_clear_the_sign_is_said_to_hang_on_it(the_answers):
    one = next(one for one in hangs_on(the_answers) if one.option == "us-help")
    low, high = End("here", -40.0, 10.0), End("there", 900.0, 90.0)
    turning = replace(one, ends=Swing(low, high))
    name = "“US money, intelligence and equipment”"
    assert hang_said(the_answers, turning).startswith(f"Whether {name} does better or worse than holding")
    staying = replace(one, ends=Swing(replace(low, error=30.0), high))
    assert hang_said(the_answers, staying).startswith(f"What {name} changes hangs most on")


def test_every_entry_belongs_to_an_option_whose_mean_is_told_from_zero(the_answers):
    assert hangs_on(the_answers)
    assert all(is_told(the_answers, one.option) for one in hangs_on(the_answers))
    assert not is_told(the_answers, the_answers.baseline)


def test_a_number_that_each_motive_sets_does_not_stand_in_for_the_motive(the_answers):
    names = [one.name for one in hangs_on(the_answers) if one.option == "squeeze"]
    assert names == ["motive"]


def test_a_row_gives_both_ends_and_the_grounds(the_answers):
    one = next(one for one in hangs_on(the_answers) if one.option == "us-help")
    row = hang_row(the_answers, replace(one, share=0.5))
    assert (row["unknown"], row["share"], row["unit"]) == ("cooperation.retaliation", 0.5, "people")
    assert row["low_effect"] < row["high_effect"] and "one case" in row["grounds"]


def test_few_points_and_many_unknowns_leave_much_to_chance():
    # Effects of nothing at 64 points: of 120 unknowns in eight groups of eight, the largest share.
    rng = np.random.default_rng(1)
    groups = np.array([rng.permutation(np.repeat(np.arange(8), 8)) for _ in range(120)])
    largest = [max(epsilon_squared(rng.normal(size=64), group) for group in groups) for _ in range(40)]
    bound = share_by_chance(64, 8, tried=120)
    # One in a hundred may pass: of 40, two or more do so with a chance of 6 %.
    assert sum(one > bound for one in largest) <= 2
    assert bound < 0.6
    assert share_by_chance(16, 8, tried=120) > 0.8
