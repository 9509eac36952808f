"""The search for rules that are good under every structure and motive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.bar import Bar
from brink.cli.opening import opened_view
from brink.cli.options import AsOf, CaseName, Csv, Json
from brink.cli.output import emit

if TYPE_CHECKING:
    from brink.play.answers.search import Trial


def search_policy(
    case: CaseName,
    rules: Annotated[int, typer.Option("--rules", min=8, help="Rules drawn to begin with.")] = 90,
    futures: Annotated[int, typer.Option("--futures", min=64, help="Futures of the first round.")] = 512,
    months: Annotated[int, typer.Option("--months", min=1, help="Months played.")] = 36,
    player: Annotated[
        str | None, typer.Option("--as", metavar="ACTOR", help="Pull its levers alone (default: all).")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Draws of rules.")] = 1,
    as_of: AsOf = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Search for rules that are good under every structure and motive, and show the front.

    Rules pull one to three levers, always or on thresholds. All are played in few futures, the
    better third in three times as many, and so on; the last are judged in futures that the
    search never saw. A rule is judged by its worst structure and motive, on lives and money.

    \b
    Example:
      brink search-policy pakistan-ttp --rules 200
    """
    from brink.play.answers.search import search
    from brink.play.fit.posterior import kept_posterior
    from brink.play.game.levers import actor_called, levers_of
    from brink.play.setting import setting_of

    view = opened_view(case, as_of)
    what = setting_of(view, options=(), futures=16 * futures, months=months, posterior=kept_posterior(view))
    among = None
    if player is not None:
        among = set(levers_of(view.definition, actor_called(view.definition, player)))
    bar = Bar()
    bar.begin("playing rules", None)
    found = search(what, rules=rules, futures=futures, seed=seed, among=among)
    bar.end()
    emit(
        [_row(trial) for trial in found],
        columns=(
            "rule",
            "killed, worst case",
            "±",
            "in",
            "killed, mean",
            "USD million, worst case",
            "USD million, mean",
        ),
        title=(
            f"In the simulation: rules beaten by none of {rules} on their worst case, against holding over "
            f"{months} months. killed: people, the group's fighters not counted, fewer is better; in: the "
            "structure (S) and the host's motive (H) of that worst case, ± its 90 % interval; USD "
            "million: left, more is better"
        ),
        as_json=as_json,
        as_csv=as_csv,
        empty="no rule was found; draw more with --rules",
    )


def _row(trial: Trial) -> dict[str, Any]:
    return {
        "rule": trial.rule.said(),
        "killed, worst case": round(trial.worst[0]),
        "±": round(1.645 * trial.worst_error[0]),
        "in": trial.worst_in[0],
        "killed, mean": round(trial.mean[0]),
        # Losses of money are negative gains; people read what is left.
        "USD million, worst case": round(-trial.worst[1]),
        "USD million, mean": round(-trial.mean[1]),
        "futures": trial.futures,
    }
