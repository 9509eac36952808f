"""The ladders of a case: the highest rung that reporting shows, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from brink.case.view import View
from brink.dates.months import Month, month_interval, month_label, month_of, month_words
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config
from brink.watch.ladder import Climb, Reached

MONTHS_SHOWN = 18
RUNG_PX = 22
NONE = "no rung seen"


def climb_figure(view: View, climbs: Sequence[Climb]) -> Figure | None:
    """Steps of every ladder with a rung that rows can show, or None when no row shows any."""
    months = range(month_of(view.as_of) - MONTHS_SHOWN + 1, month_of(view.as_of) + 1)
    drawn = [climb for climb in climbs if any(month in months for month in climb.by_month())]
    if not drawn:
        return None
    rows = [row for climb in drawn for row in _rows(climb, months)]
    seen = [row for row in rows if row["rung"] != NONE]
    return Figure(
        id="ladder",
        title=_title(drawn),
        reading=(
            "One panel a ladder, the mildest rung at the foot. The line is the highest rung that this "
            "reporting shows in each month; a hollow mark rests only on rows in doubt. A rung without a mark "
            "was not coded, which does not mean that it was not used."
        ),
        spec=_chart(drawn, rows, months),
        columns=("ladder", "month", "rung", "in doubt"),
        rows=tuple(seen),
        links=tuple(tuple(row["evidence"]) for row in seen),
    )


def pair(climb: Climb) -> str:
    """Who climbs against whom."""
    return f"{climb.ladder.by} against {climb.ladder.against}"


def _title(climbs: Sequence[Climb]) -> str:
    return "Highest rungs seen: " + "; ".join(
        f"{climb.ladder.by}, "
        + " and perhaps ".join(filter(None, [_said(climb.highest), _said(climb.perhaps)]))
        if climb.highest
        else f"{climb.ladder.by}, perhaps {_said(climb.perhaps)}"
        for climb in climbs
    )


def _said(use: Reached | None) -> str:
    if use is None:
        return ""
    when = f" ({month_words(month_of(use.row.day))})" if use.row.day else ""
    return f"{use.rung.name[:1].lower()}{use.rung.name[1:]}{when}"


def _rows(climb: Climb, months: Sequence[Month]) -> list[dict[str, Any]]:
    by_month, sure = climb.by_month(), climb.by_month(surely=True)
    rows = []
    for month in months:
        uses = by_month.get(month, ())
        certain = sure.get(month, ())
        doubted = bool(uses) and (not certain or certain[0].place < uses[0].place)
        rows.append(
            {
                "ladder": pair(climb),
                "month": month_label(month),
                "rung": uses[0].rung.name if uses else NONE,
                "in doubt": "in doubt" if doubted else "",
                "evidence": tuple(use.row.row for use in uses),
            }
        )
    return rows


def _chart(
    climbs: Sequence[Climb], rows: Sequence[dict[str, Any]], months: Sequence[Month]
) -> dict[str, Any]:
    shown = {month_label(month): f"{month_interval(month).start:%b %Y}" for month in months}
    panels = [_panel(climb, [row for row in rows if row["ladder"] == pair(climb)], shown) for climb in climbs]
    return {**alt.vconcat(*panels, spacing=18).to_dict(validate=False), "config": config()}


def _panel(climb: Climb, rows: Sequence[dict[str, Any]], shown: dict[str, str]) -> alt.LayerChart:
    names = list(shown.values())
    values = [
        {"month": shown[r["month"]], "rung": r["rung"], "doubt": r["in doubt"], "at": i}
        for i, r in enumerate(rows)
    ]
    order = [rung.name for rung in reversed(climb.ladder.rungs)] + [NONE]
    every_third = f"indexof({names}, datum.value) % 3 == 2 ? datum.value : ''"
    x = alt.X("month:O", sort=names, title=None, scale=alt.Scale(domain=names),
              axis=alt.Axis(labelAngle=0, labelExpr=every_third, grid=False, ticks=False))  # fmt: skip
    y = alt.Y("rung:N", sort=order, title=None, scale=alt.Scale(domain=order),
              axis=alt.Axis(grid=True, ticks=False, labelLimit=330))  # fmt: skip
    base = alt.Chart(alt.Data(values=values))
    line = base.mark_line(interpolate="step", color=INKS["ink-soft"], strokeWidth=1.4).encode(
        x=x, y=y, order="at:Q"
    )
    used = base.transform_filter(f"datum.rung != '{NONE}'")
    sure = used.transform_filter("datum.doubt == ''").mark_point(
        filled=True, size=80, color=INKS["conflict"], opacity=1
    )
    doubted = used.transform_filter("datum.doubt != ''").mark_point(
        filled=False, size=80, color=INKS["conflict"], strokeWidth=1.6
    )
    title = alt.TitleParams(pair(climb), anchor="start", fontSize=12, color=INKS["ink"])
    layers = alt.layer(line, sure.encode(x=x, y=y), doubted.encode(x=x, y=y))
    return layers.properties(width=400, height=RUNG_PX * len(order), title=title)
