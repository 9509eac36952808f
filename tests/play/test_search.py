"""The search for rules keeps what is good in every variant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.errors import BadPlay
from brink.play.answers.search import Judged, Trial, halves, higher_elsewhere, search
from brink.play.answers.tradeoffs import undominated
from brink.play.engine.moves import MoveTable
from brink.play.options.rules import Rule, drawn_rules, levers_within_means
from brink.play.setting import Setting, setting

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"


@pytest.fixture(scope="module")
def what() -> Setting:
    return setting(Definition.load(CASE), options=(), futures=1024, months=12)


@pytest.fixture(scope="module")
def front(what: Setting) -> list[Trial]:
    return search(what, rules=12, futures=128)


def test_rules_are_different_and_the_same_for_one_seed(what):
    first, again = (drawn_rules(what.definition, 40, seed=3) for _ in range(2))
    assert [rule.said() for rule in first] == [rule.said() for rule in again]
    assert len({rule.said() for rule in first}) == 40


def test_rules_stay_within_means_and_fit_the_model(what):
    assert "ground-operation" not in {lever.id for lever in levers_within_means(what.definition)}
    for rule in drawn_rules(what.definition, 60, seed=5):
        table = MoveTable.of(what.counted.model, rule.pulls)
        assert 1 <= len(table.lever) <= 3


def test_rules_pull_only_the_levers_that_are_given(what):
    rules = drawn_rules(what.definition, 6, seed=5, among={"talks", "drones"})
    assert {clause.lever.id for rule in rules for clause in rule.clauses} <= {"talks", "drones"}
    with pytest.raises(BadPlay, match="no lever is left"):
        drawn_rules(what.definition, 6, seed=5, among={"ground-operation"})


def test_no_rule_takes_back_what_it_does(what):
    rules = drawn_rules(what.definition, 60, seed=5)
    acts = [{clause.lever.acts_on for clause in rule.clauses} for rule in rules]
    assert not [on for on in acts if {"border", "transit"} <= on or {"standing", "reward"} <= on]


def test_no_point_is_searched_on_and_told_on(what):
    here, there = halves(what, seed=1)
    assert here.points + there.points == what.points
    assert abs(here.points - there.points) <= what.points / 8
    assert not set(map(tuple, here.bound.table)) & set(map(tuple, there.bound.table))


def test_points_with_one_draw_of_the_fit_lie_on_one_side(what):
    table = what.bound.table.copy()
    at = what.bound.names.index("attacks_level")
    table[:, at] = np.arange(len(table)) % 20
    here, there = halves(replace(what, bound=replace(what.bound, table=table)), seed=1)
    seen, unseen = (set(zip(w.bound.structure, w.bound.table[:, at], strict=True)) for w in (here, there))
    assert seen and unseen and not seen & unseen


def test_the_front_is_chosen_where_it_was_searched_and_told_elsewhere(front):
    assert front
    assert undominated(np.array([trial.searched.worst for trial in front])).all()
    for trial in front:
        assert trial.unseen.worst[0] >= trial.unseen.mean[0]
        assert trial.unseen.worst_error[0] > 0
        assert trial.unseen.worst != trial.searched.worst


def test_the_worst_case_names_a_structure_and_a_motive(front):
    for trial in front:
        assert trial.unseen.worst_in[0].startswith("S") and ", H" in trial.unseen.worst_in[0]


def test_how_much_the_search_flatters_is_the_mean_rise_of_worst_cases():
    def judged(worst: float, error: float) -> Judged:
        return Judged((0.0, 0.0), (worst, 0.0), (error, 0.0), ("", ""), points=1, futures=1)

    rule = Rule(())
    found = [
        Trial(rule, judged(-100, 3), judged(-70, 4), stays=True),
        Trial(rule, judged(10, 6), judged(0, 8), stays=False),
    ]
    # Rises of 30 and -10; errors of 5 and 10.
    assert higher_elsewhere(found) == pytest.approx((10, 7.5))


@pytest.mark.slow
def test_a_search_comes_out_the_same_again(what, front):
    assert search(what, rules=12, futures=128) == front
