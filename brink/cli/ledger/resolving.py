"""Settling questions: from their series, or as a person states it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.ledger.shared import Who, append_said, ledger_view
from brink.cli.opening import say
from brink.cli.options import parse_date
from brink.errors import BadLedger

if TYPE_CHECKING:
    from brink.forecast.ledger.question import Outcome


def resolve(
    context: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="One question (default: all on a series)."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Read series up to this day."),
    ] = None,
    state: Annotated[
        str | None, typer.Option(help="yes, no, number, ambiguous, annulled or open, as you read it.")
    ] = None,
    value: Annotated[float | None, typer.Option(help="The number.")] = None,
    known: Annotated[
        str | None, typer.Option(metavar="DATE", help="First day it could be known (default: reading date).")
    ] = None,
    happened: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day it was settled in the world, if before closing.")
    ] = None,
    because: Annotated[str | None, typer.Option("--because", help="What you read, and where.")] = None,
    who: Who = None,
) -> None:
    """Settle questions: from their series up to a day, or as you state it.

    \b
    Example:
      brink ledger pakistan-ttp resolve --until 2026-07-31
      brink ledger sahel resolve gao-2024 --state no --because "Reuters, 31 December 2024"
    """
    from brink.case.view import View
    from brink.forecast.ledger.book import book
    from brink.forecast.ledger.entries import Draft
    from brink.forecast.ledger.question import Outcome, outcome_content
    from brink.forecast.ledger.resolving import read_outcome_of

    view = ledger_view(context)
    everything = book(View(view.case, date.max, reveal=parse_date(until) if until else date.max))
    if state is not None:
        if question is None or because is None or until is not None:
            raise BadLedger("to state an outcome give QUESTION, --state and --because, and no --until")
        outcome = _stated(everything.page(question), state, value, happened, known, because)
        append_said(view, [Draft("outcome", question, outcome_content(outcome))], who)
        return
    if until is None:
        raise BadLedger("say up to which day to read series: --until DATE; or state an outcome: --state")
    pages = [everything.page(question)] if question else list(everything.pages)
    drafts, by_hand = [], 0
    for page in pages:
        if question is None and page.question.reads is None and not page.settled:
            by_hand += 1
            continue
        found = read_outcome_of(view.case, page, parse_date(until))
        if isinstance(found, Outcome):
            say(f"{page.question.id}: {found.state}, {found.because}")
            drafts.append(Draft("outcome", page.question.id, outcome_content(found)))
        else:
            say(f"{page.question.id}: left, {found.because}")
    append_said(view, drafts, who)
    if by_hand:
        say(f"{by_hand} open questions are for a person to read: resolve QUESTION --state … --because …")


def _stated(
    page: Any, state: str, value: float | None, happened: str | None, known: str | None, because: str
) -> Outcome:
    from brink.errors import nearest
    from brink.forecast.ledger.question import STATES
    from brink.forecast.ledger.resolving import stated_outcome

    for allowed in STATES:
        if state == allowed:
            return stated_outcome(
                page,
                allowed,
                value=value,
                happened=parse_date(happened) if happened else None,
                known=parse_date(known) if known else page.question.reading_date,
                because=because,
            )
    raise BadLedger(f"a question cannot come out as {state!r}{nearest(state, STATES)} ({', '.join(STATES)})")
