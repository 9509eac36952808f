"""`brink judge CASE VERB`: what an analyst decides; every decision listed and undone."""

from __future__ import annotations

import typer

from brink.cli.judge import happenings, naming, rows, taken
from brink.cli.options import CaseName

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


@app.callback()
def _judged(context: typer.Context, case: CaseName) -> None:
    context.obj = case


app.command("merge")(naming.merge)
app.command("split")(naming.split)
app.command("reject")(rows.reject)
app.command("amend")(rows.amend)
app.command("join")(happenings.join)
app.command("part")(happenings.part)
app.command("note")(rows.note)
app.command("accept")(rows.accept)
app.command("undo")(taken.undo)
app.command("list")(taken.list_)
