"""Scores of the model beside forecasts that know no model, on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from brink.play.answers.sentences import joined
from brink.play.fit.record import HEADLINE, Hindcast
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config

ROW_PX = 34
FORECASTS = {
    "model, judged weights": HEADLINE,
    "model, held-out weights": ("own rules", "held-out weights"),
    "model, told of acts": ("as it came", "judged weights"),
    "conflictology": ("none", "conflictology"),
    "last value": ("none", "last value"),
    "pool": ("none", "pool"),
}
_MARK = {
    "model, judged weights": ("words", "diamond"),
    "model, held-out weights": ("words", "circle"),
    "model, told of acts": ("words", "triangle-up"),
    "conflictology": ("ink-soft", "square"),
    "last value": ("threat", "square"),
}
BESIDE = ("pool", "conflictology", "last value")
FIGHTING = "fighting between the states"


def record_scores(found: Hindcast) -> Figure:
    """Each forecast's score over that of the statistical forecast, by series; left of 1 is better."""
    rows = list(_rows(found))
    return Figure(
        id=f"record-{found.as_of}-scores",
        title=_title(rows),
        reading=(
            "Scores over that of the pool, the statistical forecast of Brink: left of the line is better. "
            "CRPS for counts, Brier for whether the states fought in a month, both means over "
            f"{len(found.headline[0].observed)} months. What the model was told of acts is known only "
            "afterwards, so those triangles show what its rules for the target cost, not what could be "
            "foretold. One history of months that hang together tells little about small differences."
        ),
        spec=_chart(rows),
        columns=("series", "score", *FORECASTS),
        rows=tuple(rows),
        links=((),) * len(rows),
    )


def _rows(found: Hindcast) -> Iterator[dict[str, Any]]:
    for series in found.series:
        scores = {name: found.score(series, *key).crps for name, key in FORECASTS.items()}
        yield {"series": found.called[series], "score": "CRPS", **_rounded(scores)}
    briers = {(one.variant, one.model): one.brier for one in found.chances}
    if HEADLINE in briers:
        scores = {name: briers[key] for name, key in FORECASTS.items()}
        yield {"series": FIGHTING, "score": "Brier", **_rounded(scores)}


def _rounded(scores: dict[str, float]) -> dict[str, float]:
    return {name: round(score, 3) for name, score in scores.items()}


def _title(rows: list[dict[str, Any]]) -> str:
    headline = "model, judged weights"
    better = [row["series"] for row in rows if row[headline] < min(row[name] for name in BESIDE)]
    worse = [row["series"] for row in rows if row["series"] not in better]
    said = f"The model scored better than {joined(BESIDE)} alike on {len(better)} of {len(rows)} series"
    return said + (f"; not on {joined(worse)}" if worse else "")


def _chart(rows: list[dict[str, Any]]) -> dict[str, Any]:
    values = [
        {"series": row["series"], "forecast": name, "ratio": row[name] / row["pool"], "score": row[name]}
        for row in rows
        for name in _MARK
        if row["pool"] > 0
    ]
    names = list(_MARK)
    order = [row["series"] for row in rows]
    scale = alt.Scale(type="log", nice=False, padding=14)
    ticks = alt.Axis(values=[0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4], format="~g")
    title = "score over that of the pool (even steps are even factors)"
    inks = alt.Scale(domain=names, range=[INKS[_MARK[name][0]] for name in names])
    shapes = alt.Scale(domain=names, range=[_MARK[name][1] for name in names])
    legend = alt.Legend(columns=3, orient="top", labelLimit=220)
    marks = (
        alt.Chart(alt.Data(values=values))
        .mark_point(filled=True, size=75, opacity=0.95)
        .encode(
            x=alt.X("ratio:Q", scale=scale, title=title, axis=ticks),
            y=alt.Y("series:N", sort=order, title=None, axis=alt.Axis(ticks=False, labelLimit=330)),
            color=alt.Color("forecast:N", scale=inks, title=None, legend=legend),
            shape=alt.Shape("forecast:N", scale=shapes, title=None),
        )
    )
    even = (
        alt.Chart(alt.Data(values=[{"at": 1}]))
        .mark_rule(color=INKS["ink"])
        .encode(x=alt.X("at:Q", scale=scale))
    )
    chart = alt.layer(even, marks).properties(width=430, height=ROW_PX * len(rows))
    return {**chart.to_dict(validate=False), "config": config()}
