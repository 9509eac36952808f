"""Which events tell of one incident: join them, or part one from the rest."""

from __future__ import annotations

from typing import Annotated

import typer

from brink.cli.judge.shared import Because, Who, keep, known_event
from brink.cli.opening import viewed
from brink.errors import BadJudgement


def join(
    context: typer.Context,
    events: Annotated[list[str], typer.Argument(help="Ids of two or more events.")],
    because: Because,
    who: Who = None,
) -> None:
    """Say that events tell of one incident.

    \b
    Example:
      brink judge sahel join e12ab34cd5 e98fe76dc5 --because "one bombing, two agencies"
    """
    view = viewed(context.obj, None)
    if len(set(events)) < 2:
        raise BadJudgement(f"joining takes two different events, got {', '.join(events)}")
    keep(
        context, "join", {"events": [known_event(view, event) for event in events]}, who=who, because=because
    )


def part(
    context: typer.Context,
    event: Annotated[str, typer.Argument(help="Id of the event that does not belong.")],
    because: Because,
    who: Who = None,
) -> None:
    """Take an event out of its incident.

    \b
    Example:
      brink judge sahel part e12ab34cd5 --because "a second bombing the same day"
    """
    view = viewed(context.obj, None)
    incident = view.incident_of[known_event(view, event)]
    others = [other for other in incident.events if other != event]
    if not others:
        raise BadJudgement(
            f"event {event} is alone in incident {incident.id}; there is nothing to part it from"
        )
    keep(context, "part", {"event": event, "others": others}, who=who, because=because)
