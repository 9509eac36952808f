"""What is watched: states of tripwires and indicators, with their past."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import say, viewed
from brink.cli.options import AsOf, CaseName, Csv, Json, parse_date
from brink.cli.output import emit, plain

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.watch import State

EXIT = {"clear": 0, "watch": 10, "warning": 20, "alarm": 30}
_STYLE = {"clear": "dim", "watch": "", "warning": "bold", "alarm": "bold reverse"}


def watch(
    case: CaseName,
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One indicator or tripwire, shown with its evidence.")
    ] = None,
    as_of: AsOf = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what changed since, with what it was then.")
    ] = None,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help="Exit 10 on watch, 20 on warning, 30 on alarm of a tripwire listed."
        ),
    ] = False,
    cards: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also write a page for each, with its chart and past.")
    ] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Say which tripwires and indicators are crossed, since when, on what, and how they did in the past.

    \b
    Example:
      brink watch pakistan-ttp
      brink watch pakistan-ttp attack-in-capital --as-of 2022-12-31
    """
    from brink.case.view import View
    from brink.watch import watch as read
    from brink.watch.rows import in_words, state_row

    view = viewed(case, as_of)
    now = read(view)
    states = (now.state(name),) if name else now.states
    before = read(View(view.case, parse_date(since))) if since else None
    rows: list[dict[str, Any]] = []
    for state in states:
        was = before.state(state.id) if before else None
        if was is None or (was.level, was.firing) != (state.level, state.firing):
            rows.append({**state_row(view, state, was), **in_words(state)})
    shown = [_shown(row) for row in rows]
    columns = ("id", "kind", *(("was",) if since else ()), "level", "since", "reading", "why", "past")
    changed = f", changed since {since}" if since else ""
    emit(
        rows if as_json or as_csv else shown,
        columns=columns,
        title=f"Watched in {view.title} as of {view.as_of}{changed}",
        as_json=as_json,
        as_csv=as_csv,
        empty=_empty(view, since),
    )
    if name and not (as_json or as_csv):
        _in_full(view, now.state(name))
    if cards is not None:
        from brink.watch.cards import write_cards

        say(f"wrote {len(write_cards(view, states, cards))} pages to {cards}/")
    if exit_code:
        raise typer.Exit(max((EXIT[s.level] for s in states if name or s.kind == "tripwire"), default=0))


def _empty(view: View, since: str | None) -> str:
    if since:
        return f"nothing that is watched changed between {since} and {view.as_of}"
    return f"{view.title} watches nothing yet: list indicators or tripwires in its case.yaml"


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a person reads it."""
    return {
        **row,
        "reading": row["reading_in_words"],
        "why": "; ".join(row["why"]),
        "past": row["past_in_words"],
    }


def _in_full(view: View, state: State) -> None:
    """The card of one indicator on the terminal."""
    from rich.console import Console
    from rich.markdown import Markdown

    from brink.watch.cards import card

    Console(width=None, highlight=False).print(Markdown(plain_lines(card(view, state))))


def plain_lines(text: str) -> str:
    """Lines that a terminal shows as they are."""
    return "\n".join(plain(line) for line in text.split("\n"))
