"""The search for rules keeps what is good in every variant."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.errors import BadPlay
from brink.play.answers.search import search
from brink.play.answers.tradeoffs import undominated
from brink.play.engine.moves import MoveTable
from brink.play.options.rules import drawn_rules, levers_within_means
from brink.play.setting import Setting, setting

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"


@pytest.fixture(scope="module")
def what() -> Setting:
    return setting(Definition.load(CASE), options=(), futures=1024, months=12)


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


@pytest.mark.slow
def test_the_front_beats_nothing_on_itself_and_is_judged_in_unseen_futures(what):
    found = search(what, rules=20, futures=128)
    assert found
    assert undominated(np.array([trial.worst for trial in found])).all()
    assert all(trial.worst[0] >= trial.mean[0] for trial in found)
    assert all(trial.worst_error[0] > 0 for trial in found)
    assert found == search(what, rules=20, futures=128)


@pytest.mark.slow
def test_the_worst_case_names_a_structure_and_a_motive(what):
    for trial in search(what, rules=12, futures=64):
        assert all(label.startswith("S") and ", H" in label for label in trial.worst_in)
