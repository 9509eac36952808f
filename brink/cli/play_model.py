"""The model of a case and its hindcast: model, hindcast."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.opening import opened, say, viewed
from brink.cli.options import AsOf, CaseName, Json, parse_date
from brink.errors import BadExport, NotInCase

if TYPE_CHECKING:
    from brink.play.fit.record import Hindcast
    from brink.play.model.page import ModelPage


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
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write a page with figures as .html.")
    ] = None,
    figures: Annotated[
        Path | None, typer.Option("--figures", metavar="DIR", help="Write each figure as .svg with its .csv.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Score each structure by itself too, with logs and PIT.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Freeze at the as-of date, play what came after, and score it with its misses.

    The model is fitted to months before the as-of date only, which takes a minute or two and is then
    kept beside the case. It plays on twice: by the target's own rules, and told of the strikes and
    closures that came. Beside it stand the statistical forecast, the last twelve months, the last value.
    --json gives every score, chance, sum and miss, told apart by "kind".

    \b
    Example:
      brink hindcast pakistan-ttp --until 2025-12 --out record.html
    """
    from brink.case.view import View
    from brink.dates.months import parse_month
    from brink.play.fit.hindcast import hindcast as played
    from brink.play.fit.hindcast import last_counted
    from brink.play.fit.report import as_rows

    view = View(opened(name), parse_date(as_of) if as_of else None)
    if out is not None and out.suffix != ".html":
        raise BadExport(f"the page is written as .html, not {out.suffix or 'a file without ending'}")
    try:
        last = parse_month(until) if until else last_counted(view)
    except ValueError as wrong:
        raise NotInCase(str(wrong)) from wrong
    found = played(view, until=last, futures=futures, progress=lambda what: say(f"{what} …"))
    _write_record(found, name, out=out, figures=figures)
    if as_json:
        for row in as_rows(found):
            print(json.dumps(row, ensure_ascii=False))
    else:
        _for_people(found, every=every)


def _for_people(found: Hindcast, *, every: bool) -> None:
    from brink.cli.output import emit
    from brink.play.fit.report import comparison, in_words, misses, score_row

    for sentence in in_words(found):
        print(sentence)
    print()
    if every:
        columns = ["series", "variant", "model", "crps", "log_crps", "covered_90", "pit"]
        rows, title = [score_row(score) for score in found.scores], "Scores by month"
    else:
        rows = comparison(found)
        columns = list(dict.fromkeys(key for row in rows for key in row))
        title = (
            "CRPS by month, less is better; in brackets the share of months inside the 90 % band. --all "
            "scores each structure by itself"
        )
    emit(rows, columns=columns, title=title, as_json=False, as_csv=False, empty="nothing was scored")
    emit(
        list(misses(found)),
        columns=("series", "month", "observed", "low", "high"),
        title="Months outside the 90 % band (own rules, judged weights)",
        as_json=False,
        as_csv=False,
        empty="no month lay outside the 90 % band",
    )


def _write_record(found: Hindcast, case: str, *, out: Path | None, figures: Path | None) -> None:
    from brink.brief.record_page import record_page
    from brink.plots.files import write_figures
    from brink.plots.record import record_figures

    if out is None and figures is None:
        return
    drawn = record_figures(found)
    try:
        if figures is not None:
            write_figures(drawn, figures)
            say(f"wrote {len(drawn)} figures, each with its data, into {figures}")
        if out is not None:
            out.write_text(record_page(found, drawn, case=case), encoding="utf-8")
            say(f"wrote {out}")
    except OSError as error:
        raise BadExport(f"cannot write {error.filename}: {error.strerror or error}") from error


def model(
    name: CaseName,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the page as .html or .md.")
    ] = None,
    draw: Annotated[
        Path | None,
        typer.Option("--draw", metavar="FILE", help="Write the picture of its stocks and flows, .svg."),
    ] = None,
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Print what the model of a case holds: gaps, roles, weights, each mechanism with its grounds.

    Each mechanism comes with its equation and paper, its numbers with their sources or the word assumed, and
    the coded rows that speak for or against it.

    \b
    Example:
      brink model pakistan-ttp --out model.html
    """
    from brink.play.fit.posterior import kept_posterior
    from brink.play.model.flows import flows_drawn
    from brink.play.model.page import model_page
    from brink.play.model.page_rows import as_rows

    view = viewed(name, as_of)
    page = model_page(view, posterior=kept_posterior(view))
    if draw is not None:
        draw.write_text(flows_drawn(f"Stocks and flows of the model of {page.title}"), encoding="utf-8")
        say(f"wrote {draw}")
    if out is not None:
        out.write_text(_as_file(page, out), encoding="utf-8")
        say(f"wrote {out}")
    if as_json:
        for row in as_rows(page):
            print(json.dumps(row, ensure_ascii=False))
    elif out is None and draw is None:
        from brink.play.model.page_text import as_markdown

        print(as_markdown(page), end="")


def _as_file(page: ModelPage, out: Path) -> str:
    from brink.play.model.page_html import as_html
    from brink.play.model.page_text import as_markdown

    if out.suffix == ".html":
        return as_html(page)
    if out.suffix == ".md":
        return as_markdown(page)
    raise BadExport(
        f"the model's page is written as .html or .md, not {out.suffix or 'a file without ending'}"
    )
