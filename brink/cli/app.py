"""All commands, in the order an analyst meets them."""

from __future__ import annotations

import typer

from brink import __version__
from brink.cli import (
    alerting,
    ask,
    game,
    judge,
    ledger,
    listed,
    lists,
    make,
    move,
    outlook,
    play,
    play_model,
    replay,
    search_policy,
    second,
    watching,
    weigh_suggestions,
    why,
)

app = typer.Typer(
    name="brink",
    help=(
        "From reporting on a conflict to an evidence-linked model you can question.\n\n"
        "\b\nExample:\n  brink brief pakistan-ttp          read, code and brief the bundled case\n"
        "  brink new sahel --articles ~/clippings && brink brief sahel"
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"brink {__version__}")
        raise typer.Exit


@app.callback()
def _brink(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    del version


app.command("new")(make.new)
app.command("read")(make.read)
app.command("code")(make.code)
app.command("brief")(make.brief)
app.command("cases")(make.cases)
app.command("stories")(listed.stories)
app.command("events")(lists.events)
app.command("incidents")(lists.incidents)
app.command("claims")(lists.claims)
app.command("ties")(lists.ties)
app.command("places")(listed.places)
app.command("actors")(listed.actors)
app.command("sources")(listed.sources)
app.command("compare")(second.compare)
app.command("show")(ask.show)
app.command("search")(ask.search)
app.command("watch")(watching.watch)
app.add_typer(judge.app, name="judge")
app.add_typer(weigh_suggestions.app, name="weigh")
app.add_typer(ledger.app, name="ledger")
app.command("play")(play.play)
app.command("why")(why.why)
app.command("replay")(why.replay)
app.command("game")(game.game)
app.command("search-policy")(search_policy.search_policy)
app.command("export")(move.export)
app.command("import")(move.import_)
app.command("forecast")(outlook.forecast)
app.command("alerts")(alerting.alerts)
app.command("backtest")(replay.backtest)
app.command("model")(play_model.model)
app.command("hindcast")(play_model.hindcast)
