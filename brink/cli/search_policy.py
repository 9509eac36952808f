"""The search for rules that are good under every structure and motive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.bar import Bar
from brink.cli.opening import opened_view
from brink.cli.options import AsOf, CaseName, Csv, Json
from brink.cli.output import emit
from brink.cli.play_setting import PLAYER, Months, setting_as_kept

if TYPE_CHECKING:
    from brink.play.answers.search import Judged, Trial

COLUMNS = (
    "rule", "killed, worst case", "in", "searched", "killed, mean", "USD million, worst case", "on front",
)  # fmt: skip


def search_policy(
    case: CaseName,
    rules: Annotated[int, typer.Option("--rules", min=8, help="Rules drawn to begin with.")] = 90,
    futures: Annotated[int, typer.Option("--futures", min=64, help="Futures of the first round.")] = 512,
    months: Months = 36,
    player: Annotated[str | None, PLAYER] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Draws of rules.")] = 1,
    as_of: AsOf = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Search for rules that are good under every structure and motive, and show the front.

    Rules pull one to three levers, always or on thresholds. All are played in few futures, the
    better third in three times as many, and so on, at one half of the parameter points. The front
    is chosen there and told at the other half, in futures that the search never saw, beside what
    the search believed of it: what chose a rule flatters it. A rule is judged by its worst
    structure and motive, on lives and money.

    \b
    Example:
      brink search-policy pakistan-ttp --rules 200
    """
    from brink.play.answers.search import search
    from brink.play.game.levers import actor_called, levers_of
    from brink.play.setting import SEED

    view = opened_view(case, as_of)
    # Sixteen futures a point make a setting; half of these points are for the search.
    what = setting_as_kept(view, futures=32 * futures, months=months, seed=SEED)
    among = None
    if player is not None:
        among = set(levers_of(view.definition, actor_called(view.definition, player)))
    bar = Bar()
    bar.begin("playing rules", None)
    found = search(what, rules=rules, futures=futures, seed=seed, among=among)
    bar.end()
    for_programs = as_json or as_csv
    emit(
        [_row(trial) if for_programs else _line(trial) for trial in found],
        columns=COLUMNS,
        title=(
            f"In the simulation: of {rules} rules those that none beats on its worst case, against holding "
            f"over {months} months. killed: people, the group's fighters not counted, fewer is better, ± its "
            "90 % interval; in: the structure (S) and the host's motive (H) of that worst case; USD million: "
            "left, more is better. Told at parameter points and in futures that the search did not see; "
            "searched: what the search believed, which flatters what it chose"
        ),
        as_json=as_json,
        as_csv=as_csv,
        empty="no rule was found; draw more with --rules",
    )
    if found and not for_programs:
        print(_optimism(found))


def _optimism(found: list[Trial]) -> str:
    from brink.play.answers.search import higher_elsewhere
    from brink.play.answers.sentences import number, signed

    more, error = higher_elsewhere(found)
    one = found[0]
    stay = sum(trial.stays for trial in found)
    return (
        f"Elsewhere than searched, the worst cases kill {signed(more)} ± {number(1.645 * error)} people on "
        f"average ({one.searched.points} points searched, {one.unseen.points} others); {stay} of "
        f"{len(found)} rules are on the front there too."
    )


def _line(trial: Trial) -> dict[str, Any]:
    unseen, searched = trial.unseen, trial.searched
    return {
        "rule": trial.rule.said(),
        "killed, worst case": f"{round(unseen.worst[0])} ± {round(1.645 * unseen.worst_error[0])}",
        "in": unseen.worst_in[0],
        "searched": f"{round(searched.worst[0])} in {searched.worst_in[0]}",
        "killed, mean": f"{round(unseen.mean[0])}, searched {round(searched.mean[0])}",
        # Losses of money are negative gains; people read what is left.
        "USD million, worst case": f"{round(-unseen.worst[1])}, searched {round(-searched.worst[1])}",
        "on front": "stays" if trial.stays else "beaten",
    }


def _row(trial: Trial) -> dict[str, Any]:
    return {
        "rule": trial.rule.said(),
        "stays": trial.stays,
        "unseen": _numbers(trial.unseen),
        "searched": _numbers(trial.searched),
    }


def _numbers(judged: Judged) -> dict[str, Any]:
    return {
        "killed_worst": round(judged.worst[0], 2),
        "killed_worst_error": round(judged.worst_error[0], 2),
        "killed_worst_in": judged.worst_in[0],
        "killed_mean": round(judged.mean[0], 2),
        "money_worst": round(-judged.worst[1], 2),
        "money_mean": round(-judged.mean[1], 2),
        "points": judged.points,
        "futures": judged.futures,
    }
