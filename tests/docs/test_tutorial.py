"""The commands in the documentation run as printed, and print what the tutorial shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from brink.cli.app import app

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"
HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))
BUNDLED = "pakistan-ttp"
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, *kinds: str) -> list[str]:
    """Code blocks of a page that are of one of the kinds, in order."""
    return [text for kind, text in _BLOCK.findall(page.read_text(encoding="utf-8")) if kind in kinds]


def commands(page: Path) -> list[str]:
    """Every line of a page's code blocks that runs brink."""
    joined = (block.replace("\\\n", " ") for block in blocks(page, "", "sh"))
    lines = [line for block in joined for line in block.splitlines()]
    return [line for line in lines if re.search(r"(?:^|\$\(|\| |&& )brink ", line)]


def run(lines: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run shell lines in order as a user would, stopping at the first that fails."""
    script = "set -eo pipefail; trap 'echo \"failed: $BASH_COMMAND\" >&2' ERR\n"
    start = f'brink() {{ {shlex.quote(sys.executable)} -m brink "$@"; }}\n'
    return subprocess.run(
        ["bash", "-c", script + start + "\n".join(lines)],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"},
        check=False,
    )


@pytest.mark.slow
def test_the_documentation_runs_and_prints_what_it_shows(tmp_path: Path):
    """One test, since each run reads and codes the bundled case."""
    ran = run(commands(TUTORIAL), tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert missing(blocks(TUTORIAL, "text"), ran.stdout + ran.stderr) == []
    for page in HOW_TO:
        ran = run([line for line in commands(page) if f" {BUNDLED}" in line], tmp_path)
        assert ran.returncode == 0, f"{page.name}: {ran.stderr}"


def missing(shown: list[str], printed: str) -> list[str]:
    """Pieces shown, between one `…` and the next, that were not printed."""
    pieces = [piece for block in shown for line in block.splitlines() for piece in line.split("…")]
    return [piece for piece in pieces if _plain(piece) not in _plain(printed)]


def test_what_is_shown_and_not_printed_is_found():
    assert missing(["coded … stories"], "coded 12 stories") == []
    assert missing(["coded … reports"], "coded 12 stories") == [" reports"]


@pytest.mark.parametrize("page", [ROOT / "README.md", TUTORIAL, *HOW_TO], ids=lambda page: page.name)
def test_commands_and_options_exist(page: Path):
    lines = commands(page)
    assert lines
    for line in lines:
        for call in calls(line):
            parse(shlex.split(call, comments=True)[1:])


def calls(line: str) -> list[str]:
    """The brink commands of a shell line, those within `$( )` first, which then stand as one word."""
    found: list[str] = []
    while inner := re.search(r"\$\(([^()]*)\)", line):
        found += calls(inner[1])
        line = line[: inner.start()] + "WORD" + line[inner.end() :]
    words = shlex.shlex(line, posix=False, punctuation_chars=True)
    words.whitespace_split, words.commenters = True, "#"
    command: list[str] = []
    for word in (*words, ";"):
        if word[0] in "|&;<>":
            found += [" ".join(command)] if command[:1] == ["brink"] else []
            command = [] if word[0] in "|&;" else ["redirected"]
        else:
            command.append(word)
    return found


def test_a_command_within_another_and_behind_a_pipe_is_found():
    line = 'brink a "$(brink b | cut -d\'"\' -f4)" --because "one | two" > x && brink c'
    assert calls(line) == ["brink b", 'brink a "WORD" --because "one | two"', "brink c"]


def test_an_option_that_does_not_exist_is_found():
    with pytest.raises(Exception, match="No such option: --aboot"):
        parse(["events", "sahel", "--aboot", "JNIM"])


def parse(words: list[str]) -> None:
    """Read a command's words as the command line does, without running it."""
    command = typer.main.get_command(app)
    while isinstance(command, TyperGroup):
        context = command.make_context("brink", list(words))
        _, command, words = command.resolve_command(context, [*context._protected_args, *context.args])
        assert command is not None
    command.make_context("brink", list(words))


def _plain(text: str) -> str:
    """Words alone: tables wrap cells, and terminals wrap lines."""
    return " ".join(text.split())
