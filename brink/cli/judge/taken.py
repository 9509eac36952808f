"""Judgements already taken: list them, take one back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from brink.cli.judge.shared import Because, Who, keep
from brink.cli.opening import viewed
from brink.cli.options import Csv, Json
from brink.cli.output import emit


def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="Number of the judgement to take back.")],
    because: Because = "taken back",
    who: Who = None,
) -> None:
    """Take a judgement back.

    \b
    Example:
      brink judge sahel undo 3
    """
    keep(context, "undo", {"judgement": number}, who=who, because=because)


def list_(context: typer.Context, as_json: Json = False, as_csv: Csv = False) -> None:
    """List all judgements, those taken back included.

    \b
    Example:
      brink judge sahel list
    """
    from brink.case.judgements import in_force

    view = viewed(context.obj, None)
    standing = {judgement.id for judgement in in_force(view.judgements)}
    rows = [
        {
            "id": j.id,
            "at": j.at,
            "who": j.who,
            "verb": j.verb,
            "arguments": dict(j.arguments) if as_json or as_csv else _in_short(j.arguments),
            "because": j.because,
            "stands": j.id in standing,
        }
        for j in view.judgements
    ]
    emit(
        rows,
        columns=("id", "at", "who", "verb", "arguments", "because", "stands"),
        title=f"{len(rows)} judgements",
        as_json=as_json,
        as_csv=as_csv,
        empty="no judgement has been taken in this case",
    )


def _in_short(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments for a table: of an accepted row, its id and the words it rests on."""
    event = arguments.get("event")
    if not isinstance(event, Mapping):
        return dict(arguments)
    return {"row": event["id"], "model": arguments["model"], "quote": f"“{event['quote']['text']}”"}
