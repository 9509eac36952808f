"""Single rows: reject, amend, note, or accept one of the second coder."""

from __future__ import annotations

from typing import Annotated

import typer

from brink.cli.judge.shared import Because, Who, keep, known_event
from brink.cli.opening import viewed
from brink.errors import BadJudgement, NotInCase


def reject(
    context: typer.Context,
    row: Annotated[str, typer.Argument(help="Id of an event, claim or tie.")],
    because: Because,
    who: Who = None,
) -> None:
    """Strike out an event, claim or tie.

    \b
    Example:
      brink judge sahel reject e12ab34cd5 --because "a film, not an attack"
    """
    viewed(context.obj, None).row(row)
    keep(context, "reject", {"row": row}, who=who, because=because)


def amend(
    context: typer.Context,
    row: Annotated[str, typer.Argument(help="Id of an event.")],
    field: Annotated[
        str, typer.Argument(help="type, mode, status, actors, recipients, date, source, killed, …")
    ],
    value: Annotated[str, typer.Argument(help="The right value; names are separated by `;`.")],
    because: Because,
    who: Who = None,
) -> None:
    """Correct a field of an event.

    \b
    Example:
      brink judge sahel amend e12ab34cd5 killed 20-25 --because "the hospital's count"
    """
    from brink.case.judgements import read_amendment

    known_event(viewed(context.obj, None), row)
    read_amendment(field, value)
    keep(context, "amend", {"row": row, "field": field, "value": value}, who=who, because=because)


def note(
    context: typer.Context,
    row: Annotated[str, typer.Argument(help="Id of an event, claim or tie.")],
    text: Annotated[str, typer.Argument(help="What a reader of the row should know.")],
    who: Who = None,
) -> None:
    """Leave a word on a row.

    \b
    Example:
      brink judge sahel note e12ab34cd5 "the quote is ironic"
    """
    viewed(context.obj, None).row(row)
    keep(context, "note", {"row": row, "text": text}, who=who, because=text)


def accept(
    context: typer.Context,
    row: Annotated[str, typer.Argument(help="Id of a row of the second coder (`brink compare`).")],
    because: Because,
    instead_of: Annotated[
        str | None, typer.Option("--instead-of", metavar="ID", help="The rules' event to reject for it.")
    ] = None,
    who: Who = None,
) -> None:
    """Take a row of the second coder into the case, vouched for by you.

    It counts like any other from then on.

    \b
    Example:
      brink judge sahel accept s12ab34cd56 --instead-of e12ab34cd5 --because "the doer is right"
    """
    from brink.case.accepted import event_json
    from brink.case.quoted import stands
    from brink.second.kept import second_event

    view = viewed(context.obj, None)
    event, model = second_event(view.case.store, row)
    if any(one.id == row for one in view.decisions.accepted):
        raise BadJudgement(f"{row} is accepted already; `brink judge {context.obj} list` shows by whom")
    if event.story not in view.story or not stands(view, event.quote, view.story[event.story]):
        raise NotInCase(f"the story of {row}, {event.story}, does not count as of {view.as_of}")
    replaced = known_event(view, instead_of) if instead_of else None
    keep(context, "accept", {"event": event_json(event), "model": model}, who=who, because=because)
    if replaced:
        keep(context, "reject", {"row": replaced}, who=who, because=f"replaced by {row}: {because}")
