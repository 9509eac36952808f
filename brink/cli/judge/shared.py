"""What the verbs of judging share: who and why, and the event that is meant."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import say, viewed
from brink.errors import NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.judgements import Verb
    from brink.case.view import View

Because = Annotated[str, typer.Option("--because", help="Why, for whoever reads the case later.")]
Who = Annotated[str | None, typer.Option("--who", help="Who decides (default: your login name).")]


def keep(
    context: typer.Context, verb: Verb, arguments: Mapping[str, Any], *, who: str | None, because: str
) -> None:
    """Add a judgement to the case and say how it is taken back."""
    from brink.case.judgements import add_judgement

    view = viewed(context.obj, None)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    number = add_judgement(
        view.case.store, verb, arguments, who=who or getpass.getuser(), at=at, because=because
    )
    say(f"judgement {number} kept; `brink judge {context.obj} undo {number}` takes it back")


def known_event(view: View, event: str) -> str:
    """An event's id, as given.

    Raises
    ------
    NotInCase
        When the case, as of its date, has no event of that id.
    """
    if event not in view.event:
        raise NotInCase(f"no event {event!r} as of {view.as_of}{nearest(event, list(view.event))}")
    return event
