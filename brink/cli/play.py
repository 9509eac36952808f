"""Options played forward: compared, explained, and one future told month by month."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.bar import Bar
from brink.cli.opening import opened_view, say
from brink.cli.options import AsOf, CaseName, Csv, Json
from brink.cli.output import emit
from brink.errors import BadPlay, nearest

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.play.answers.answers import Answers
    from brink.play.answers.explaining import Explained
    from brink.play.fit.posterior import Posterior
    from brink.play.playing import Player, Progress, Setting

PARTS = ("options", "rankings", "tells")
Options = Annotated[
    str, typer.Option("--options", metavar="IDS", help="Options by id, comma between them, or all.")
]
Futures = Annotated[int, typer.Option("--futures", min=1, help="Futures each option is played in.")]
Months = Annotated[int, typer.Option("--months", min=1, help="Months played from the as-of date on.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="Chance; the same seed gives the same futures.")]
Threads = Annotated[int | None, typer.Option("--threads", min=1, help="Cores to use (default: all).")]
By = Annotated[
    str, typer.Option("--by", metavar="MEASURE", help="What options are ranked by, such as killed or money.")
]


def play(
    case: CaseName,
    options: Options = "all",
    futures: Futures = 50_000,
    months: Months = 36,
    by: By = "killed",
    seed: Seed = 20221231,
    threads: Threads = None,
    shard: Annotated[
        str | None, typer.Option("--shard", metavar="I/N", help="Play only this part, into --into.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="DIR", help="Folder for the files of a shard.")
    ] = None,
    merge: Annotated[
        list[Path] | None, typer.Option("--merge", metavar="DIR", help="Put shards together; repeat it.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="Play on this Dask scheduler.")
    ] = None,
    part: Annotated[
        str, typer.Option("--part", metavar="PART", help="What to list: options, rankings or tells.")
    ] = "options",
    as_of: AsOf = None,
    as_json: Json = False,
    as_csv: Csv = False,
    parquet: Annotated[
        Path | None, typer.Option("--parquet", metavar="FILE", help="Write the long table there too.")
    ] = None,
) -> None:
    """Play the case's options forward in the same futures and compare them with holding.

    In the simulation only: chance and what is not known are told apart, and each number has
    its interval. --json, --csv and --parquet give the long table: option, outcome, statistic,
    unit, value, low, high. What was played is kept in CASE/runs and not played twice.
    --part rankings lists the order under each set of weights, --part tells what looking for
    each tell of the hypotheses is worth before choosing.

    \b
    Example:
      brink play pakistan-ttp --options hold,talk,strikes-belt --futures 20000
    """
    from brink.play.answers.measures import column
    from brink.play.answers.table import long_table

    # A wrong word should be told before minutes of fitting and playing.
    _ = column(by).measure
    if part not in PARTS:
        raise BadPlay(f"--part cannot be {part!r}{nearest(part, PARTS)} (allowed: {', '.join(PARTS)})")
    view = opened_view(case, as_of)
    posterior = _posterior(view)
    what = _setting(view, options, futures, months, seed, posterior)
    if shard is not None:
        _shard(what, shard, into, threads)
        return
    answers = _answers(view, what, by, posterior=posterior, threads=threads, merge=merge, dask=dask)
    if parquet is not None:
        _parquet(answers, parquet)
    if part == "options" and not (as_json or as_csv):
        _for_people(answers)
    elif part != "options":
        _part(answers, part, as_json=as_json, as_csv=as_csv)
    else:
        rows = [row.as_dict() for row in long_table(answers)]
        emit(rows, columns=(), title="", as_json=as_json, as_csv=as_csv, empty="no option was played")


def _part(answers: Answers, part: str, *, as_json: bool, as_csv: bool) -> None:
    from brink.play.answers.sides import sides

    if part == "rankings":
        rows = [side.as_dict() for side in sides(answers)]
        columns: tuple[str, ...] = ("belief", "option", "rank", "difference", "error")
        title, empty = f"Order by {answers.measure.outcome} under each set of weights", "no option was played"
    else:
        rows = [sign.as_dict() for sign in answers.signs]
        columns = ("belief", "measure", "worth", "error", "hypothesis", "speaks", "sees", "within", "chance")
        title = "What looking for each tell is worth before choosing"
        empty = "no hypothesis of the case has a motive and tells"
    emit(rows, columns=columns, title=title, as_json=as_json, as_csv=as_csv, empty=empty)


def _posterior(view: View) -> Posterior | None:
    """The case's posterior, fitted first where it has series and was not fitted yet."""
    from brink.play.fit.posterior import kept_posterior, posterior_of

    if (kept := kept_posterior(view)) is not None:
        return kept
    bar = Bar()
    bar.begin("fitting the model to the case's series, once", None)
    try:
        return posterior_of(view)
    finally:
        bar.end()


