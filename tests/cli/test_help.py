"""The command line explains itself, quickly."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from tests.conftest import brink

COMMANDS = (
    "new", "read", "code", "brief", "cases", "stories", "events", "incidents", "claims", "ties", "actors",
    "sources", "compare", "show", "search", "judge", "weigh", "ledger", "export", "import",
    "forecast", "alerts", "backtest",
)  # fmt: skip
WEIGH = ("table", "link", "unlink", "links", "suggest", "accept", "decline")
JUDGE = ("merge", "split", "reject", "amend", "join", "part", "note", "accept", "undo", "list")
LEDGER = (
    "add", "update", "withdraw", "drafts", "confirm", "forecast", "list", "show", "resolve", "score", "verify", "export",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_its_help(command: str):
    said = brink(command, "--help").stdout
    assert "Example:" in said
    assert f"brink {command}" in said


@pytest.mark.parametrize("verb", LEDGER)
def test_every_verb_of_the_ledger_has_an_example_in_its_help(verb: str):
    said = brink("ledger", "CASE", verb, "--help").stdout
    assert "Example:" in said
    assert f" {verb}" in said


@pytest.mark.parametrize("verb", JUDGE)
def test_every_judgement_has_an_example_in_its_help(verb: str):
    said = brink("judge", "CASE", verb, "--help").stdout
    assert "Example:" in said
    assert f" {verb}" in said


@pytest.mark.parametrize("verb", WEIGH)
def test_every_way_to_weigh_has_an_example_in_its_help(verb: str):
    said = brink("weigh", "CASE", verb, "--help").stdout
    assert "Example:" in said
    assert f" {verb}" in said


def test_help_loads_nothing_heavy():
    heavy = "spacy numpy polars pyarrow altair trafilatura pydantic networkx datasketch".split()
    code = (
        "import sys; sys.argv = ['brink', '--help']\n"
        "from brink.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_help_costs_little_more_than_the_library_that_prints_it():
    def processor_seconds(*command: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    # In turn, so that what else the machine does falls on both.
    taken = [
        (processor_seconds("-c", "import typer.rich_utils"), processor_seconds("-m", "brink", "--help"))
        for _ in range(6)
    ]
    library, help_ = (min(one) for one in zip(*taken, strict=True))
    assert help_ < 1.5 * library


def test_a_case_that_is_not_there_is_named_with_what_to_do(tmp_path):
    ran = brink("events", str(tmp_path / "nowhere"))
    assert ran.returncode == 2
    assert "brink new nowhere" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_misspelt_bundled_case_is_met_with_its_name():
    ran = brink("events", "pakistan-tpp")
    assert ran.returncode == 2
    assert "pakistan-ttp" in ran.stderr
