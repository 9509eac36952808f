"""A wargame from a script: replayable, within means, and the same chance for every policy."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from brink.case.definition import Definition
from brink.cli.app import app
from brink.errors import BadPlay
from brink.play.game.log import add_to_log, start_log, take_up
from brink.play.game.match import Match, levers_of
from brink.play.playing import Setting, setting

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


def test_a_log_is_taken_up_where_it_ended(what, tmp_path):
    match, log = Match(what, "Pakistan", 3), tmp_path / "game.jsonl"
    start_log(match, log)
    told = match.choose({"talks": 0.5})
    add_to_log(log, "January 2023", match.choices[0])
    again = Match(what, "Pakistan", 3)
    assert take_up(again, log) == [told]
    assert again.choices == match.choices


def test_a_log_of_another_game_says_what_differs(what, tmp_path):
    log = tmp_path / "game.jsonl"
    start_log(Match(what, "Pakistan", 3), log)
    with pytest.raises(BadPlay, match="another game: future 3, now 5"):
        take_up(Match(what, "Pakistan", 5), log)
    log.write_text("no log\n", encoding="utf-8")
    with pytest.raises(BadPlay, match="is no log of a game"):
        take_up(Match(what, "Pakistan", 3), log)


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
    assert "  holding (hold): killed" in ran.stdout
    logged = [json.loads(line) for line in (tmp_path / "g.jsonl").read_text().splitlines()]
    assert [row["levers"] for row in logged[1:]] == [{"talks": 1}, {"talks": 1}, {}]