def _setting(
    view: View, options: str, futures: int, months: int, seed: int, posterior: Posterior | None
) -> Setting:
    from brink.play.playing import setting_of

    wanted = [name.strip() for name in options.split(",") if name.strip()]
    return setting_of(view, options=wanted, futures=futures, months=months, seed=seed, posterior=posterior)


def _answers(
    view: View,
    what: Setting,
    by: str,
    *,
    posterior: Posterior | None,
    threads: int | None = None,
    merge: list[Path] | None = None,
    dask: str | None = None,
) -> Answers:
    from brink.play.answers.answers import Answers
    from brink.play.answers.beliefs import beliefs, tells_so_far
    from brink.play.playing import folder_of, play_setting

    folder = folder_of(view)
    believed, so_far = beliefs(view, posterior), tells_so_far(view)
    if merge:
        from brink.play.many import merge as merged

        return Answers(merged(what, merge, folder=folder), by, beliefs=believed, so_far=so_far)
    with _Progress(what) as progress:
        played = play_setting(what, folder=folder, progress=progress, player=_player(threads, dask))
    return Answers(played, by, beliefs=believed, so_far=so_far)


def _player(threads: int | None, dask: str | None) -> Player:
    if dask is not None:
        from brink.play.many import on_dask

        return on_dask(dask)
    from brink.play.playing import on_cores

    return on_cores(threads)


class _Progress:
    """A bar over all options, in futures."""

    def __init__(self, what: Setting, *, shards: int = 1) -> None:
        self._bar = Bar()
        self._total = len(what.plans) * what.futures // shards
        self._options = len(what.plans)
        self._done = 0

    def __enter__(self) -> Progress:
        self._bar.begin(f"playing {self._options} options", self._total)
        return self._told

    def _told(self, done: int, total: int) -> None:
        del total
        self._bar.advance(done - self._done)
        self._done = done

    def __exit__(self, *_: object) -> None:
        self._bar.end()


def _shard(what: Setting, shard: str, into: Path | None, threads: int | None) -> None:
    from brink.play.many import parse_shard, play_shard

    number, shards = parse_shard(shard)
    if into is None:
        raise BadPlay("--shard needs --into DIR, the folder for its files")
    with _Progress(what, shards=shards) as progress:
        written = play_shard(what, shard=number, shards=shards, into=into, threads=threads, progress=progress)
    say(f"shard {number} of {shards}: {len(written)} files in {into}")


def _parquet(answers: Answers, path: Path) -> None:
    import polars as pl

    from brink.errors import BadExport
    from brink.play.answers.table import long_table

    try:
        pl.DataFrame([row.as_dict() for row in long_table(answers)]).write_parquet(path)
    except OSError as error:
        raise BadExport(f"cannot write {path}: {error.strerror or error}") from error
    say(f"wrote {path}")


def _for_people(answers: Answers) -> None:
    from brink.play.answers import sentences
    from brink.play.answers.measures import column
    from brink.play.answers.sides import sides_said
    from brink.play.answers.signs_said import signs_said
    from brink.play.answers.summary import headings, key, notes, summary

    what = answers.setting
    leading = column(answers.measure.outcome)
    title = (
        f"In the simulation: differences from “{answers.baseline}” over {what.months} months. "
        f"{leading.id}: {leading.words}"
    )
    rows = summary(answers)
    emit(
        rows,
        columns=headings(answers),
        title=title,
        as_json=False,
        as_csv=False,
        empty="no option was played",
    )
    print(key(answers))
    for line in (
        *notes(answers),
        *sentences.overview(answers),
        *signs_said(answers, most=3),
        *sides_said(answers),
    ):
        print(line)


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
    posterior = _posterior(view)
    what = _setting(view, option, futures, months, seed, posterior)
    answers = _answers(view, what, by, posterior=posterior)
    bar = Bar()
    bar.begin("switching mechanisms off", None)
    found = explain(answers, option, folder=folder_of(view))
    bar.end()
    if figures is not None:
        _drawn(answers, found, figures)
    if as_json:
        print(json.dumps(found.as_dict(), ensure_ascii=False))
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
    what = _setting(view, option, futures, months, seed, _posterior(view))
    seen = replayed(what, option, future)
    if as_json:
        for row in month_rows(what, seen):
            print(json.dumps(row, ensure_ascii=False))
        return
    for line in story(what, option, seen):
        print(line)
