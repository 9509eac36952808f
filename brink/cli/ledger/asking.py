"""Asking a question, with its first answer if there is one."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from brink.cli.ledger.shared import (
    Author,
    Because,
    Chance,
    Made,
    Quantile,
    QuestionId,
    Said,
    Who,
    answer_draft,
    append_said,
    ledger_view,
    quantiles_given,
)
from brink.cli.options import parse_date
from brink.errors import BadLedger


def add(
    context: typer.Context,
    question: QuestionId,
    text: Annotated[str, typer.Option("--question", help="The question: yes or no, or how many.")],
    closes: Annotated[str, typer.Option("--closes", metavar="DATE", help="Last day it is about.")],
    rule: Annotated[str, typer.Option("--rule", help="When the answer is yes, or which number it is.")],
    source: Annotated[str, typer.Option("--source", help="Where the answer will be read.")],
    because: Because,
    field: Annotated[str, typer.Option("--field", help="What is read there.")] = "as the rule says",
    vintage: Annotated[str, typer.Option(help="Which release counts.")] = "as published by the reading date",
    reading: Annotated[
        str | None, typer.Option("--reading-date", metavar="DATE", help="When it is read (default: closes).")
    ] = None,
    if_source_stops: Annotated[str, typer.Option(help="What then.")] = "annulled",
    opens: Annotated[
        str | None, typer.Option("--opens", metavar="DATE", help="First day (default: after the as-of date).")
    ] = None,
    series: Annotated[str | None, typer.Option(help="Series of the case that settles it.")] = None,
    value: Annotated[str | None, typer.Option("--value", help="Which value of the series.")] = None,
    take: Annotated[str, typer.Option(help="total, mean or highest month.")] = "total",
    at_least: Annotated[float | None, typer.Option(help="Yes from this count on.")] = None,
    at_most: Annotated[float | None, typer.Option(help="Yes up to this count.")] = None,
    base_rate: Annotated[
        float | None, typer.Option(min=0, max=1, help="How often such a thing came out yes before.")
    ] = None,
    base_rate_from: Annotated[str, typer.Option(help="Where the base rate is from.")] = "",
    probability: Chance = None,
    quantile: Quantile = None,
    said: Said = "",
    author: Author = None,
    made: Made = None,
    who: Who = None,
) -> None:
    """Ask a question, with the rule that will settle it, and the first answer if there is one.

    \b
    Example:
      brink ledger sahel add gao-2024 --question "Will JNIM hold Gao on 31 December 2024?" \\
        --closes 2024-12-31 --rule "yes if two agencies report it" --source "agencies" \\
        --probability 0.05 --because "the garrison was reinforced"
    """
    from brink.forecast.ledger.asking import asked_question
    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.entries import Draft
    from brink.forecast.ledger.question import question_content

    view = ledger_view(context)
    if any(page.question.id == question for page in book(view).pages):
        raise BadLedger(f"{question!r} is asked already; `brink ledger {context.obj} update` answers it")
    asked = asked_question(
        view,
        question,
        text=text,
        opens=parse_date(opens) if opens else None,
        closes=parse_date(closes),
        reading_date=parse_date(reading) if reading else None,
        source=source,
        field=field,
        rule=rule,
        vintage=vintage,
        if_source_stops=if_source_stops,
        series=series,
        value=value,
        take=take,
        at_least=at_least,
        at_most=at_most,
        base_rate=base_rate,
        base_rate_from=base_rate_from,
        grounds=because,
    )
    drafts = [Draft("question", question, question_content(asked))]
    if probability is not None or quantile:
        drafts.append(
            answer_draft(
                view,
                asked,
                author=author or who or getpass.getuser(),
                made=parse_date(made) if made else view.as_of,
                said=said,
                probability=probability,
                quantiles=quantiles_given(quantile),
                basis=because,
            )
        )
    append_said(view, drafts, who)
