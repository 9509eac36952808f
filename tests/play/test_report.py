"""Options played from Python."""

from __future__ import annotations

import ast
import shutil
import sys
from pathlib import Path
from subprocess import run

import pytest

from brink.errors import BadPlay, NotInCase
from brink.play import play

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def a_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("report") / "case"
    shutil.copytree(CASE, folder, ignore=shutil.ignore_patterns("articles"))
    return folder


@pytest.fixture(scope="module")
def report(a_folder):
    return play(a_folder, options=["talk", "strikes-belt"], futures=1024, months=12)


def test_the_long_table_and_the_summary_are_frames(report):
    assert report.table.columns == ["option", "outcome", "statistic", "unit", "value", "low", "high"]
    assert report.summary.height == 3


def test_rankings_and_tells_are_frames(report):
    assert {"belief", "option", "rank", "difference", "error"} == set(report.rankings.columns)
    assert report.tells["worth"].min() > -1e-6
    assert {"motive", "structure"} <= set(report.worths["unknown"])
    assert report.limits["option"][0] == "hold"


def test_a_report_shows_its_figure_and_says_its_reading(report):
    shown = report._repr_mimebundle_()
    assert shown["text/plain"].startswith("Every option is played in the same 1,024 futures")
    assert shown["image/svg+xml"].startswith("<svg")


def test_the_baseline_alone_has_no_figure(a_folder):
    alone = play(a_folder, options=["hold"], futures=64, months=3)
    assert alone.figure is None
    assert "no option within the money does better than holding" in "\n".join(alone.says)


def test_what_the_case_does_not_hold_is_named(a_folder, tmp_path):
    with pytest.raises(BadPlay, match="did you mean talk"):
        play(a_folder, options=["talks"])
    with pytest.raises(NotInCase):
        play(tmp_path / "nowhere")


def test_the_package_has_the_verb_of_the_command_line(a_folder):
    ran = run(
        [sys.executable, "-c", f"import brink; print(brink.play({str(a_folder)!r}, options=['talk'], "
         "futures=256, months=6).summary['id'].to_list())"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert sorted(ast.literal_eval(ran.stdout)) == ["hold", "talk"]
