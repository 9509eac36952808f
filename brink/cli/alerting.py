"""Where in the world escalation is likeliest next, and how such alerts did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.options import Csv, Json, parse_date
from brink.cli.output import emit
from brink.cli.replay import PanelName, ViolenceName, shipped_panel
from brink.errors import NotInCase, nearest

if TYPE_CHECKING:
    from brink.forecast.panel import Panel
    from brink.forecast.warned import Warned

FIRST_REPLAYED, LAST_REPLAYED = 2016, 2025


def alerts(
    panel: PanelName = "views",
    violence: ViolenceName = "sb",
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar="escalation|onset",
            help="Rising conflicts, or new ones where 24 months held fewer than 25 deaths.",
        ),
    ] = "escalation",
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Use nothing later (default: end of the panels)."),
    ] = None,
    budget: Annotated[int, typer.Option("--budget", min=1, help="Alerts a month.")] = 5,
    replay: Annotated[
        bool, typer.Option("--replay", help="How such alerts did, 2016 to 2025, beside a rule of thumb.")
    ] = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the countries or dyads where escalation, or an onset of fighting, is likeliest.

    \b
    Example:
      brink alerts --as-of 2022-10-31 --budget 5
      brink alerts --of onset --replay
    """
    world, warned = shipped_panel(panel, "deaths", violence), _warned(of)
    if replay:
        rows = _track_rows(world, budget, warned)
        title = f"Alerts of {of}, {FIRST_REPLAYED} to {LAST_REPLAYED}, fitted each January to what was over"
    else:
        rows, title = _alert_rows(world, as_of, budget, warned)
    emit(rows, columns=tuple(rows[0]), title=title, as_json=as_json, as_csv=as_csv, empty="")


def _warned(name: str) -> Warned:
    from brink.forecast.warned import WARNED

    if name not in WARNED:
        raise NotInCase(f"alerts are not of {name!r}{nearest(name, WARNED)} (of: {', '.join(WARNED)})")
    return WARNED[name]


def _alert_rows(
    world: Panel, as_of: str | None, budget: int, warned: Warned
) -> tuple[list[dict[str, Any]], str]:
    from brink.dates.months import last_whole_month, month_label, month_words
    from brink.forecast.alerts import alerts as found

    month = last_whole_month(parse_date(as_of)) if as_of else world.end - 1
    rows = [
        {
            "month": month_label(month),
            world.kind: alert.unit,
            "chance": round(alert.chance, 3),
            "last month": int(alert.last_month),
            "mean of 12": round(alert.trailing_mean, 1),
            warned.rule_name: "fires" if alert.rule else "",
        }
        for alert in found(world, month, budget=budget, of=warned)
    ]
    return rows, f"Likeliest to {warned.said} after {month_words(month)}"


def _track_rows(world: Panel, budget: int, warned: Warned) -> list[dict[str, Any]]:
    from brink.forecast.alerts import NOWHERE, at_budget, at_recall, of_rule, replayed

    rule = of_rule(world, FIRST_REPLAYED, LAST_REPLAYED, of=warned)
    chances, happened = replayed(world, FIRST_REPLAYED, LAST_REPLAYED, of=warned)
    base_rate = float(happened[chances != NOWHERE].mean())
    tracks = {
        warned.rule_name: rule,
        "model, at the rule's recall": at_recall(chances, happened, recall=rule.recall),
        "model, at recall .26": at_recall(chances, happened, recall=0.26),
        f"model, {budget} a month": at_budget(chances, happened, budget=budget),
    }
    return [
        {
            "alerts": name,
            "precision": round(track.precision, 3),
            "recall": round(track.recall, 3),
            "a month": round(track.alerts_a_month, 1),
            "base rate": round(base_rate, 4),
        }
        for name, track in tracks.items()
    ]
