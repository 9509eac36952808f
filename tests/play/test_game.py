"""A wargame from a script: replayable, within means, and the same chance for every policy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from brink.case.definition import Definition
from brink.cli.app import app
from brink.errors import BadExport, BadPlay
from brink.play.answers.answers import Answers
from brink.play.engine.replay import replay
from brink.play.game.debrief import debrief, own_options
from brink.play.game.levers import actor_called, levers_of, levers_said
from brink.play.game.log import add_to_log, start_log, take_up
from brink.play.game.match import Match
from brink.play.game.onward import moves_onward, onward
from brink.play.playing import play_setting
from brink.play.setting import Setting, setting

ROOT = Path(__file__).parents[2]
CASE = ROOT / "brink" / "cases" / "pakistan-ttp"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def what() -> Setting:
    return setting(Definition.load(CASE), futures=1024, months=6)


def test_an_actor_holds_its_own_levers_and_those_of_its_parts(what):
    own = levers_of(what.definition, "Pakistan")
    assert {"drones", "covert-raids", "talks"} <= set(own)
    assert "joint-pressure" not in own
    assert set(levers_of(what.definition, "Pakistan Army")) < set(own)


def test_someone_without_levers_is_told_who_has_some(what):
    with pytest.raises(BadPlay, match=r"did you mean Pakistan.*holders: Pakistan Army, ISI"):
        Match(what, "Paksitan", 0)


def test_a_month_once_played_is_not_changed_by_later_choices(what):
    first, second = Match(what, "Pakistan", 4), Match(what, "Pakistan", 4)
    told = first.choose({"talks": 1.0})
    assert second.choose({"talks": 1.0}) == told
    second.choose({"airstrikes-belt": 1.0})
    assert (second.seen().states[:, 0] == first.seen().states[:, 0]).all()


def test_playing_the_partner_leaves_the_target_to_its_own_rules(what):
    match = Match(what, "United States", 4)
    for _ in range(6):
        match.choose({})
    assert match.measures() == match.measures_of("hold")


def test_a_campaign_beyond_the_reserves_is_refused(what):
    poor = next(
        f for f in range(what.points)
        if what.bound.values("start_money")[f] < what.bound.values("money_floor")[f]
    )  # fmt: skip
    with pytest.raises(BadPlay, match="ground-operation cannot be paid for"):
        Match(what, "Pakistan", poor).choose({"ground-operation": 1.0})


@pytest.mark.parametrize(
    ("choice", "why"), [({"talk": 1.0}, "did you mean talks"), ({"talks": 2.0}, "a level is from 0 to 1")]
)
def test_a_slip_is_named_and_plays_no_month(what, choice, why):
    match = Match(what, "Pakistan", 0)
    with pytest.raises(BadPlay, match=why):
        match.choose(choice)
    assert match.month == 0


@pytest.mark.parametrize(
    "choice",
    [{"full-closure": 1.0, "trade-opening": 0.5}, {"recognition": 1.0, "downgrade": 1.0}],
)
def test_what_undoes_itself_is_no_choice(what, choice):
    with pytest.raises(BadPlay, match="undo each other"):
        Match(what, "Pakistan", 0).choose(choice)


def test_levers_are_listed_with_prices_and_tolls(what):
    held = levers_of(what.definition, "Pakistan")
    lines = dict(zip(held, levers_said(what.definition, held), strict=True))
    assert "costs USD 0.2 to 3 million a strike; civilians: 10 to 50 killed" in lines["airstrikes-belt"]
    assert "no price known" in lines["talks"] and "taken for" not in lines["talks"]
    assert "; taken for 0.6 of the full effect; " in lines["ceasefire-offer"]


def test_who_plays_the_target_is_told_of_no_rule_of_its_own(what):
    told = [Match(what, "Pakistan", future).choose({}) for future in range(8)]
    assert all("its own rules rest" in line and "by its own rule" not in line for line in told)


def test_an_actor_is_found_by_any_of_its_names(what):
    assert actor_called(what.definition, "pakistan") == "Pakistan"
    assert actor_called(what.definition, "nobody") == "nobody"


def test_from_here_on_the_past_is_the_players_and_the_rest_the_options(what):
    match = Match(what, "Pakistan", 4)
    match.choose({"airstrikes-belt": 1.0})
    levers = replay(
        what.counted.model, what.bound.table, moves_onward(match, "talk"), seed=what.seed, future=4, months=4
    ).levers
    at = dict(zip(what.counted.model.levers, levers, strict=True))
    assert at["lever_as_given"].tolist() == [1, 0, 0, 0]
    assert at["lever_rung_4"].tolist() == [1, 0, 0, 0]
    assert at["lever_truce"].tolist() == [0, 1, 1, 1]


def test_holding_from_here_changes_nothing_against_holding(what):
    match = Match(what, "United States", 4)
    match.choose({})
    assert [(one.mean, one.here) for one in onward(match, ["hold"], further=3)] == [(0.0, 0.0)]


def test_the_end_names_what_the_player_could_not_see_or_take(what):
    match = Match(what, "Pakistan", 4)
    match.choose({"talks": 1.0})
    assert "drones-with-intelligence" not in own_options(match)
    said = "\n".join(debrief(match, Answers(play_setting(match.as_long()))))
    assert "What you could not see: it assumes that the host's motive is" in said
    assert "From here, 12 months on, against holding from now" in said


def test_a_log_is_taken_up_where_it_ended(what, tmp_path):
    match, log = Match(what, "Pakistan", 3), tmp_path / "game.jsonl"
    start_log(match, log)
    told = match.choose({"talks": 0.5})
    add_to_log(log, "January 2023", match.choices[0])
    again = Match(what, "Pakistan", 3)
    assert take_up(again, log) == [f"January 2023: {told}"]
    assert again.choices == match.choices


def test_a_log_of_another_game_says_what_differs(what, tmp_path):
    log = tmp_path / "game.jsonl"
    start_log(Match(what, "Pakistan", 3), log)
    with pytest.raises(BadPlay, match="another game: future 3, now 5"):
        take_up(Match(what, "Pakistan", 5), log)
    log.write_text("no log\n", encoding="utf-8")
    with pytest.raises(BadPlay, match="is no log of a game"):
        take_up(Match(what, "Pakistan", 3), log)


def test_a_log_that_cannot_be_written_is_named(what, tmp_path):
    with pytest.raises(BadExport, match=r"cannot write .*nowhere"):
        start_log(Match(what, "Pakistan", 3), tmp_path / "nowhere" / "game.jsonl")


def test_a_script_on_standard_input_plays_a_whole_game(tmp_path):
    shutil.copytree(CASE, tmp_path / "case", ignore=shutil.ignore_patterns("articles"))
    words = [
        "game",
        str(tmp_path / "case"),
        "--as",
        "Pakistan",
        "--months",
        "6",
        "--log",
        str(tmp_path / "g.jsonl"),
    ]
    ran = CliRunner().invoke(app, words, input="talks\n\nnone\nquit\n")
    assert ran.exit_code == 0, ran.stderr
    lines = ran.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:3]] == ["January 2023", "February 2023", "March 2023"]
    assert "  holding, Pakistan by its own rules (hold): " in ran.stdout
    logged = [json.loads(line) for line in (tmp_path / "g.jsonl").read_text().splitlines()]
    assert [row["levers"] for row in logged[1:]] == [{"talks": 1}, {"talks": 1}, {}]
