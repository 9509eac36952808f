"""A wargame at the terminal or from a script."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.opening import opened_view, say
from brink.cli.options import AsOf, CaseName
from brink.cli.play_setting import PLAYER, Months, Seed, setting_as_kept

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.play.game.levers import Choice
    from brink.play.game.match import Match

DEBRIEF_FUTURES = 2048


def game(
    case: CaseName,
    player: Annotated[str, PLAYER],
    future: Annotated[int, typer.Option("--future", min=0, help="Number of the future you are in.")] = 1,
    months: Months = 12,
    log: Annotated[
        Path | None, typer.Option("--log", metavar="FILE", help="Keep the game there; goes on if it exists.")
    ] = None,
    seed: Seed = 20221231,
    as_of: AsOf = None,
) -> None:
    """Play a wargame on the model: choose levers month by month, and the model answers.

    A line is a month: levers with a level, such as "talks full-closure=0.5"; "none"; an empty
    line for the same as last month; "levers" lists yours with prices, "state" tells how things
    stand, "quit" ends. Lines may come from a script on standard input. At the end: what holding
    and the case's options would have come to in the same future, and what they would from here.

    \b
    Example:
      printf 'talks\\n\\n\\nquit\\n' | brink game pakistan-ttp --as Pakistan --log game.jsonl
    """
    from brink.play.game.levers import actor_called
    from brink.play.game.log import start_log, take_up
    from brink.play.game.match import Match

    view = opened_view(case, as_of)
    what = setting_as_kept(view, futures=DEBRIEF_FUTURES, months=months, seed=seed)
    match = Match(what, actor_called(view.definition, player), future)
    if log is not None and log.exists():
        for line in take_up(match, log):
            print(line)
    elif log is not None:
        start_log(match, log)
    try:
        _play(match, log)
    except SystemExit:
        # What Ctrl-C raises; without a log there is nothing for the same command to go on from.
        say(f"the game is kept in {log}" if log else "the game is not kept; with --log FILE it would be")
        raise
    _debrief(view, match)


def _play(match: Match, log: Path | None) -> None:
    from brink.play.game.situation import HOW

    asking = sys.stdin.isatty()
    if asking:
        _list_levers(match)
        say(HOW)
    seen = -1
    while not match.is_over:
        if asking:
            if match.month > seen:
                _tell(match)
            seen = match.month
            print(f"{match.month_words()}> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        word = line.strip().casefold()
        if not line or word in ("quit", "exit"):
            break
        if word in ("levers", "help", "?"):
            _list_levers(match)
            say(HOW)
        elif word == "state":
            _tell(match)
        else:
            _month(match, line, log, asking=asking)


def _month(match: Match, line: str, log: Path | None, *, asking: bool) -> None:
    from brink.errors import BadPlay
    from brink.play.game.log import add_to_log

    month = match.month_words()
    try:
        choice = _choice(line, match)
        what_happened = match.choose(choice)
    except BadPlay as error:
        # A slip in one month must not end the game of a person; a script is told by its exit code.
        if not asking:
            raise
        say(str(error))
        return
    if log is not None:
        add_to_log(log, month, choice)
    print(f"{month}: {what_happened}")


def _tell(match: Match) -> None:
    from brink.play.game.situation import situation

    for line in situation(match):
        say(line)


def _choice(line: str, match: Match) -> Choice:
    from brink.errors import BadPlay

    words = line.replace(",", " ").split()
    if not words:
        return match.choices[-1] if match.choices else {}
    if words == ["none"]:
        return {}
    choice: dict[str, float] = {}
    for word in words:
        name, _, level = word.partition("=")
        if name in choice:
            raise BadPlay(f"{name} is named twice in one month; give it once")
        try:
            choice[name] = float(level) if level else 1.0
        except ValueError:
            raise BadPlay(f"{word!r}: write a lever with its level as talks=0.5") from None
    return choice


def _list_levers(match: Match) -> None:
    from brink.play.game.levers import levers_said

    for line in levers_said(match.what.definition, match.levers):
        say(line)


def _debrief(view: View, match: Match) -> None:
    from brink.play.answers.answers import Answers
    from brink.play.game.debrief import debrief
    from brink.play.playing import folder_of, play_setting

    played = play_setting(match.as_long(), folder=folder_of(view))
    for line in debrief(match, Answers(played)):
        print(line)
