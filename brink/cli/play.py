"""Options played forward and compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.opening import opened_view, say
from brink.cli.options import AsOf, CaseName, Csv, Json
from brink.cli.output import emit
from brink.cli.play_setting import (
    By,
    Futures,
    Months,
    Options,
    PlayProgress,
    Seed,
    Threads,
    answers_for,
    posterior_for,
    setting_for,
)
from brink.errors import BadPlay, nearest

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers
    from brink.play.setting import Setting

PARTS = ("options", "limits", "rankings", "tells", "unknowns", "worths")


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
        str,
        typer.Option("--part", metavar="PART", help="options, limits, rankings, tells, unknowns or worths."),
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
    --part limits lists how often each limit is broken, --part rankings the order under each set of
    weights, --part tells what looking for each tell of the hypotheses is worth before choosing,
    --part unknowns what each effect hangs on, --part worths what knowing each unknown is worth.

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
    posterior = posterior_for(view)
    what = setting_for(view, options, futures, months, seed, posterior)
    if shard is not None:
        _shard(what, shard, into, threads)
        return
    answers = answers_for(view, what, by, posterior=posterior, threads=threads, merge=merge, dask=dask)
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
    from brink.play.answers.hangs import hang_row, hangs_on
    from brink.play.answers.limits_broken import limits_broken
    from brink.play.answers.sides import sides
    from brink.play.answers.worths_said import worth_row

    if part == "rankings":
        rows = [side.as_dict() for side in sides(answers)]
        columns: tuple[str, ...] = ("belief", "option", "rank", "difference", "error")
        title, empty = f"Order by {answers.measure.outcome} under each set of weights", "no option was played"
    elif part == "worths":
        rows = [worth_row(answers, one) for one in answers.worths]
        columns = ("unknown", "meaning", "worth", "error", "clear", "best")
        title = f"What knowing each unknown before choosing is worth, in {answers.measure.unit}"
        empty = "nothing is unknown"
    elif part == "limits":
        broken = limits_broken(answers)
        rows = [one.as_dict() for one in broken]
        columns = ("option", "any", *(broken[0].each if broken else ()))
        title = "Share of futures that break each limit of the case, within the months it names"
        empty = "the case sets no limits; name some under limits: in case.yaml"
    elif part == "unknowns":
        rows = [hang_row(answers, one) for one in hangs_on(answers)]
        columns = (
            "option", "meaning", "share", "low_where", "low_effect", "high_where", "high_effect", "mark",
        )  # fmt: skip
        title = f"What each option's effect on {answers.measure.outcome} hangs on most"
        empty = "no option does clearly better or worse than holding, or nothing stands out of the noise"
    else:
        rows = [sign.as_dict() for sign in answers.signs]
        columns = ("belief", "measure", "worth", "error", "hypothesis", "speaks", "sees", "within", "chance")
        title = "What looking for each tell is worth before choosing"
        empty = "no hypothesis of the case has a motive and tells"
    emit(rows, columns=columns, title=title, as_json=as_json, as_csv=as_csv, empty=empty)


def _shard(what: Setting, shard: str, into: Path | None, threads: int | None) -> None:
    from brink.play.many import parse_shard, play_shard

    number, shards = parse_shard(shard)
    if into is None:
        raise BadPlay("--shard needs --into DIR, the folder for its files")
    with PlayProgress(what, shards=shards) as progress:
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
    from brink.play.answers.hangs import hangs_said
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
    print(key())
    for line in (
        *notes(answers),
        *sentences.overview(answers),
        *hangs_said(answers),
        *signs_said(answers, most=3),
        *sides_said(answers),
    ):
        print(line)
