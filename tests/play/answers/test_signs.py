"""What a look at one tell is worth, and the order of options under each set of weights."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from brink.case.folder import open_case
from brink.case.view import View
from brink.play.answers.answers import PRIOR, Answers
from brink.play.answers.beliefs import Belief
from brink.play.answers.information import worth_of_answer
from brink.play.answers.sides import points_that_count, sides, sides_said
from brink.play.answers.signs import worth_of_look
from brink.play.answers.signs_said import signs_said
from brink.play.playing import play_setting
from brink.play.setting import setting_of
from brink.weigh.tells import chances_under

CASE = Path(__file__).parents[3] / "brink" / "cases" / "pakistan-ttp"
# Two hypotheses, weights 0.6 and 0.4; talking costs 10 lives under the first and 30 under the second,
# striking 22 and 15. Now: talk 18, strike 19.2, so talk.
LOSSES = np.array([[10.0, 30.0], [22.0, 15.0]])
WEIGHTS = np.array([0.6, 0.4])


def test_a_look_by_hand():
    # Seen with 0.2 under the first and 0.9 under the second: in all 0.12 + 0.36 = 0.48. Seen, the weights are
    # 1/4 and 3/4: talk 25, strike 16.75. Not seen, 0.48 and 0.04 of 0.52: talk 6/0.52, strike 11.16/0.52.
    # 18 - (0.48 x 16.75 + 6) = 3.96; by point -2.4 and 13.5.
    look = worth_of_look(LOSSES, WEIGHTS, np.array([0.2, 0.9]))
    assert look.chance == pytest.approx(0.48)
    assert look.value == pytest.approx(3.96)
    assert look.error == pytest.approx(np.sqrt((0.6 * 6.36) ** 2 + (0.4 * 9.54) ** 2))
    assert (look.now, look.if_seen, look.if_not) == ((0, 1), (1, 0), (0, 1))


def test_a_sight_that_tells_all_is_worth_as_much_as_the_answer():
    answer = worth_of_answer(LOSSES, WEIGHTS, np.array(["a", "b"]), about="m", options=("talk", "strike"))
    assert worth_of_look(LOSSES, WEIGHTS, np.array([0.0, 1.0])).value == pytest.approx(answer.value)


@given(
    arrays(float, (3, 5), elements=st.floats(-100, 100)),
    arrays(float, 5, elements=st.floats(0.01, 1)),
    arrays(float, 5, elements=st.floats(0, 1)),
)
def test_a_look_is_worth_between_nothing_and_the_answer_it_speaks_of(losses, weights, seen):
    weights = weights / weights.sum()
    value = worth_of_look(losses, weights, seen).value
    known = worth_of_answer(losses, weights, np.arange(5), about="m", options=("a", "b", "c")).value
    assert -1e-9 <= value <= known + 1e-9


def test_a_tell_that_every_answer_expects_alike_is_worth_nothing():
    look = worth_of_look(LOSSES, WEIGHTS, np.array([0.7, 0.7]))
    assert look.value == pytest.approx(0, abs=1e-12)
    assert look.if_seen == look.if_not == look.now


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    folder = tmp_path_factory.mktemp("signs")
    shutil.copy(CASE / "case.yaml", folder)
    shutil.copytree(CASE / "series", folder / "series")
    view = View(open_case(folder))
    what = setting_of(view, options=["talk", "carrots", "strikes-belt"], futures=512, months=6)
    ruse = Belief(motives={"H4": 1.0})
    return Answers(play_setting(what), beliefs={"weighed evidence": ruse}, so_far={("ruse", "x"): 1})


def test_every_tell_of_the_case_is_tried_under_every_belief_on_motives_and_measure(answers: Answers):
    tells = sum(len(h.if_true) + len(h.if_false) for h in answers.setting.definition.hypotheses)
    assert len(answers.signs) == tells * 2 * 3
    assert {sign.belief for sign in answers.signs} == {"judged", "weighed evidence"}


def test_the_chance_of_seeing_a_tell_is_that_of_its_hypotheses_by_their_weights(answers: Answers):
    sign = next(s for s in answers.signs if s.sees.startswith("no losses") and s.belief == "weighed evidence")
    ruse = next(h for h in answers.setting.definition.hypotheses if h.id == "ruse")
    chances, _ = chances_under("if_true", ruse.if_true[0], "ruse", ["ruse"])
    assert sign.chance == pytest.approx(chances["ruse"])
    assert sign.worth == pytest.approx(0, abs=1e-9)


def test_orders_stand_side_by_side_and_the_judged_one_is_untouched(answers: Answers):
    held = list(sides(answers))
    judged = {side.option: side for side in held if side.belief == PRIOR}
    assert sorted(side.rank for side in judged.values()) == list(range(1, len(judged) + 1))
    for option, side in judged.items():
        assert side.difference == pytest.approx(answers.difference(option).mean)
    weighed = next(s for s in held if s.belief == "weighed evidence" and s.option == "talk")
    change = answers.grid.change("talk", "killed").mean(axis=0)
    assert weighed.difference == pytest.approx(change[answers.grid.parameter("motive") == 4].mean())


def test_the_words_name_both_weights_and_how_many_points_carry_them(answers: Answers):
    said = list(sides_said(answers))
    assert "as judged in the case" in " ".join(said) and "from weighing the evidence" in " ".join(said)
    assert points_that_count(answers, "judged") == answers.grid.n_points
    assert points_that_count(answers, "weighed evidence") == int(
        (answers.grid.parameter("motive") == 4).sum()
    )
    assert any("merged" in line or "kept apart" in line for line in said)


def test_a_belief_that_rules_out_all_but_one_motive_makes_looking_worthless(answers: Answers):
    said = [line for line in signs_said(answers) if "worth nothing here" in line]
    assert said and all("from weighing the evidence" in line for line in said)


def test_what_no_tell_changes_under_any_weights_is_said_once(answers: Answers):
    said = list(signs_said(answers))
    idle = {"killed", "money", "fighting_months"} - {sign.measure for sign in answers.signs if sign.turns}
    assert sum(line.startswith("None of the ") for line in said) == bool(idle)
    assert len(said) == len(set(said))
