"""The model of a case and its hindcast: model, hindcast."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from brink.cli.opening import opened, say
from brink.cli.options import AsOf, CaseName, parse_date
from brink.errors import NotInCase


def hindcast(
    name: CaseName,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="MONTH", help="Last month to score (default: the last one counted)."),
    ] = None,
    as_of: AsOf = None,
    futures: Annotated[
        int, typer.Option("--futures", min=256, help="Futures of each structure and variant.")
    ] = 16384,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Freeze at the as-of date, play what came after, and score it with its misses.

    The model is fitted to months before the as-of date only, which takes a minute or two and is then
    kept beside the case. It plays on twice: by the target's own rules, and told of the strikes and
    closures that came. Beside it stand the statistical forecast, the last twelve months, the last value.

    \b
    Example:
      brink hindcast pakistan-ttp --until 2025-12
    """
    from brink.case.view import View
    from brink.cli.output import emit
    from brink.dates.months import parse_month
    from brink.play.fit.hindcast import hindcast as played
    from brink.play.fit.hindcast import last_counted
    from brink.play.fit.report import as_object, in_words, misses, score_row

    view = View(opened(name), parse_date(as_of) if as_of else None)
    try:
        last = parse_month(until) if until else last_counted(view)
    except ValueError as wrong:
        raise NotInCase(str(wrong)) from wrong
    found = played(view, until=last, futures=futures, progress=lambda what: say(f"{what} …"))
    if as_json:
        print(json.dumps(as_object(found), ensure_ascii=False))
        return
    for sentence in in_words(found):
        print(sentence)
    print()
    columns = ("series", "variant", "model", "crps", "log_crps", "covered_90", "pit")
    rows = [score_row(score) for score in found.scores]
    emit(
        rows,
        columns=columns,
        title="Scores by month",
        as_json=False,
        as_csv=False,
        empty="nothing was scored",
    )
    missed = list(misses(found))
    emit(
        missed,
        columns=("series", "month", "observed", "low", "high"),
        title="Months outside the 90 % band (own rules, judged weights)",
        as_json=False,
        as_csv=False,
        empty="no month lay outside the 90 % band",
    )
