"""`brink ledger CASE VERB`: questions asked, answers over time, outcomes, and what that earned."""

from __future__ import annotations

import typer

from brink.cli.ledger import answering, asking, resolving, telling
from brink.cli.options import CaseName

app = typer.Typer(
    help=(
        "Keep a ledger of forecasts: ask, answer, update, resolve, score.\n\n"
        "Entries are only ever added, each sealed over the one before; forecasts of case.yaml are\n"
        "taken in by themselves.\n\n\b\nExample:\n  brink ledger pakistan-ttp list\n"
        "  brink ledger sahel update truce-2024 --probability 0.3 --author desk \\\n"
        '    --because "talks announced"'
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def _kept(context: typer.Context, case: CaseName) -> None:
    context.obj = case


app.command("add")(asking.add)
app.command("update")(answering.update)
app.command("withdraw")(answering.withdraw)
app.command("drafts")(telling.drafts)
app.command("confirm")(answering.confirm)
app.command("forecast")(answering.forecast)
app.command("list")(telling.list_)
app.command("show")(telling.show)
app.command("resolve")(resolving.resolve)
app.command("score")(telling.score)
app.command("verify")(telling.verify)
app.command("export")(telling.export)
