"""Making a case and its brief: new, read, code, brief."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.opening import opened, say
from brink.cli.options import (
    AsOf,
    CaseName,
    LlmAtOnce,
    LlmLimit,
    LlmModel,
    LlmTimeout,
    LlmUrl,
    Pipeline,
    Workers,
    parse_date,
)
from brink.errors import BrinkError, NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.folder import Case

SHIPPED = "en_brink_news"


def new(
    name: Annotated[str, typer.Argument(metavar="CASE", help="Folder to make.")],
    articles: Annotated[Path | None, typer.Option(help="A file or folder of reporting to copy in.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the case.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The case's date (default: today).")
    ] = None,
) -> None:
    """Make a case: a folder with case.yaml, articles/ and series/.

    \b
    Example:
      brink new sahel --articles ~/clippings --as-of 2024-06-30
    """
    from brink.case.making import make_case

    when = parse_date(as_of) if as_of else date.today()
    root = make_case(Path(name), articles=articles, title=title, as_of=when)
    say(f"made {root}/; say who and what the case is about in {root}/case.yaml, then `brink brief {name}`")


def _read(case: Case) -> None:
    from brink.case.manifest import recorded
    from brink.case.reading import read_case
    from brink.cli.bar import Bar

    with recorded(case, "read"):
        report = read_case(case, progress=Bar())
    say(
        f"read {report.read} files ({report.unchanged} unchanged, {report.dropped} gone): "
        f"{report.documents} documents, {report.stories} stories"
    )
    for problem in report.problems:
        say(f"  not read: {problem.source}: {problem.reason}")


def _code(case: Case, pipeline: str, workers: int) -> None:
    from brink.case.coding import code_case
    from brink.case.manifest import recorded
    from brink.case.settling import settle_incidents
    from brink.cli.bar import Bar

    with recorded(case, "code"):
        report = code_case(case, pipeline=pipeline, workers=workers, progress=Bar())
        incidents = settle_incidents(case, progress=Bar())
    say(
        f"coded {report.coded} stories ({report.unchanged} unchanged): "
        f"{report.events} events in {incidents} incidents, {report.claims} claims, {report.ties} ties"
    )
    for story, note in report.uncoded:
        say(f"  {story}: {note}")


def read(
    name: CaseName,
    source: Annotated[
        str | None, typer.Argument(metavar="[-]", help="`-` adds standard input to the case first.")
    ] = None,
) -> None:
    """Read the case's articles into documents, stories and families of copies.

    \b
    Example:
      brink read sahel
      curl -s https://example.org/report.html | brink read sahel -
    """
    case = opened(name)
    if source == "-":
        from brink.case.making import add_standard_input

        say(f"kept standard input as articles/{add_standard_input(case)}")
    elif source is not None:
        raise BrinkError(
            f"read takes only `-` beside the case, got {source!r}; put files into {name}/articles/"
        )
    _read(case)


def code(
    name: CaseName,
    pipeline: Pipeline = SHIPPED,
    workers: Workers = 1,
    coder: Annotated[
        str, typer.Option(help="rules, or llm for a language model beside the rules, never instead.")
    ] = "rules",
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    llm_at_once: LlmAtOnce = 2,
    llm_timeout: LlmTimeout = 120.0,
    llm_limit: LlmLimit = None,
) -> None:
    """Code the stories into events, claims, ties and figures, reading new articles first.

    With `--coder llm` the text of the stories is sent to the server you name, and to no other.

    \b
    Example:
      brink code sahel --workers 2
      brink code sahel --coder llm --llm-url http://localhost:8080/v1 --llm-model NAME
    """
    if coder not in ("rules", "llm"):
        raise NotInCase(
            f"--coder cannot be {coder!r}{nearest(coder, ('rules', 'llm'))} (allowed: rules, llm)"
        )
    if coder == "llm":
        from brink.cli.second import endpoint_named

        endpoint = endpoint_named(llm_url, llm_model)
    case = opened(name)
    if case.root is not None:
        _read(case)
    _code(case, pipeline, workers)
    from brink.cli.second import check_answers, code_second

    check_answers(case, pipeline)
    if coder == "llm":
        code_second(case, endpoint, pipeline, at_once=llm_at_once, seconds=llm_timeout, limit=llm_limit)


def _take_in(case: Case) -> None:
    """Bring the forecasts of case.yaml into the ledger."""
    from brink.forecast.ledger.intake import take_in

    if entries := take_in(case):
        say(f"took {len(entries)} entries into the ledger of forecasts")


def brief(
    name: CaseName,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="File to write (default: CASE/brief.html).")
    ] = None,
    to: Annotated[str | None, typer.Option(help="html, md or pdf (default: by the file's ending).")] = None,
    as_of: AsOf = None,
    reveal: Annotated[
        str | None,
        typer.Option("--reveal", metavar="DATE", help="Set what came by this day beside what was said."),
    ] = None,
    pipeline: Pipeline = SHIPPED,
    workers: Workers = 1,
) -> None:
    """Write the brief, reading and coding what is new first, and print where it is.

    \b
    Example:
      brink brief pakistan-ttp
      brink brief sahel --as-of 2024-03-31 -o march.pdf
      brink brief sahel --as-of 2024-03-31 --reveal 2024-12-31
    """
    from brink.brief import write_brief
    from brink.case.view import View
    from brink.cli.bar import Bar

    case = opened(name)
    if case.root is not None:
        _read(case)
        _code(case, pipeline, workers)
        _take_in(case)
    form = to or (out.suffix.removeprefix(".") if out and out.suffix else "html")
    view = View(
        case,
        parse_date(as_of) if as_of else None,
        reveal=parse_date(reveal) if reveal else None,
    )
    if view.reveal is not None and view.reveal <= view.as_of:
        raise NotInCase(f"--reveal {view.reveal} is not after the as-of date, {view.as_of}")
    name_of = "brief-revealed" if view.reveal else "brief"
    path = out or (case.root or Path.cwd()) / f"{name_of}.{form}"
    print(write_brief(view, to=form, out=path, progress=Bar()))


def cases() -> None:
    """List the cases that come with Brink.

    \b
    Example:
      brink cases
    """
    from brink.case.bundled import bundled_cases

    for name in bundled_cases():
        print(name)
