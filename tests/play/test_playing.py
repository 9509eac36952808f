"""The options of the bundled case played forward: twins, caches, replays, answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.errors import BadModel, BadPlay
from brink.play.answers import sentences
from brink.play.answers.answers import Answers
from brink.play.answers.beliefs import Belief
from brink.play.answers.drivers import dimension, drivers, tamed
from brink.play.answers.effect import Effect
from brink.play.answers.explaining import explain, explained
from brink.play.answers.measures import column, columns
from brink.play.answers.story import month_rows, story
from brink.play.answers.summary import headings, notes, summary
from brink.play.answers.table import STATISTICS, long_table
from brink.play.engine.moves import MoveTable, Pull
from brink.play.many import merge, parse_shard, play_shard
from brink.play.model import bind
from brink.play.playing import Played, play_setting, replayed
from brink.play.setting import Setting, fewer, setting

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"
OPTIONS = ("talk", "strikes-belt", "ground", "strike-on-trigger", "fatwa", "cold-shoulder", "fatwa-again")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def what() -> Setting:
    case = Definition.load(CASE)
    clerics = next(option for option in case.options if option.id == "fatwa")
    again = clerics.model_copy(update={"id": "fatwa-again"})
    case = case.model_copy(update={"options": (*case.options, again)})
    return setting(case, options=OPTIONS, futures=2048, months=18, seed=5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("runs")


@pytest.fixture(scope="module")
def played(what, folder) -> Played:
    return play_setting(what, folder=folder)


@pytest.fixture(scope="module")
def answers(played) -> Answers:
    return Answers(played, beliefs={"weighed": Belief(motives={"H1": 0.7, "H2": 0.3})})


def refuses(*_: object) -> None:
    raise AssertionError("played again")


def test_a_second_run_plays_nothing_again(what, folder, played):
    again = play_setting(what, folder=folder, player=refuses)
    for option in played.grid.options:
        assert np.array_equal(again.grid.values[option], played.grid.values[option])


def test_the_do_nothing_twin_is_the_baseline_number_for_number(what, played):
    still = Pull("lever_truce", 0.0)
    never = Pull("lever_border", first=17, end=18, when=())
    twin = replace(what.plan("hold"), pulls=(still,))
    late = replace(what.plan("talk"), pulls=(never,))
    found = play_setting(replace(what, plans=(twin, late)))
    assert np.array_equal(found.grid.values["hold"], played.grid.values["hold"])
    # a lever pulled in the last month alone changes nothing that was counted before it
    assert not np.array_equal(found.grid.values["talk"], played.grid.values["hold"])


def test_options_share_every_future_until_they_begin(what):
    hold, strike = (replayed(what, option, 3) for option in ("hold", "strikes-belt"))
    assert np.array_equal(hold.states[:, 0], strike.states[:, 0])
    assert np.array_equal(hold.draws, strike.draws, equal_nan=True)
    assert not np.array_equal(hold.states[:, 1:], strike.states[:, 1:])


def test_a_replay_comes_to_what_was_counted(what, played):
    seen = replayed(what, "strikes-belt", 70)
    counted = what.counted.values(seen.outcomes[None, :], what.months)[0]
    repeat, point = divmod(70, what.points)
    assert np.allclose(played.grid.values["strikes-belt"][repeat, point], counted, rtol=1e-6)


def test_killed_adds_up_and_limits_slide_over_months(what):
    seen = replayed(what, "strikes-belt", 11)
    by = dict(
        zip(what.counted.names, what.counted.values(seen.outcomes[None, :], what.months)[0], strict=True)
    )
    parts = ("state_deaths", "target_civilian_deaths", "host_civilian_deaths", "interstate_deaths")
    parts = (*parts, "first_rival_deaths_now")
    assert by["killed"] == pytest.approx(sum(seen.state(part).sum() for part in parts))
    year = np.convolve(seen.state("host_civilian_deaths"), np.ones(12), mode="valid").max()
    assert by["limit_max_host_civilian_deaths_12"] == pytest.approx(year)
    assert by["mass_casualty"] == float((seen.state("largest_attack") >= 20).any())


def test_the_long_table_has_every_option_measure_and_documented_statistic(answers):
    rows = long_table(answers)
    assert {row.option for row in rows} == set(answers.options)
    assert {row.outcome for row in rows} >= {one.id for one in columns()}
    assert {row.statistic for row in rows} == set(STATISTICS)
    assert all(
        row.low <= row.value <= row.high for row in rows if row.low is not None and row.high is not None
    )


def test_the_baseline_differs_from_itself_by_nothing(answers):
    rows = [
        row for row in long_table(answers) if row.option == "hold" and row.statistic.startswith("difference")
    ]
    assert {(row.value, row.low, row.high) for row in rows} == {(0, 0, 0)}


def test_an_option_outside_the_money_is_said_to_be_and_not_recommended(answers):
    assert answers.means["ground"].verdict == "outside the money"
    assert "ground" not in answers.ranking
    assert any("Ground operation” is outside the money" in line for line in sentences.overview(answers))


def test_options_that_pull_the_same_levers_are_said_to_be_alike(answers):
    assert answers.alike["fatwa"] == ("fatwa-again",)
    assert answers.alike["cold-shoulder"] == ()
    assert "fatwa-again" not in answers.open_options
    assert any(line.startswith("fatwa, fatwa-again pull the same levers") for line in notes(answers))


def test_the_summary_has_a_line_an_option_with_every_column(answers):
    rows = summary(answers)
    assert [row["id"] for row in rows][-1] in ("ground", "fatwa-again")
    assert all(set(headings(answers)) == set(row) for row in rows)


def test_beliefs_stand_side_by_side(answers):
    assert set(answers.best_by_belief) == {"judged", "weighed"}


def test_the_simulation_never_says_will(answers):
    lines = [*sentences.overview(answers), *sentences.flips(answers)]
    lines += [sentences.failing(answers, option) for option in answers.failures]
    assert not [line for line in lines if " will " in f" {line} "]
    assert any("In the simulation" in line for line in lines)


def test_an_explanation_adds_up_to_the_effect(answers):
    found = explain(answers, "strikes-belt", futures=256, rows=64)
    for split in (found.alone, found.together):
        assert sum(split.shares.values()) + split.remainder == pytest.approx(split.total)
    assert len(list(explained(answers, found))) > 5
    told = {row["name"]: row["ends"] for row in found.as_dict(answers)["drivers"]}
    assert set(found.ends) == {name for name, ends in told.items() if ends is not None}
    assert all({"low", "high", "turns"} == set(ends) for ends in told.values() if ends)


def test_switching_everything_off_that_levers_reach_leaves_no_effect(what):
    effect = Effect(what, "talk", "attacks", futures=256)
    assert effect(frozenset()) != 0
    assert effect(frozenset(["truce"])) == 0


def test_a_story_has_a_sentence_a_month_and_a_row_a_month(what):
    seen = replayed(what, "strikes-belt", 2)
    lines = list(story(what, "strikes-belt", seen))
    assert len(lines) == what.months + 2
    assert lines[0].startswith("In the simulation, future 2") and lines[1].startswith("January 2023: ")
    rows = list(month_rows(what, seen))
    assert rows[1]["levers"]["lever_rung_4"] == 1 and rows[0]["levers"]["lever_rung_4"] == 0


def test_money_ranks_the_other_way_round(played):
    money = Answers(played, "money")
    best = money.best
    assert money.level(best, "money").mean == max(money.level(o, "money").mean for o in money.open_options)


def test_numbers_from_after_the_as_of_date_are_refused():
    with pytest.raises(BadModel, match=r"attacks\.level rests on data up to 2022-12-31"):
        setting(Definition.load(CASE), options=("hold",), futures=16, as_of=date(2022, 6, 30))


def test_a_measure_without_a_good_direction_is_not_ranked_by():
    with pytest.raises(BadPlay, match="'deaths' has no good direction"):
        _ = column("deaths").measure


def test_a_negative_future_is_refused(what):
    with pytest.raises(BadPlay, match="no future -1"):
        replayed(what, "hold", -1)


def test_unused_tables_compare_equal(what):
    assert MoveTable.of(what.counted.model).digest == what.moves("hold").digest


def test_shards_put_together_are_the_whole(what, played, tmp_path):
    two = fewer(what, ["talk"])
    for shard in (1, 2):
        play_shard(two, shard=shard, shards=2, into=tmp_path / str(shard))
    whole = merge(two, [tmp_path / "1", tmp_path / "2"], folder=tmp_path / "runs")
    assert np.array_equal(whole.grid.values["talk"], played.grid.values["talk"])
    assert play_setting(two, folder=tmp_path / "runs", player=refuses).grid.options == ("hold", "talk")


def test_shards_of_another_run_are_not_taken(what, tmp_path):
    with pytest.raises(BadPlay, match="no shard of option 'hold'"):
        merge(what, [tmp_path])


@pytest.mark.parametrize("text", ["0/2", "3/2", "2", "a/b"])
def test_a_shard_is_written_as_one_of_many(text):
    with pytest.raises(BadPlay, match="is no shard"):
        parse_shard(text)


def test_drivers_find_the_parameter_that_an_option_works_through(answers):
    found = drivers(answers, "talk", rows=128, most=4)
    assert len(found) == 4
    assert all(one.index.total >= -3 * one.index.total_error for one in found)
    assert [one.index.total for one in found] == sorted((one.index.total for one in found), reverse=True)


def test_a_column_is_varied_by_its_own_dimension_of_the_cube(what):
    positions = np.full((2, 256), 0.5)
    positions[1, dimension("strike_effect")] = 0.9
    low, high = bind(what.definition, positions=positions).table
    changed = {name for name, a, b in zip(what.bound.names, low, high, strict=True) if a != b}
    assert changed == {"strike_effect", "strike_factor"}


def test_far_values_are_drawn_in_and_order_and_sign_stay():
    drawn = tamed(np.array([-1e6, -1.0, 0.0, 2.0, 5.0]))
    assert (np.diff(drawn) > 0).all() and drawn[2] == 0 and abs(drawn[0]) < 20
