"""What the verbs of the ledger share: the case with its forecasts taken in, answers, options."""

from __future__ import annotations

import getpass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import say, viewed
from brink.cli.options import parse_date
from brink.errors import BadLedger

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.forecast.ledger.entries import Draft
    from brink.forecast.ledger.question import Question

QuestionId = Annotated[str, typer.Argument(metavar="QUESTION", help="Id of a question of the ledger.")]
Because = Annotated[str, typer.Option("--because", help="On what it rests, for whoever reads it later.")]
Who = Annotated[str | None, typer.Option("--who", help="Who enters it (default: your login name).")]
Author = Annotated[str | None, typer.Option("--author", help="Whose answer it is (default: who enters it).")]
Made = Annotated[
    str | None, typer.Option("--made", metavar="DATE", help="Day it was given (default: the as-of date).")
]
Chance = Annotated[float | None, typer.Option("--probability", min=0, max=1, help="Chance of a yes.")]
Quantile = Annotated[
    list[str] | None, typer.Option("--quantile", metavar="LEVEL=N", help="For a number: 0.1=130, repeated.")
]
Said = Annotated[str, typer.Option("--said", help="The answer in words.")]
Reveal = Annotated[
    str | None, typer.Option("--reveal", metavar="DATE", help="Tell outcomes known by this later day.")
]


def ledger_view(context: typer.Context, as_of: str | None = None, reveal: str | None = None) -> View:
    """The case with the forecasts of its case.yaml taken in."""
    from brink.case.view import View
    from brink.forecast.ledger.intake import take_in

    view = viewed(context.obj, as_of)
    if view.case.root is not None and (entries := take_in(view.case)):
        say(f"took {len(entries)} entries in from case.yaml")
    return View(view.case, view.as_of, reveal=parse_date(reveal) if reveal else None)


def append_said(view: View, drafts: list[Draft], who: str | None) -> None:
    from brink.forecast.ledger.entries import append

    for entry in append(view.case.store, drafts, who=who or getpass.getuser()):
        say(f"entry {entry.number}: {entry.kind} of {entry.question}, seal {entry.seal[:12]}")


def quantiles_given(given: list[str] | None) -> dict[float, float] | None:
    out: dict[float, float] = {}
    for text in given or ():
        level, equals, value = text.partition("=")
        try:
            out[float(level)] = float(value)
        except ValueError:
            raise BadLedger(f"{text!r} is no quantile; write level=number, such as 0.1=130") from None
        if not equals or not 0 < float(level) < 1:
            raise BadLedger(f"{text!r} is no quantile; its level lies between 0 and 1, as in 0.1=130")
    values = [out[level] for level in sorted(out)]
    if values != sorted(values):
        raise BadLedger("quantiles must not fall as their level rises")
    return out or None


def answer_draft(
    view: View,
    question: Question,
    *,
    author: str,
    made: date,
    said: str,
    probability: float | None,
    quantiles: dict[float, float] | None,
    basis: str,
    quote: dict[str, Any] | None = None,
    corrects: int | None = None,
) -> Draft:
    from brink.forecast.ledger.entries import Draft
    from brink.forecast.ledger.question import Answer, answer_content
    from brink.forecast.ledger.references import references

    if (probability is None) == (quantiles is None):
        raise BadLedger("an answer is either --probability, for yes or no, or some --quantile, for a number")
    if question.reads is not None and question.reads.asks_for_number != (quantiles is not None):
        wanted = "a number: give --quantile" if question.reads.asks_for_number else "yes or no: --probability"
        raise BadLedger(f"{question.id!r} asks {wanted}")
    given = references(view.case, question, made)
    answer = Answer(
        0, "", author, made, said, probability, quantiles, basis, quote, *given, corrects=corrects
    )
    return Draft("answer", question.id, answer_content(answer))


def view_up_to(view: View, made: str | None) -> View:
    """The view, able to see answers up to the day of the new one."""
    from brink.case.view import View

    day = parse_date(made) if made else view.as_of
    return View(view.case, view.as_of, reveal=max(day, view.as_of))
