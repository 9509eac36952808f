"""`brink play` as a user and as a program."""

from __future__ import annotations

import json
import re
import shutil
import signal
from pathlib import Path

import pytest

from brink.cli import _interrupted
from brink.cli.play_setting import PlayProgress
from tests.conftest import brink

ROOT = Path(__file__).parents[2]
CASE = ROOT / "brink" / "cases" / "pakistan-ttp"
FEW = ("--options", "talk", "--futures", "64", "--months", "3")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def a_case(tmp_path_factory) -> Path:
    """The bundled case without articles, and without series to fit to, so that no test waits for a fit."""
    folder = tmp_path_factory.mktemp("play") / "case"
    shutil.copytree(CASE, folder, ignore=shutil.ignore_patterns("articles"))
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    bare = re.sub(r"(?m)^  fits_to:\n(?:    .*\n)+|^  history: .*\n", "", text)
    (folder / "case.yaml").write_text(bare, encoding="utf-8")
    return folder


def test_an_unknown_option_is_wrong_use_and_named(a_case):
    ran = brink("play", str(a_case), "--options", "strike-belt", "--futures", "64")
    assert ran.returncode == 2
    assert "did you mean strikes-belt" in ran.stderr and ran.stdout == ""


def test_an_unknown_measure_is_told_before_anything_is_played(a_case):
    ran = brink("play", str(a_case), "--by", "happiness")
    assert ran.returncode == 2 and "measures: killed, attacks" in ran.stderr
    assert "playing" not in ran.stderr


def test_json_lines_are_the_long_table(a_case):
    ran = brink("play", str(a_case), *FEW, "--json")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert set(rows[0]) == {"option", "outcome", "statistic", "unit", "value", "low", "high"}
    assert {row["option"] for row in rows} == {"hold", "talk"}


def test_a_parquet_file_holds_the_same_rows(a_case, tmp_path):
    import polars as pl

    out = tmp_path / "table.parquet"
    ran = brink("play", str(a_case), *FEW, "--csv", "--parquet", str(out))
    assert pl.read_parquet(out).height == len(ran.stdout.splitlines()) - 1


def test_a_stopped_run_goes_on_to_the_same_numbers(a_case, monkeypatch):
    words = ["play", str(a_case), "--options", "talk", "--futures", "12000", "--months", "6", "--json"]
    told: list[int] = []

    def tell(self: PlayProgress, done: int, total: int) -> None:
        told.append(done)
        if len(told) == 2:
            _interrupted(signal.SIGINT, None)

    monkeypatch.setattr(PlayProgress, "_told", tell)
    stopped = brink(*words)
    assert stopped.returncode == 130 and stopped.stdout == "" and (a_case / "runs" / "unfinished").exists()
    taken_up = brink(*words)
    blocks = len(told) - 2
    shutil.rmtree(a_case / "runs")
    assert taken_up.stdout == brink(*words).stdout != ""
    assert 0 < blocks < len(told) - 2 - blocks


def test_a_dask_scheduler_gives_the_same_rows(a_case):
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    here = brink("play", str(a_case), *FEW, "--json")
    shutil.rmtree(a_case / "runs")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
    ) as cluster:
        there = brink("play", str(a_case), *FEW, "--json", "--dask", cluster.scheduler_address)
    assert there.returncode == 0 and there.stdout == here.stdout != ""


def _played_with(tmp_path: Path, name: str, *, from_year: int) -> list[float]:
    """Means of holding when every dyad's counts from a year on are a thousand times as high."""
    import polars as pl

    from brink.case.folder import open_case
    from brink.case.view import View
    from brink.play.playing import play_setting
    from brink.play.setting import setting_of

    folder = tmp_path / name
    shutil.copytree(CASE, folder, ignore=shutil.ignore_patterns("articles"))
    table = folder / "series" / "ucdp_dyad_month.parquet"
    raised = [pl.when(pl.col("year") >= from_year).then(pl.col(c) * 1000).otherwise(pl.col(c)).alias(c)
              for c in ("events", "deaths")]  # fmt: skip
    pl.read_parquet(table).with_columns(raised).write_parquet(table)
    what = setting_of(View(open_case(folder)), options=["talk"], futures=64, months=3)
    played = play_setting(what)
    return [float(played.grid.outcome("talk", name).mean()) for name in ("killed", "attacks", "money")]


def test_nothing_dated_later_moves_a_number(tmp_path):
    as_it_is = _played_with(tmp_path, "as-it-is", from_year=9999)
    assert _played_with(tmp_path, "poisoned", from_year=2023) == as_it_is
    # the same poison in the last year that may be known does move them
    assert _played_with(tmp_path, "earlier", from_year=2022) != as_it_is
