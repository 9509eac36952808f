"""A series and the months ahead of it as a fan: half and nine tenths of what may come, and what came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import numpy as np

from brink.dates.months import Month, month_interval, month_label, month_words
from brink.forecast.series import SeriesForecast
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config

MONTHS_SHOWN = 36
COLUMNS = ("month", "counted", "5 %", "25 %", "median", "75 %", "95 %")


def fan(forecast: SeriesForecast, *, came: Sequence[float] = ()) -> Figure:
    """The last three years of a series, the forecast of the next months, and `came`, if anything is revealed.

    `came` holds the counts of the first months forecast, as known later.
    """
    past = _past(forecast)
    future = [_row(forecast, i, came) for i in range(len(forecast.paths))]
    rows = [*past, *future]
    columns = (*COLUMNS, "came") if came else COLUMNS
    return Figure(
        id="fan",
        title=_title(forecast),
        reading=_reading(forecast, came),
        spec=_chart(past, future, forecast, bool(came)),
        columns=columns,
        rows=tuple({column: row.get(column) for column in columns} for row in rows),
        links=((),) * len(rows),
    )


def _title(forecast: SeriesForecast) -> str:
    what = forecast.past.field.replace("_", " ").capitalize()
    low, mid, high = np.quantile(forecast.paths.sum(axis=0), [0.05, 0.5, 0.95])
    before = np.nansum(forecast.past.counts[-12:])
    return (
        f"{what} in the next {len(forecast.months)} months: {mid:,.0f} in the middle, {low:,.0f} to "
        f"{high:,.0f} in nine of ten draws, after {before:,.0f} in the last twelve"
    )


def _reading(forecast: SeriesForecast, came: Sequence[float]) -> str:
    meaning, known_to = forecast.past.meaning, month_words(forecast.last_known)
    reading = (
        f"{meaning[:1].upper()}{meaning[1:]}. The line is what {forecast.past.source} counts up to "
        f"{known_to}; the dark band holds half and the light one nine tenths of the draws for each month, "
        "the dashed line is their median. Single months jump about, as they did before."
    )
    return reading + (" Diamonds are what came, known only later." if came else "")


def _past(forecast: SeriesForecast) -> list[dict[str, Any]]:
    series = forecast.past
    start = max(series.first, series.end - MONTHS_SHOWN)
    counts = series.window(start, series.end)
    return [
        {"month": month_label(start + i), "day": _day(start + i), "counted": float(count)}
        for i, count in enumerate(counts)
        if not np.isnan(count)
    ]


def _row(forecast: SeriesForecast, i: int, came: Sequence[float]) -> dict[str, Any]:
    levels = dict(zip(COLUMNS[2:], (0.05, 0.25, 0.5, 0.75, 0.95), strict=True))
    month = forecast.months[i]
    row: dict[str, Any] = {"month": month_label(month), "day": _day(month)}
    row.update({name: float(np.quantile(forecast.paths[i], level)) for name, level in levels.items()})
    if i < len(came):
        row["came"] = float(came[i])
    return row


def _day(month: Month) -> str:
    """The middle of a month, where its count is drawn."""
    return month_interval(month).start.replace(day=15).isoformat()


def _chart(
    past: list[dict[str, Any]], future: list[dict[str, Any]], forecast: SeriesForecast, revealed: bool
) -> dict[str, Any]:
    # Days are drawn in UTC: a local time zone would move them.
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(type="utc", padding=8),
        axis=alt.Axis(format="%b %Y", tickCount=8, labelOverlap=True, grid=False),
    )
    title = f"{forecast.past.field.replace('_', ' ')} a month"
    ahead = alt.Chart(alt.Data(values=future)).encode(x=x)
    ink = INKS["words"]
    wide = ahead.mark_area(fill=ink, fillOpacity=0.16, opacity=1).encode(
        y=alt.Y("5 %:Q", title=title, scale=alt.Scale(zero=True, nice=True)), y2="95 %:Q"
    )
    narrow = ahead.mark_area(fill=ink, fillOpacity=0.34, opacity=1).encode(y="25 %:Q", y2="75 %:Q")
    median = ahead.mark_line(color=ink, strokeDash=[5, 3], strokeWidth=2).encode(y="median:Q")
    counted = (
        alt.Chart(alt.Data(values=past))
        .mark_line(color=INKS["ink"], strokeWidth=1.6, point={"color": INKS["ink"], "size": 16})
        .encode(x=x, y="counted:Q")
    )
    today = month_interval(forecast.months[0]).start.isoformat()
    now = alt.Chart(
        alt.Data(values=[{"day": today, "label": f"known to {month_words(forecast.last_known)}"}])
    )
    rule = now.mark_rule(color=INKS["ink-soft"], strokeDash=[2, 2]).encode(x=x)
    said = now.mark_text(align="right", dx=-5, baseline="top", color=INKS["ink-soft"], fontSize=11).encode(
        x=x, y=alt.value(0), text="label:N"
    )
    layers = [wide, narrow, median, counted, rule, said]
    if revealed:
        layers.append(
            ahead.transform_filter("isValid(datum.came)")
            .mark_point(
                shape="diamond",
                size=60,
                filled=True,
                color=INKS["threat"],
                stroke=INKS["ink"],
                strokeWidth=0.6,
                opacity=1,
            )
            .encode(y="came:Q")
        )
    chart = alt.layer(*layers).properties(width=660, height=220)
    return {**chart.to_dict(validate=False), "config": config()}
