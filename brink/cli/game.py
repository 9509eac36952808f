"""A wargame at the terminal or from a script, and the search for rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.bar import Bar
from brink.cli.opening import opened_view, say
from brink.cli.options import AsOf, CaseName, Csv, Json
from brink.cli.output import emit

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.play.answers.search import Trial
    from brink.play.game.match import Choice, Match

DEBRIEF_FUTURES = 2048


def game(
    case: CaseName,
    player: Annotated[str, typer.Option("--as", metavar="ACTOR", help="Who you play, such as Pakistan.")],
    future: Annotated[int, typer.Option("--future", min=0, help="Number of the future you are in.")] = 1,
    months: Annotated[int, typer.Option("--months", min=1, help="Months to play.")] = 12,
    log: Annotated[
        Path | None, typer.Option("--log", metavar="FILE", help="Keep the game there; goes on if it exists.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Chance.")] = 20221231,
    as_of: AsOf = None,
) -> None:
    """Play a wargame on the model: choose levers month by month, and the model answers.

    A line is a month: levers with a level, such as "talks full-closure=0.5"; "none"; an empty
    line for the same as last month; "levers" lists yours; "quit" ends. Lines may come from a
    script on standard input. At the end: what holding and the case's options would have come to
    in the same future.

    \b
    Example:
      printf 'talks\\n\\n\\nquit\\n' | brink game pakistan-ttp --as Pakistan --log game.jsonl
    """
    from brink.play.fit.posterior import kept_posterior
    from brink.play.game.log import start_log, take_up
    from brink.play.game.match import Match
    from brink.play.playing import setting_of

    view = opened_view(case, as_of)
    what = setting_of(view, futures=DEBRIEF_FUTURES, months=months, seed=seed, posterior=kept_posterior(view))
    match = Match(what, player, future)
    if log is not None and log.exists():
        for at, line in enumerate(take_up(match, log)):
            print(f"{at + 1}. {line}")
    elif log is not None:
        start_log(match, log)
    _play(match, log)
    _debrief(view, match)


def _play(match: Match, log: Path | None) -> None:
    from brink.errors import BadPlay
    from brink.play.game.log import add_to_log
    from brink.play.game.match import situation

    asking = sys.stdin.isatty()
    if asking:
        _list_levers(match)
    while not match.is_over:
        if asking:
            for line in situation(match):
                say(line)
            print(f"{match.month_words()}> ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line or line.strip() == "quit":
            break
        if line.strip() == "levers":
            _list_levers(match)
            continue
        month = match.month_words()
        try:
            choice = _choice(line, match)
            what_happened = match.choose(choice)
        except BadPlay as error:
            # A slip in one month must not end the game of a person; a script is told by its exit code.
            if not asking:
                raise
            say(str(error))
            continue
        if log is not None:
            add_to_log(log, month, choice)
        print(f"{month}: {what_happened}")


def _choice(line: str, match: Match) -> Choice:
    from brink.errors import BadPlay

    words = line.replace(",", " ").split()
    if not words:
        return match.choices[-1] if match.choices else {}
    if words == ["none"]:
        return {}
    choice = {}
    for word in words:
        name, _, level = word.partition("=")
        try:
            choice[name] = float(level) if level else 1.0
        except ValueError:
            raise BadPlay(f"{word!r}: write a lever with its level as talks=0.5") from None
    return choice


def _list_levers(match: Match) -> None:
    for lever in match.levers.values():
        say(f"  {lever.id}: {lever.name} ({lever.who}); {lever.limits}")


def _debrief(view: View, match: Match) -> None:
    from brink.play.answers.answers import Answers
    from brink.play.game.debrief import debrief
    from brink.play.playing import folder_of, play_setting

    played = play_setting(match.what, folder=folder_of(view))
    for line in debrief(match, Answers(played)):
        print(line)


def search_policy(
    case: CaseName,
    rules: Annotated[int, typer.Option("--rules", min=8, help="Rules drawn to begin with.")] = 90,
    futures: Annotated[int, typer.Option("--futures", min=64, help="Futures of the first round.")] = 512,
    months: Annotated[int, typer.Option("--months", min=1, help="Months played.")] = 36,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Draws of rules.")] = 1,
    as_of: AsOf = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Search for rules that are good under every structure and motive, and show the front.

    Rules pull one to three levers, always or on thresholds. All are played in few futures, the
    better third in three times as many, and so on; the last are judged in futures that the
    search never saw. A rule is judged by its worst structure and motive, on lives and money.

    \b
    Example:
      brink search-policy pakistan-ttp --rules 200
    """
    from brink.play.answers.search import search
    from brink.play.fit.posterior import kept_posterior
    from brink.play.playing import setting_of

    view = opened_view(case, as_of)
    what = setting_of(view, options=(), futures=16 * futures, months=months, posterior=kept_posterior(view))
    bar = Bar()
    bar.begin("playing rules", None)
    found = search(what, rules=rules, futures=futures, seed=seed)
    bar.end()
    emit(
        [_row(trial) for trial in found],
        columns=(
            "rule",
            "killed, worst case",
            "in",
            "killed, mean",
            "USD million, worst case",
            "USD million, mean",
        ),
        title=(
            f"In the simulation: rules beaten by none of {rules} on their worst case, against holding over "
            f"{months} months. killed: people, the group's fighters not counted, fewer is better; in: the "
            "structure (S) and the host's motive (H) of that worst case; USD million: left, more is better"
        ),
        as_json=as_json,
        as_csv=as_csv,
        empty="no rule was found; draw more with --rules",
    )


def _row(trial: Trial) -> dict[str, Any]:
    return {
        "rule": trial.rule.said(),
        "killed, worst case": round(trial.worst[0]),
        "in": trial.worst_in[0],
        "killed, mean": round(trial.mean[0]),
        # Losses of money are negative gains; people read what is left.
        "USD million, worst case": round(-trial.worst[1]),
        "USD million, mean": round(-trial.mean[1]),
        "futures": trial.futures,
    }
