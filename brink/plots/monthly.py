"""How many incidents of a kind the reporting tells of, month by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt

from brink.case.view import View
from brink.code.incidents import Incident
from brink.plots.figure import Figure
from brink.plots.theme import INKS, config

MONTHS_SHOWN = 24
MONTH_DAYS = 31


def monthly_attacks(view: View) -> Figure | None:
    """Reported attacks a month over the two years before the as-of date, or None without any.

    An incident whose month is not known stays out; the reading says how many those are.
    """
    attacks = [i for i in view.happenings if i.type == "ASSAULT" and i.status in ("happened", "ongoing")]
    placed = [i for i in attacks if i.date and i.date.days <= MONTH_DAYS]
    months = _months(view.as_of)
    by_month: dict[str, list[Incident]] = defaultdict(list)
    for incident in placed:
        if incident.date:
            by_month[incident.date.start.strftime("%Y-%m")].append(incident)
    rows = [_row(month, by_month[month]) for month in months]
    shown = sum(row["incidents"] for row in rows)
    if not shown:
        return None
    peak = max(rows, key=lambda row: (row["incidents"], row["month"]))
    unplaced = len(attacks) - len(placed)
    return Figure(
        id="monthly",
        title=f"Reported attacks peak in {_said(peak['month'])}: {peak['incidents']} of {shown} in two years",
        reading=(
            "Bars count distinct attacks this reporting tells of, not all that happened; dark parts rest on "
            f"two or more independent sources. {unplaced} attacks whose month is not known are left out."
        ),
        spec=_chart(rows),
        columns=("month", "incidents", "two or more sources", "one source"),
        rows=tuple(rows),
        links=tuple(tuple(i.id for i in by_month[row["month"]]) for row in rows),
    )


def _months(as_of: date) -> list[str]:
    last = as_of.year * 12 + as_of.month - 1
    return [f"{m // 12}-{m % 12 + 1:02d}" for m in range(last - MONTHS_SHOWN + 1, last + 1)]


def _row(month: str, incidents: Sequence[Incident]) -> dict[str, Any]:
    many = sum(incident.sources >= 2 for incident in incidents)
    return {
        "month": month,
        "incidents": len(incidents),
        "two or more sources": many,
        "one source": len(incidents) - many,
    }


def _said(month: str) -> str:
    return date.fromisoformat(f"{month}-01").strftime("%B %Y")


def _short(month: str) -> str:
    return date.fromisoformat(f"{month}-01").strftime("%b %Y")


def _chart(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    order = ["two or more sources", "one source"]
    values = [
        {"month": _short(row["month"]), "sources": kind, "incidents": row[kind], "rank": rank}
        for row in rows
        for rank, kind in enumerate(order)
    ]
    months = [_short(row["month"]) for row in rows]
    every_third = f"indexof({months}, datum.value) % 3 == 2 ? datum.value : ''"
    scale = alt.Scale(domain=order, range=[INKS["ink"], INKS["ink-soft"]])
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar(stroke=INKS["ink"], strokeWidth=0.6)
        .encode(
            x=alt.X(
                "month:O",
                sort=months,
                title=None,
                axis=alt.Axis(labelAngle=0, labelExpr=every_third, grid=False, ticks=False),
                scale=alt.Scale(paddingInner=0.3, paddingOuter=0.2),
            ),
            y=alt.Y("incidents:Q", title="reported attacks", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("sources:N", scale=scale, title=None, sort=order),
            fillOpacity=alt.FillOpacity(
                "sources:N", scale=alt.Scale(domain=order, range=[1, 0.35]), legend=None
            ),
            order=alt.Order("rank:Q"),
        )
    )
    return {**bars.properties(width=680, height=180).to_dict(validate=False), "config": config()}
