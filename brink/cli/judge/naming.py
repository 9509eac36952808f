"""Who is who: merge one actor into another, split rows off from one."""

from __future__ import annotations

from typing import Annotated

import typer

from brink.cli.judge.shared import Because, Who, keep
from brink.cli.opening import canonical, viewed
from brink.errors import BadJudgement


def merge(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The name that should go.")],
    into: Annotated[str, typer.Argument(help="The actor it is.")],
    because: Because,
    who: Who = None,
) -> None:
    """Count one actor's rows as another's.

    \b
    Example:
      brink judge sahel merge "JNIM fighters" JNIM --because "same group"
    """
    view = viewed(context.obj, None)
    name, into = canonical(view, name), canonical(view, into)
    if name == into:
        raise BadJudgement(f"{name!r} and {into!r} are one actor already")
    keep(context, "merge", {"name": name, "into": into}, who=who, because=because)


def split(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The actor that some rows wrongly name.")],
    into: Annotated[str, typer.Argument(help="Who those rows are about instead.")],
    rows: Annotated[list[str], typer.Argument(help="Ids of those rows.")],
    because: Because,
    who: Who = None,
) -> None:
    """Say that in some rows an actor is somebody else.

    \b
    Example:
      brink judge sahel split Taliban "Local Taliban" e12ab34cd5 --because "a village militia"
    """
    view = viewed(context.obj, None)
    for row in rows:
        view.row(row)
    arguments = {"name": canonical(view, name), "into": into, "rows": sorted(rows)}
    keep(context, "split", arguments, who=who, because=because)
