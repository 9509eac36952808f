"""One option explained, and one future told month by month."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.bar import Bar
from brink.cli.opening import opened_view, say
from brink.cli.options import AsOf, CaseName, Json
from brink.cli.play_setting import By, Futures, Months, Seed, answers_for, posterior_for, setting_for

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers
    from brink.play.answers.explaining import Explained


def why(
    case: CaseName,
    option: Annotated[str, typer.Argument(metavar="OPTION", help="Id of the option to explain.")],
    futures: Futures = 10_000,
    months: Months = 36,
    by: By = "killed",
    seed: Seed = 20221231,
    figures: Annotated[
        Path | None,
        typer.Option("--figures", metavar="DIR", help="Draw what drives the effect."),
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Explain one option: which mechanisms carry its effect, when it fails, what drives the outcome.

    Mechanisms are switched off in the option and in holding alike, and the change of the
    difference is shared out by Shapley values, which add up to the whole.

    \b
    Example:
      brink why pakistan-ttp drones-with-intelligence
    """
    from brink.play.answers.explaining import explain, explained
    from brink.play.playing import folder_of

    view = opened_view(case, as_of)
    posterior = posterior_for(view)
    what = setting_for(view, option, futures, months, seed, posterior)
    answers = answers_for(view, what, by, posterior=posterior)
    bar = Bar()
    bar.begin("switching mechanisms off", None)
    found = explain(answers, option, folder=folder_of(view))
    bar.end()
    if figures is not None:
        _drawn(answers, found, figures)
    if as_json:
        print(json.dumps(found.as_dict(answers), ensure_ascii=False))
        return
    for line in explained(answers, found):
        print(line)


def _drawn(answers: Answers, found: Explained, folder: Path) -> None:
    from brink.errors import BadExport
    from brink.plots.drivers import drivers_figure
    from brink.plots.files import write_figures

    figure = drivers_figure(answers, found.option, found.drivers)
    try:
        for path in write_figures([figure] if figure else [], folder):
            say(f"wrote {path}")
    except OSError as error:
        raise BadExport(f"cannot write into {folder}: {error.strerror or error}") from error


def replay(
    case: CaseName,
    future: Annotated[int, typer.Argument(metavar="FUTURE", help="Number of the future, from 0 on.")],
    option: Annotated[str, typer.Option("--option", metavar="ID", help="The option in force.")] = "hold",
    months: Months = 36,
    seed: Seed = 20221231,
    futures: Futures = 50_000,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Tell one future of the simulation month by month.

    The same number, seed and --futures tell the future that `brink play` counted, under any
    option. --json gives every state, lever and draw, a month a line.

    \b
    Example:
      brink replay pakistan-ttp 1207 --option strikes-belt
    """
    from brink.play.answers.story import month_rows, story
    from brink.play.playing import replayed

    view = opened_view(case, as_of)
    what = setting_for(view, option, futures, months, seed, posterior_for(view))
    seen = replayed(what, option, future)
    if as_json:
        for row in month_rows(what, seen):
            print(json.dumps(row, ensure_ascii=False))
        return
    for line in story(what, option, seen):
        print(line)
    if seen.broken is not None:
        raise typer.Exit(1)
