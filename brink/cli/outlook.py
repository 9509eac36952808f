"""Forecasts of the monthly series of a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import opened, say
from brink.cli.options import AsOf, CaseName, Csv, Json, parse_date
from brink.cli.output import emit
from brink.errors import BadForecast

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.forecast.series import SeriesForecast


def forecast(
    case: CaseName,
    series: Annotated[
        str | None, typer.Option("--series", metavar="NAME", help="One series: its id, or id/field.")
    ] = None,
    horizon: Annotated[
        int, typer.Option("--horizon", min=1, max=36, help="Months from the last one known to the last one.")
    ] = 14,
    gap: Annotated[
        int,
        typer.Option("--gap", min=1, max=24, help="Months from the last one known to the next; 1: no lag."),
    ] = 3,
    as_of: AsOf = None,
    draws: Annotated[
        Path | None, typer.Option("--draws", metavar="FILE", help="Write all draws as Parquet (VIEWS form).")
    ] = None,
    quantiles: Annotated[
        Path | None, typer.Option("--quantiles", metavar="FILE", help="Write quantiles as CSV (hub form).")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Members apart, and the past months most like now.")
    ] = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Forecast monthly deaths and events: 1,000 draws a month, and what moved since the last run.

    \b
    Example:
      brink forecast pakistan-ttp --series ucdp-ttp --explain
    """
    from brink.case.view import View
    from brink.forecast.files import write_draws, write_quantiles

    view = View(opened(case), parse_date(as_of) if as_of else None)
    made = _made(view, series, horizon, gap)
    if draws:
        write_draws(made, draws)
    if quantiles:
        write_quantiles(made, quantiles)
    if as_json or as_csv:
        _rows(view, made, explain=explain, as_json=as_json, as_csv=as_csv)
    else:
        _tables(view, made, months=series is not None, explain=explain)
    _keep(view, made)


def _made(view: View, series: str | None, horizon: int, gap: int) -> list[SeriesForecast]:
    from brink.case.series import series_key
    from brink.forecast.series import forecast_case, forecast_series

    if series is not None:
        name, _, field = series.replace(" ", "/").partition("/")
        fields = (field,) if field else series_key(view, name).values
        return [forecast_series(view, name, each, horizon=horizon, gap=gap) for each in fields]
    made = []
    for found in forecast_case(view, horizon=horizon, gap=gap):
        if isinstance(found, str):
            say(f"not forecast: {found}")
        else:
            made.append(found)
    if not made:
        raise BadForecast(f"no series of {view.title} can be forecast as of {view.as_of}")
    return made


def _keep(view: View, made: list[SeriesForecast]) -> None:
    from brink.forecast.kept import keep

    for each in made:
        keep(view.case, each, view.as_of)


def _rows(view: View, made: list[SeriesForecast], *, explain: bool, as_json: bool, as_csv: bool) -> None:
    from brink.forecast.explained import analogue_rows
    from brink.forecast.kept import moved
    from brink.forecast.series import month_rows

    rows: list[dict[str, Any]] = []
    for each in made:
        before = moved(view.case, each, view.as_of)
        said = before.words if before else None
        if explain:
            rows += [{"series": each.past.id, "field": each.past.field, **row} for row in analogue_rows(each)]
        else:
            rows += [{**row, "moved": said} for row in month_rows(each)]
    empty = f"no analogues as of {view.as_of}: the series is all but quiet"
    emit(rows, columns=(), title="", as_json=as_json, as_csv=as_csv, empty=empty)


def _tables(view: View, made: list[SeriesForecast], *, months: bool, explain: bool) -> None:
    summary = [_summary(view, each) for each in made]
    first, last = made[0].months[0], made[0].months[-1]
    from brink.dates.months import month_label

    _print(summary, f"{view.title}: {month_label(first)} to {month_label(last)}, as of {view.as_of}")
    for each in made:
        if months:
            _print(_month_table(each), f"{each.name}, {each.past.unit}: median and bands")
        if explain:
            _explained(each)
    say(
        "1,000 draws a month from the series' own recent months and the past months of the world most like "
        "them; how well such forecasts did: brink backtest"
    )


def _summary(view: View, made: SeriesForecast) -> dict[str, Any]:
    from brink.dates.months import month_label
    from brink.forecast.kept import moved
    from brink.forecast.series import month_rows

    first = month_rows(made)[0]
    before = moved(view.case, made, view.as_of)
    return {
        "series": made.name,
        "known to": month_label(made.last_known),
        "last 12": f"{made.trailing_mean:.1f}",
        f"median, {first['month']}": first["median"],
        "90 %": f"{first['low_90']}–{first['high_90']}",
        "at least 25": _percent(first["p_25"]),
        "escalation": "" if made.escalation is None else _percent(made.escalation),
        "moved": before.words if before else "",
    }


def _percent(chance: float) -> str:
    """A chance as a draw of a thousand can tell it: never 0 or 100 %."""
    return "<0.1 %" if chance <= 0 else ">99.9 %" if chance >= 1 else f"{100 * chance:.1f} %"


def _month_table(made: SeriesForecast) -> list[dict[str, Any]]:
    from brink.forecast.series import month_rows

    return [
        {
            "month": row["month"],
            "median": row["median"],
            "50 %": f"{row['low_50']}–{row['high_50']}",
            "80 %": f"{row['low_80']}–{row['high_80']}",
            "90 %": f"{row['low_90']}–{row['high_90']}",
            "at least 1": _percent(row["p_1"]),
            "at least 25": _percent(row["p_25"]),
            "at least 100": _percent(row["p_100"]),
        }
        for row in month_rows(made)
    ]


def _explained(made: SeriesForecast) -> None:
    from brink.forecast.explained import analogue_rows, member_rows

    _print(member_rows(made), f"{made.name}: what each member says, median (90 %); world: {made.world.words}")
    rows = analogue_rows(made)
    if rows:
        _print(rows, "Past months most like now, and what followed over the months forecast")
    else:
        say(f"{made.name} is all but quiet: what followed all months as quiet is taken, and none stands out")


def _print(rows: list[dict[str, Any]], title: str) -> None:
    emit(rows, columns=tuple(rows[0]), title=title, as_json=False, as_csv=False, empty="")
    print()
