"""`brink play` as a user and as a program."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ROOT / "brink" / "cases" / "pakistan-ttp"
ENV = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"}

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


def brink(*words: str, **given: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "brink", *words], capture_output=True, text=True, env=ENV, check=False, **given
    )


def test_an_unknown_option_is_wrong_use_and_named(a_case):
    ran = brink("play", str(a_case), "--options", "strike-belt", "--futures", "64")
    assert ran.returncode == 2
    assert "did you mean strikes-belt" in ran.stderr and ran.stdout == ""


def test_an_unknown_measure_is_told_before_anything_is_played(a_case):
    ran = brink("play", str(a_case), "--by", "happiness")
    assert ran.returncode == 2
    assert "measures: killed, attacks" in ran.stderr and "playing" not in ran.stderr


def test_json_lines_are_the_long_table(a_case):
    ran = brink("play", str(a_case), "--options", "talk", "--futures", "64", "--months", "3", "--json")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert set(rows[0]) == {"option", "outcome", "statistic", "unit", "value", "low", "high"}
    assert {row["option"] for row in rows} == {"hold", "talk"}


def test_a_parquet_file_holds_the_same_rows(a_case, tmp_path):
    import polars as pl

    out = tmp_path / "table.parquet"
    ran = brink(
        "play",
        str(a_case),
        "--options",
        "talk",
        "--futures",
        "64",
        "--months",
        "3",
        "--csv",
        "--parquet",
        str(out),
    )
    assert pl.read_parquet(out).height == len(ran.stdout.splitlines()) - 1


def test_a_stopped_run_goes_on_to_the_same_numbers(a_case, tmp_path):
    words = ["play", str(a_case), "--options", "talk", "--futures", "12000", "--months", "12", "--json"]
    started = subprocess.Popen(
        [sys.executable, "-m", "brink", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENV
    )
    _wait_for_a_block(a_case / "runs", started)
    started.send_signal(signal.SIGINT)
    started.wait(timeout=120)
    stopped = brink(*words)
    shutil.rmtree(a_case / "runs")
    assert stopped.stdout == brink(*words).stdout != ""


def _wait_for_a_block(runs: Path, running: subprocess.Popen[bytes]) -> None:
    """Until the first option has begun, or the run is over."""
    for _ in range(600):
        if running.poll() is not None or (runs / "unfinished").exists():
            time.sleep(0.5)
            return
        time.sleep(0.1)


def _played_with(tmp_path: Path, name: str, *, from_year: int) -> list[float]:
    """Means of holding when every dyad's counts from a year on are a thousand times as high."""
    import polars as pl

    from brink.case.folder import open_case
    from brink.case.view import View
    from brink.play.playing import play_setting, setting_of

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
