"""What an analyst decides: merge, split, reject, amend, join, part, note, accept; listed and undone."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import canonical, say, viewed
from brink.cli.options import CaseName, Csv, Json
from brink.cli.output import emit
from brink.errors import BadJudgement, NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.judgements import Verb
    from brink.case.view import View

app = typer.Typer(
    help=(
        "Decide on rows: merge or split actors, reject or amend a row, join or part incidents.\n\n"
        "Nothing is overwritten: every decision is kept with who, when and why, survives\n"
        're-reading and can be undone.\n\n\b\nExample:\n  brink judge sahel merge "JNIM fighters" JNIM '
        '--because "same group"'
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
)

Because = Annotated[str, typer.Option("--because", help="Why, for whoever reads the case later.")]
Who = Annotated[str | None, typer.Option("--who", help="Who decides (default: your login name).")]


@app.callback()
def _judged(context: typer.Context, case: CaseName) -> None:
    context.obj = case


def _keep(
    context: typer.Context, verb: Verb, arguments: Mapping[str, Any], *, who: str | None, because: str
) -> None:
    from brink.case.judgements import add_judgement

    view = viewed(context.obj, None)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    number = add_judgement(
        view.case.store, verb, arguments, who=who or getpass.getuser(), at=at, because=because
    )
    say(f"judgement {number} kept; `brink judge {context.obj} undo {number}` takes it back")


def _known_event(view: View, event: str) -> str:
    if event not in view.event:
        raise NotInCase(f"no event {event!r} as of {view.as_of}{nearest(event, list(view.event))}")
    return event


@app.command()
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
    _keep(context, "merge", {"name": name, "into": into}, who=who, because=because)


@app.command()
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
    _keep(context, "split", arguments, who=who, because=because)


@app.command()
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
    _keep(context, "reject", {"row": row}, who=who, because=because)


@app.command()
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

    _known_event(viewed(context.obj, None), row)
    read_amendment(field, value)
    _keep(context, "amend", {"row": row, "field": field, "value": value}, who=who, because=because)


@app.command()
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
    _keep(
        context, "join", {"events": [_known_event(view, event) for event in events]}, who=who, because=because
    )


@app.command()
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
    incident = view.incident_of[_known_event(view, event)]
    others = [other for other in incident.events if other != event]
    if not others:
        raise BadJudgement(
            f"event {event} is alone in incident {incident.id}; there is nothing to part it from"
        )
    _keep(context, "part", {"event": event, "others": others}, who=who, because=because)


@app.command()
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
    _keep(context, "note", {"row": row, "text": text}, who=who, because=text)


@app.command()
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
    replaced = _known_event(view, instead_of) if instead_of else None
    _keep(context, "accept", {"event": event_json(event), "model": model}, who=who, because=because)
    if replaced:
        _keep(context, "reject", {"row": replaced}, who=who, because=f"replaced by {row}: {because}")


@app.command()
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
    _keep(context, "undo", {"judgement": number}, who=who, because=because)


@app.command("list")
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
