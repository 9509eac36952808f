"""What the model foretold of one series from its freeze on, and what came."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np

from brink.dates.months import Month, month_interval, month_label, month_words
from brink.play.fit.record import HEADLINE, Hindcast
from brink.play.fit.scored import Score
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config

COLUMNS = ("month", "counted", "5 %", "25 %", "median", "75 %", "95 %", "pool, median", "missed")
MISSED = "outside the band"
NAMED = 4
"""Missed months that the title names; more are only counted."""


def record_fan(found: Hindcast, series: str) -> Figure:
    """The band of the model for each month played, with the counts before it and those that came.

    Raises
    ------
    KeyError
        When the series was not scored.
    """
    score = found.score(series, *HEADLINE)
    ahead = _ahead(found, score)
    before = _before(found, series)
    return Figure(
        id=f"record-{found.as_of}-{series.replace(' ', '-')}",
        title=_title(found, score),
        reading=_reading(found, series),
        spec=_chart(before, ahead, "deaths" if "deaths" in series else "events", found.first),
        columns=COLUMNS,
        rows=tuple({column: row.get(column) for column in COLUMNS} for row in (*before, *ahead)),
        links=((),) * (len(before) + len(ahead)),
    )


def _title(found: Hindcast, score: Score) -> str:
    months = len(score.observed)
    called = found.called[score.series]
    missed = [month_words(found.first + int(month)) for month in score.misses]
    if not missed:
        misses = "none missed"
    elif len(missed) <= NAMED:
        misses = f"missed: {', '.join(missed)}"
    else:
        misses = f"{len(missed)} missed"
    return (
        f"{called[:1].upper()}{called[1:]}: {score.inside} of {months} months inside the 90 % band, "
        f"{score.above} above the median; {misses}"
    )


def _reading(found: Hindcast, series: str) -> str:
    total = next(t for t in found.totals if (t.series, t.variant, t.model) == (series, *HEADLINE))
    return (
        f"In the simulation, as knowable on {found.as_of}, by the target's own rules and the judged weights "
        "of the structures. The light band holds nine tenths of the draws of each month and the dark one "
        "half, the dashed line is their median; the line is what was counted, diamonds are months outside "
        "the band. Dots are the median of the statistical forecast. Over all months "
        f"{total.low:,.0f} to {total.high:,.0f} were foretold with 90 %, median {total.mid:,.0f}; "
        f"{total.observed:,.0f} came. The months are one history: when one lies high, so do its neighbours."
    )


def _before(found: Hindcast, series: str) -> list[dict[str, Any]]:
    counts = found.before.get(series, np.empty(0))
    first = found.first - len(counts)
    return [
        _dated(first + place) | {"counted": float(count)}
        for place, count in enumerate(counts)
        if not np.isnan(count)
    ]


def _ahead(found: Hindcast, score: Score) -> list[dict[str, Any]]:
    missed = set(score.misses.tolist())
    pool = found.score(score.series, "none", "pool")
    bands = (score.low, score.quarter, score.mid, score.three_quarters, score.high, pool.mid)
    rows = []
    for place in range(len(score.observed)):
        row = _dated(found.first + place) | {"counted": float(score.observed[place])}
        row |= {name: round(float(band[place]), 1) for name, band in zip(COLUMNS[2:8], bands, strict=True)}
        rows.append(row | {"missed": MISSED if place in missed else ""})
    return rows


def _dated(month: Month) -> dict[str, Any]:
    # A month is drawn at its middle.
    return {"month": month_label(month), "day": month_interval(month).start.replace(day=15).isoformat()}


def _chart(
    before: list[dict[str, Any]], ahead: list[dict[str, Any]], counted_in: str, first: Month
) -> dict[str, Any]:
    # Days are drawn in UTC: a local time zone would move them.
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(type="utc", padding=8),
        axis=alt.Axis(format="%b %Y", tickCount=6, labelOverlap=True, grid=False),
    )
    ink = INKS["words"]
    drawn = [{**row, "pool": row["pool, median"], "out": row["missed"] == MISSED} for row in ahead]
    played = alt.Chart(alt.Data(values=drawn)).encode(x=x)
    wide = played.mark_area(fill=ink, fillOpacity=0.16, opacity=1).encode(
        y=alt.Y("5 %:Q", title=f"{counted_in} a month", scale=alt.Scale(zero=True, nice=True)),
        y2="95 %:Q",
    )
    narrow = played.mark_area(fill=ink, fillOpacity=0.34, opacity=1).encode(y="25 %:Q", y2="75 %:Q")
    median = played.mark_line(color=ink, strokeDash=[5, 3], strokeWidth=2).encode(y="median:Q")
    pool = played.mark_circle(color=INKS["threat"], size=14, opacity=1).encode(y="pool:Q")
    counted = (
        alt.Chart(alt.Data(values=[*before, *drawn]))
        .mark_line(color=INKS["ink"], strokeWidth=1.6, point={"color": INKS["ink"], "size": 16})
        .encode(x=x, y="counted:Q")
    )
    missed = played.transform_filter("datum.out").mark_point(
        shape="diamond", size=90, filled=True, color=INKS["conflict"], opacity=1
    )
    layers = [wide, narrow, median, pool, counted, missed.encode(y="counted:Q"), *_freeze(first, x)]
    return {
        **alt.layer(*layers).properties(width=660, height=200).to_dict(validate=False),
        "config": config(),
    }


def _freeze(first: Month, x: alt.X) -> list[alt.Chart]:
    day = month_interval(first).start.isoformat()
    line = alt.Chart(alt.Data(values=[{"day": day, "label": f"known to {month_words(first - 1)}"}]))
    return [
        line.mark_rule(color=INKS["ink-soft"], strokeDash=[2, 2]).encode(x=x),
        line.mark_text(align="right", dx=-5, baseline="top", color=INKS["ink-soft"], fontSize=11).encode(
            x=x, y=alt.value(0), text="label:N"
        ),
    ]
