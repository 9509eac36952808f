"""A run that is killed loses nothing: the next one completes to the same result."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brink.case.coding import STORIES_A_TASK
from tests.conftest import brink, rows

LISTINGS = ("stories", "events", "claims", "ties", "incidents")


def everything(case: Path) -> dict[str, object]:
    return {name: rows(name, str(case)) for name in LISTINGS}


@pytest.mark.slow
@pytest.mark.parametrize("seed", [3, 11])
def test_killed_at_a_random_moment_and_run_again_gives_the_same_rows(
    a_small_case: Path, a_coded_case: Path, seed: int
):
    chance = random.Random(seed)
    for _ in range(3):
        running = subprocess.Popen(
            [sys.executable, "-m", "brink", "code", str(a_small_case)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.2, 3.5))
        running.send_signal(signal.SIGKILL)
        running.wait()
    assert brink("code", str(a_small_case)).returncode == 0
    assert everything(a_small_case) == everything(a_coded_case)


@pytest.mark.slow
def test_an_interrupted_run_says_so_and_the_next_one_completes(a_small_case: Path, a_coded_case: Path):
    running = subprocess.Popen(
        [sys.executable, "-m", "brink", "code", str(a_small_case)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert running.stderr is not None
    assert running.stderr.readline().startswith(b"reading")
    running.send_signal(signal.SIGINT)
    said = running.stderr.read().decode()
    assert running.wait() == 130
    assert "the case is whole" in said
    assert "Traceback" not in said
    assert brink("code", str(a_small_case)).returncode == 0
    assert everything(a_small_case) == everything(a_coded_case)


@pytest.mark.slow
def test_the_order_of_hashes_changes_no_row(
    a_small_case: Path, a_coded_case: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PYTHONHASHSEED", "20")
    assert brink("code", str(a_small_case)).returncode == 0
    assert everything(a_small_case) == everything(a_coded_case)


def test_a_second_run_reads_and_codes_nothing(a_coded_case: Path):
    said = brink("code", str(a_coded_case)).stderr
    assert "read 0 files (4 unchanged" in said
    assert "coded 0 stories (4 unchanged)" in said


def test_a_changed_file_is_read_again_and_only_it(a_small_case: Path):
    assert brink("code", str(a_small_case)).returncode == 0
    (a_small_case / "articles" / "menaka.txt").write_text(
        "MENAKA, Mali, April 3 2024 - Islamic State fighters shot dead six herders on Wednesday.\n",
        encoding="utf-8",
    )
    said = brink("code", str(a_small_case)).stderr
    assert "read 1 files (3 unchanged" in said
    assert "coded 1 stories" in said


def test_a_removed_file_takes_its_rows_with_it(a_small_case: Path):
    assert brink("code", str(a_small_case)).returncode == 0
    (a_small_case / "articles" / "menaka.txt").unlink()
    assert "1 gone" in brink("code", str(a_small_case)).stderr
    assert {row["document"] for row in rows("events", str(a_small_case))} <= {
        "gao.txt", "gao-agency.txt", "gao-copy.txt",
    }  # fmt: skip


def test_two_workers_give_the_rows_of_one(a_small_case: Path, tmp_path: Path):
    # More stories than one task holds, or no second worker would ever start.
    for day in range(1, 2 * STORIES_A_TASK):
        report = (
            f"GAO, Mali, May {day} 2024 - JNIM fighters killed {day + 2} soldiers near Gao, the army said.\n"
        )
        (a_small_case / "articles" / f"may-{day}.txt").write_text(report, encoding="utf-8")
    alone = shutil.copytree(a_small_case, tmp_path / "alone")
    assert brink("code", str(a_small_case), "--workers", "2").returncode == 0
    assert brink("code", str(alone)).returncode == 0
    assert everything(a_small_case) == everything(alone)


def test_judgements_survive_reading_again(a_small_case: Path):
    assert brink("code", str(a_small_case)).returncode == 0
    event = rows("events", str(a_small_case))[0]["id"]
    assert brink("judge", str(a_small_case), "reject", str(event), "--because", "test").returncode == 0
    (a_small_case / "articles" / "gao.txt").touch()
    assert brink("code", str(a_small_case)).returncode == 0
    assert event not in [row["id"] for row in rows("events", str(a_small_case))]
