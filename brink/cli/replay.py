"""The forecast replayed on the past, beside the forecasts to beat."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.bar import Bar
from brink.cli.output import emit
from brink.errors import NotInCase, nearest

if TYPE_CHECKING:
    from brink.forecast.backtest import Backtest
    from brink.forecast.panel import Measure, Panel, Violence

PANELS = {"views": "country", "dyads": "dyad"}
"""Names of the shipped panels: the countries of the VIEWS challenge, and single dyads."""
MEASURES = ("deaths", "events")
KINDS = ("sb", "ns", "os")

PanelName = Annotated[
    str, typer.Option("--panel", metavar="views|dyads", help="The world's countries, or its single dyads.")
]
MeasureName = Annotated[
    str, typer.Option("--measure", metavar="deaths|events", help="What is counted each month.")
]
ViolenceName = Annotated[
    str,
    typer.Option("--violence", metavar="sb|ns|os", help="State-based, non-state or one-sided (UCDP)."),
]


def shipped_panel(panel: str, measure: str, violence: str) -> Panel:
    """The world panel of those names.

    Raises
    ------
    NotInCase
        When a name is not known.
    """
    from brink.forecast.panel import world

    for option, value, allowed in (
        ("--panel", panel, PANELS),
        ("--measure", measure, MEASURES),
        ("--violence", violence, KINDS),
    ):
        if value not in allowed:
            raise NotInCase(
                f"{option} cannot be {value!r}{nearest(value, allowed)} (allowed: {', '.join(allowed)})"
            )
    counted: Measure = "events" if measure == "events" else "deaths"
    kind: Violence = "sb" if violence == "sb" else "ns" if violence == "ns" else "os"
    return world("dyad" if PANELS[panel] == "dyad" else "country", measure=counted, violence=kind)


def backtest(
    panel: PanelName = "views",
    measure: MeasureName = "deaths",
    violence: ViolenceName = "sb",
    windows: Annotated[
        str, typer.Option("--windows", metavar="YEARS", help="Years to replay, as 2000..2025.")
    ] = "2000..2025",
    model: Annotated[
        str,
        typer.Option("--model", metavar="NAME", help="pool, fifths, conflictology, last, boot_240 or zero."),
    ] = "pool",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Replay a forecast on past years, from what was known each October, and score it.

    \b
    Example:
      brink backtest --panel dyads --measure events
    """
    from brink.forecast.backtest import backtest as replayed
    from brink.forecast.windows import parse_windows

    chosen = parse_windows(windows)
    world = shipped_panel(panel, measure, violence)
    bar = Bar()
    bar.begin("replaying windows", len(chosen) + 1)
    result = replayed(world, chosen, model=model, each_window=bar.advance)
    bar.end()
    if as_json:
        print(json.dumps(_object(result, panel), ensure_ascii=False))
    else:
        _tables(result)


def _object(result: Backtest, panel: str) -> dict[str, Any]:
    from brink.forecast.backtest import as_row

    found = result.verdicts[0]
    return {
        **as_row(result),
        "panel": panel,
        "per_window": [
            {"window": w.label, "crps": w.crps, "conflictology": w.conflictology, "ratio": w.ratio}
            for w in (*found.windows, *result.true_future[0].windows)
        ],
        "reliability_25": [
            {
                "from": b.low,
                "to": b.high,
                "forecasts": b.count,
                "said": b.mean_probability,
                "happened": b.share_occurred,
            }
            for b in found.reliability_25
        ],
        "rivals": [as_row(result, at) for at in range(1, len(result.verdicts))],
    }


def _tables(result: Backtest) -> None:
    found = result.verdicts[0]
    _window_table(result)
    _model_table(result)
    rows = [
        {
            "P(at least 25)": f"{b.low:.0%} to {b.high:.0%}",
            "forecasts": b.count,
            "said": f"{b.mean_probability:.1%}",
            "happened": f"{b.share_occurred:.1%}",
        }
        for b in found.reliability_25
    ]
    _table(rows, "What happened where so much was said")
    low, high = found.interval
    largest = " and ".join(result.panel.units[row].name for row in found.largest)
    print(
        f"\n{_clean_years(result)}\n"
        f"All windows: {found.geometric_ratio:.3f} (90 % of resampled windows {low:.3f} to {high:.3f}), "
        f"better in {found.won} of {len(found.windows)}.\n"
        f"Ratio of means {found.ratio_of_means:.3f}. {largest} make up {found.largest_share:.0%} of "
        f"conflictology's score; without them {found.ratio_without_largest:.3f}.\n"
        f"True future (2024-07 to 2025-06): {result.true_future[0].geometric_ratio:.3f}.\n"
        f"Ranks of what came, in tenths (10 % each when calibrated): "
        f"{' '.join(f'{share:.0%}' for share in found.pit)}"
    )


def _clean_years(result: Backtest) -> str:
    """What is said first: windows that chose the pool flatter it."""
    from brink.forecast.windows import CHOSEN_TO

    model = result.verdicts[0].model
    if not result.clean:
        return (
            f"{model}: no window after {CHOSEN_TO} was asked for. The pool was chosen on windows up to then, "
            "which flatter it."
        )
    found = result.clean[0]
    years = " to ".join(dict.fromkeys((found.windows[0].label, found.windows[-1].label)))
    return (
        f"{model} in {years}, which played no part in choosing the pool: CRPS {found.geometric_ratio:.3f} of "
        f"conflictology's (geometric mean), better in {found.won} of {len(found.windows)}."
    )


def _table(rows: list[dict[str, Any]], title: str) -> None:
    emit(rows, columns=tuple(rows[0]), title=title, as_json=False, as_csv=False, empty="")


def _window_table(result: Backtest) -> None:
    found = (*result.verdicts[0].windows, *result.true_future[0].windows)
    rows = [
        {
            "window": w.label,
            result.verdicts[0].model: f"{w.crps:.2f}",
            "conflictology ": f"{w.conflictology:.2f}",
            "ratio": f"{w.ratio:.3f}",
            "": "better" if w.ratio < 1 else "worse" if w.ratio > 1 else "",
        }
        for w in found
    ]
    title = (
        f"Mean CRPS, {result.panel.measure} a month of {result.panel.kind} and month, 3 to 14 months ahead"
    )
    _table(rows, title)


def _model_table(result: Backtest) -> None:
    from brink.forecast.windows import CHOSEN_TO

    cleans = result.clean or (None,) * len(result.verdicts)
    rows = [
        {
            "model": v.model,
            **({f"from {CHOSEN_TO + 1} on": f"{clean.geometric_ratio:.3f}"} if clean else {}),
            "all windows": f"{v.geometric_ratio:.3f}",
            "won": f"{v.won}/{len(v.windows)}",
            "ratio of means": f"{v.ratio_of_means:.3f}",
            "log-CRPS ratio": f"{v.log_crps_ratio:.3f}",
            "true future": f"{future.geometric_ratio:.3f}",
            "ignorance": f"{v.ignorance:.3f}",
            "interval score": f"{v.interval_score:.1f}",
            "coverage 50/80/90 %": "/".join(f"{share:.0%}" for share in v.coverage.values()),
        }
        for v, future, clean in zip(result.verdicts, result.true_future, cleans, strict=True)
    ]
    _table(
        rows, "CRPS over conflictology's (geometric mean), beside the forecasts to beat; below 1 is better"
    )
