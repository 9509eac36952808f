"""Where what came fell in the forecast distribution: level bars when a forecast is calibrated."""

from __future__ import annotations

from typing import Any

import altair as alt

from brink.play.answers.sentences import joined
from brink.play.fit.record import HEADLINE, Hindcast
from brink.play.fit.scored import BINS, Score
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config

MODEL = "model"
FORECASTS = {MODEL: HEADLINE, "pool": ("none", "pool"), "conflictology": ("none", "conflictology")}
"""The last value is left out: a forecast of one number has no fifths."""
EVEN = 1 / BINS
FIFTHS = ("lowest", "2", "3", "4", "highest")


def record_pit(found: Hindcast) -> Figure:
    """Share of months in each fifth of the forecast, by series, of the model and of forecasts beside it.

    The histogram is that of counts without chance in it (Czado, Gneiting and Held 2009, Biometrics 65).
    """
    rows = [
        _row(found, score, name)
        for series in found.series
        for name, key in FORECASTS.items()
        for score in [found.score(series, *key)]
    ]
    return Figure(
        id=f"record-{found.as_of}-pit",
        title=_title(found),
        reading=(
            "Bars are the share of months in each fifth of the forecast distribution, from its lowest to its "
            "highest; a calibrated forecast has one fifth in each, the dashed line. More to the right: "
            "foretold too low; more at both ends: too narrow; more in the middle: too wide. "
            f"{len(found.headline[0].observed)} months that hang together are few, so unevenness is a hint "
            "and no proof."
        ),
        spec=_chart(rows),
        columns=("series", "forecast", *FIFTHS),
        rows=tuple(rows),
        links=((),) * len(rows),
    )


def _title(found: Hindcast) -> str:
    upper = {one.series: one.pit[-2] + one.pit[-1] for one in found.headline}
    listed = ", ".join(f"{share:.0%} for {series}" for series, share in upper.items())
    low = [series for series, share in upper.items() if share > 0.5]
    high = [series for series, share in upper.items() if share < 0.3]
    verdict = [f"{joined(low)} too low"] if low else []
    verdict += [f"{joined(high)} too high"] if high else []
    said = f"The model foretold {'; '.join(verdict)}" if verdict else "The model was about level"
    return f"{said}. Months in the upper two fifths of its forecast, 40 % if calibrated: {listed}"


def _row(found: Hindcast, score: Score, name: str) -> dict[str, Any]:
    # Two lines over a narrow column.
    short = score.series.replace(" between", "|between").replace(" by", "|by")
    shares = {fifth: round(share, 3) for fifth, share in zip(FIFTHS, score.pit, strict=True)}
    return {"series": found.called[score.series], "forecast": name, **shares, "short": short}


def _chart(rows: list[dict[str, Any]]) -> dict[str, Any]:
    values = [
        {
            "series": row["short"],
            "forecast": row["forecast"],
            "fifth": fifth,
            "share": row[fifth],
            "even": EVEN,
        }
        for row in rows
        for fifth in FIFTHS
    ]
    order = list(dict.fromkeys(row["short"] for row in rows))
    base = alt.Chart(alt.Data(values=values))
    inks = alt.Scale(domain=list(FORECASTS), range=[INKS["words"], INKS["ink-soft"], INKS["threat"]])
    ends = f"datum.value == '{FIFTHS[0]}' ? 'low' : datum.value == '{FIFTHS[-1]}' ? 'high' : ''"
    fifths = alt.Axis(labelAngle=0, ticks=False, grid=False, labelExpr=ends)
    bars = base.mark_bar(opacity=1).encode(
        x=alt.X("fifth:O", sort=list(FIFTHS), title=None, axis=fifths),
        y=alt.Y(
            "share:Q", title=None, axis=alt.Axis(format="%", tickCount=3), scale=alt.Scale(domain=[0, 1])
        ),
        color=alt.Color("forecast:N", scale=inks, legend=None),
    )
    even = base.mark_rule(color=INKS["ink"], strokeDash=[4, 3]).encode(y="even:Q")
    plain = {"title": None, "labelColor": INKS["ink"], "labelFontSize": 12}
    series = alt.Header(labelExpr="split(datum.label, '|')", **plain)
    forecast = alt.Header(labelAngle=0, labelAlign="left", **plain)
    chart = (
        alt.layer(bars, even)
        .properties(width=140, height=66)
        .facet(
            row=alt.Row("forecast:N", sort=list(FORECASTS), header=forecast),
            column=alt.Column("series:N", sort=order, header=series),
            spacing={"row": 14, "column": 16},
        )
    )
    return {**chart.to_dict(validate=False), "config": config()}
