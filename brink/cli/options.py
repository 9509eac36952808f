"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from brink.errors import NotInCase


def parse_date(text: str) -> date:
    """A day written as YYYY-MM-DD.

    Raises
    ------
    NotInCase
        When it is not written so.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotInCase(f"{text!r} is not a date; write it as 2022-12-31") from error


CaseName = Annotated[
    str, typer.Argument(metavar="CASE", help="A case folder, a case.db, or a bundled case's name.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Use nothing dated later (default: the case's as_of)."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV with a header.")]
About = Annotated[
    str | None, typer.Option("--about", metavar="ACTOR", help="Rows that name this actor, by any alias.")
]
Summaries = Annotated[
    bool, typer.Option("--summaries", help="Also list rows that sum up many happenings in the table.")
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Show at most so many rows.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Rows dated on or after.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Rows dated on or before.")]
Pipeline = Annotated[
    str,
    typer.Option(
        "--pipeline", metavar="NAME", help="The shipped language pipeline or an installed spaCy model."
    ),
]
LlmUrl = Annotated[
    str | None,
    typer.Option("--llm-url", metavar="URL", help="Where the second coder is asked (or BRINK_LLM_URL)."),
]
LlmModel = Annotated[
    str | None, typer.Option("--llm-model", metavar="NAME", help="Its model (or BRINK_LLM_MODEL).")
]
LlmAtOnce = Annotated[int, typer.Option("--llm-at-once", min=1, max=64, help="Questions it gets at a time.")]
LlmTimeout = Annotated[float, typer.Option("--llm-timeout", min=0.1, help="Seconds for one answer.")]
LlmLimit = Annotated[
    int | None, typer.Option("--llm-limit", min=1, help="Code at most so many stories with it this time.")
]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that code side by side.")]
