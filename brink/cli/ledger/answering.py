"""Answering: update, withdraw, confirm a draft, or let the model forecast."""

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
    view_up_to,
)
from brink.cli.opening import say
from brink.cli.options import parse_date
from brink.errors import BadLedger


def update(
    context: typer.Context,
    question: QuestionId,
    because: Because,
    probability: Chance = None,
    quantile: Quantile = None,
    said: Said = "",
    author: Author = None,
    made: Made = None,
    corrects: Annotated[
        int | None, typer.Option(metavar="ENTRY", help="Number of an entry that was wrong as entered.")
    ] = None,
    who: Who = None,
) -> None:
    """Answer a question, or answer it anew; the answers before stay.

    \b
    Example:
      brink ledger sahel update gao-2024 --probability 0.1 --made 2024-09-01 --because "convoys cut off"
    """
    from brink.forecast.ledger.book import book

    view = ledger_view(context)
    page = book(view_up_to(view, made)).page(question)
    if corrects is not None and corrects not in {answer.entry for answer in page.answers}:
        known = ", ".join(str(answer.entry) for answer in page.answers) or "none"
        raise BadLedger(f"entry {corrects} is no answer to {question!r} (answers: {known})")
    append_said(
        view,
        [
            answer_draft(
                view,
                page.question,
                author=author or who or getpass.getuser(),
                made=parse_date(made) if made else view.as_of,
                said=said,
                probability=probability,
                quantiles=quantiles_given(quantile),
                basis=because,
                corrects=corrects,
            )
        ],
        who,
    )


def withdraw(
    context: typer.Context,
    entry: Annotated[int, typer.Argument(help="Number of the entry that should not count.")],
    because: Because,
    who: Who = None,
) -> None:
    """Take an entry back that was made by mistake; it stays in the ledger, but does not count.

    \b
    Example:
      brink ledger sahel withdraw 7 --because "entered for the wrong case"
    """
    from brink.forecast.ledger.entries import Draft, load_entries

    view = ledger_view(context)
    known = {one.number: one for one in load_entries(view.case.store)}
    if entry not in known:
        raise BadLedger(f"there is no entry {entry}; `brink ledger {context.obj} export` shows all")
    content = {"entry": entry, "because": because}
    append_said(view, [Draft("withdrawal", known[entry].question, content)], who)


def confirm(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a draft.")],
    question: Annotated[str, typer.Option("--question", help="Id of the question that it answers.")],
    probability: Chance = None,
    quantile: Quantile = None,
    author: Annotated[str | None, typer.Option(help="Whose it is (default: the claim's holder).")] = None,
    made: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day it was given (default: its report's date).")
    ] = None,
    because: Because = "read from the words of the report",
    who: Who = None,
) -> None:
    """Take a draft into the ledger as an answer, with its quote and the number you read in it.

    \b
    Example:
      brink ledger pakistan-ttp confirm c6bad01f759 --question strike-within-a-year --probability 0.5
    """
    from brink.errors import nearest
    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.drafts import forecast_drafts

    view = ledger_view(context)
    found = {draft.claim.id: draft for draft in forecast_drafts(view)}
    if claim not in found:
        near = nearest(claim, found)
        raise BadLedger(f"{claim!r} is no draft as of {view.as_of}{near}; `drafts` lists them")
    draft = found[claim]
    day = parse_date(made) if made else draft.made
    if day is None:
        raise BadLedger(f"the report of {claim!r} is undated; say when it was given: --made DATE")
    quote = draft.claim.quote
    answer = answer_draft(
        view,
        book(view).page(question).question,
        author=author or draft.author,
        made=day,
        said=quote.text,
        probability=probability,
        quantiles=quantiles_given(quantile),
        basis=because,
        quote={
            "claim": claim,
            "document": quote.document,
            "start": quote.start,
            "end": quote.end,
            "text": quote.text,
        },
    )
    append_said(view, [answer], who)


def forecast(
    context: typer.Context,
    question: Annotated[
        str | None, typer.Argument(metavar="[QUESTION]", help="One question (default: all open on a series).")
    ] = None,
    made: Made = None,
) -> None:
    """Enter Brink's own forecast as an answer, to be scored beside the experts'.

    \b
    Example:
      brink ledger pakistan-ttp forecast
    """
    from brink.errors import BrinkError
    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.entries import Draft
    from brink.forecast.ledger.modelling import AUTHOR, model_answer
    from brink.forecast.ledger.question import answer_content

    view = ledger_view(context)
    day = parse_date(made) if made else view.as_of
    kept = book(view_up_to(view, made))
    pages = [kept.page(question)] if question else [page for page in kept.pages if page.question.reads]
    drafts = []
    for page in pages:
        try:
            answer = model_answer(view.case, page.question, day)
        except BrinkError as error:
            say(f"{page.question.id}: left, {error}")
            continue
        before = page.by(AUTHOR)
        if before and (before[-1].probability, before[-1].quantiles) == (
            answer.probability,
            answer.quantiles,
        ):
            say(f"{page.question.id}: as before")
            continue
        drafts.append(Draft("answer", page.question.id, answer_content(answer)))
    append_said(view, drafts, AUTHOR)
    if not pages:
        say("no question of the ledger reads a series; see reads: in the case-yaml reference")
