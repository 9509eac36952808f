"""Who stands how to whom: signed ties between actors at positions that never jump."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from brink.case.view import View
from brink.code.rows import Tie
from brink.plots.figure import Figure
from brink.plots.positions import positions
from brink.plots.theme import INKS, config

MOST_ACTORS = 22
REPORTED_WEIGHT = 3
"""How much more a reported relation counts than one held in `case.yaml`, when choosing whom to draw."""


@dataclass(frozen=True, slots=True)
class Edge:
    """All ties between two actors: the sign most of them carry, and the ties it rests on."""

    a: str
    b: str
    sign: str
    relations: tuple[str, ...]
    ties: tuple[str, ...]
    sources: int
    contested: bool
    """Whether ties of both signs are reported."""
    declared: str = ""
    """Where `case.yaml` has the relation from, when no report states it."""


def edges(view: View, *, kinds_out: frozenset[str] = frozenset({"member"})) -> list[Edge]:
    """One edge a pair of actors; membership, which is not a stance, is left out by default."""
    pairs: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in view.ties:
        if tie.relation not in kinds_out and tie.a != tie.b:
            low, high = sorted((tie.a, tie.b))
            pairs[low, high].append(tie)
    declared = [edge for edge in _declared(view, kinds_out) if (edge.a, edge.b) not in pairs]
    reported = [_edge(view, a, b, listed) for (a, b), listed in pairs.items()]
    return sorted([*reported, *declared], key=lambda edge: (edge.a, edge.b))


def _declared(view: View, kinds_out: frozenset[str]) -> list[Edge]:
    """Relations that the analysts hold as of the date, one a pair, each with its source."""
    held: dict[tuple[str, str], Edge] = {}
    for tie in view.definition.ties:
        begun = tie.start is None or tie.start <= view.as_of
        over = tie.until is not None and tie.until <= view.as_of
        if tie.relation not in kinds_out and begun and not over:
            low, high = sorted((tie.a, tie.b))
            held.setdefault(
                (low, high), Edge(low, high, tie.sign, (tie.relation,), (), 0, False, tie.grounds)
            )
    return list(held.values())


def _edge(view: View, a: str, b: str, listed: Sequence[Tie]) -> Edge:
    by_sign: dict[str, set[str]] = defaultdict(set)
    for tie in listed:
        by_sign[tie.sign].add(view.families[tie.story].id)
    sign = max(sorted(by_sign), key=lambda s: len(by_sign[s]))
    return Edge(
        a, b, sign,
        relations=tuple(sorted({tie.relation for tie in listed})),
        ties=tuple(tie.id for tie in listed),
        sources=len(set().union(*by_sign.values())),
        contested="+" in by_sign and "-" in by_sign,
    )  # fmt: skip


def network(view: View) -> Figure | None:
    """The actors with most ties and how they stand to each other, or None when no tie is coded."""
    listed = edges(view)
    if not listed:
        return None
    weight: dict[str, int] = defaultdict(int)
    for edge in listed:
        weight[edge.a] += edge.sources * REPORTED_WEIGHT + 1
        weight[edge.b] += edge.sources * REPORTED_WEIGHT + 1
    names = sorted(weight, key=lambda name: (-weight[name], name))[:MOST_ACTORS]
    kept = [e for e in listed if e.a in names and e.b in names]
    if not kept:
        return None
    drawn = [name for name in names if any(name in (e.a, e.b) for e in kept)]
    reported = [e for e in kept if not e.declared]
    hostile = sum(e.sign == "-" for e in kept)
    return Figure(
        id="network",
        title=f"{hostile} of {len(kept)} relations are hostile; {names[0]} stands in most that are reported",
        reading=(
            "A line joins two actors: solid green for friendly, dashed red for hostile, dotted grey "
            f"for neither; thicker lines rest on more sources. {len(reported)} relations are stated in "
            f"reports; {len(kept) - len(reported)}, drawn pale, are held in case.yaml, their source in the "
            "table."
        ),
        spec=_chart(drawn, kept, weight),
        columns=("a", "sign", "b", "relations", "sources", "contested", "held in case.yaml after"),
        rows=tuple(_row(edge) for edge in kept),
        links=tuple(edge.ties for edge in kept),
    )


def _row(edge: Edge) -> dict[str, Any]:
    return {
        "a": edge.a,
        "sign": edge.sign,
        "b": edge.b,
        "relations": ", ".join(edge.relations),
        "sources": edge.sources,
        "contested": "both signs reported" if edge.contested else "",
        "held in case.yaml after": edge.declared,
    }


def _span(values: Sequence[float], margin: float) -> list[float]:
    """From the least to the greatest value with room for labels around."""
    return [round(min(values) - margin, 4), round(max(values) + margin, 4)]


def _chart(names: Sequence[str], kept: Sequence[Edge], weight: Mapping[str, int]) -> dict[str, Any]:
    at = positions(names, {(edge.a, edge.b) for edge in kept})
    kind = {"+": "friendly", "-": "hostile", "0": "neither"}
    lines = [
        {"x": at[e.a][0], "y": at[e.a][1], "x2": at[e.b][0], "y2": at[e.b][1], "sign": kind[e.sign],
         "sources": e.sources, "pale": bool(e.declared)} for e in kept
    ]  # fmt: skip
    dots = [{"x": at[n][0], "y": at[n][1], "name": n, "weight": weight[n]} for n in names]
    hidden = alt.Axis(labels=False, ticks=False, grid=False, domain=False, title=None)
    x = alt.X("x:Q", axis=hidden, scale=alt.Scale(domain=_span([p for p, _ in at.values()], 0.22)))
    y = alt.Y("y:Q", axis=hidden, scale=alt.Scale(domain=_span([p for _, p in at.values()], 0.12)))
    order = ["friendly", "hostile", "neither"]
    colour = alt.Scale(domain=order, range=[INKS["deeds"], INKS["conflict"], INKS["ink-soft"]])
    dash = alt.Scale(domain=order, range=[[1, 0], [6, 4], [2, 3]])
    thickness = alt.Scale(domain=[1, 6], range=[1.2, 4.5], clamp=True)
    rules = (
        alt.Chart(alt.Data(values=lines))
        .mark_rule()
        .encode(
            x=x, y=y, x2="x2:Q", y2="y2:Q",
            color=alt.Color("sign:N", scale=colour, title=None),
            strokeDash=alt.StrokeDash("sign:N", scale=dash, title=None),
            opacity=alt.condition("datum.pale", alt.value(0.35), alt.value(0.85)),
            size=alt.Size("sources:Q", scale=thickness, legend=None),
        )
    )  # fmt: skip
    nodes = alt.Chart(alt.Data(values=dots))
    circles = nodes.mark_circle(color=INKS["ink"], opacity=1).encode(
        x=x, y=y, size=alt.Size("weight:Q", scale=alt.Scale(range=[40, 260]), legend=None)
    )
    labels = nodes.mark_text(dy=-12, fontSize=12, fontWeight=600).encode(x=x, y=y, text="name:N")
    chart = alt.layer(rules, circles, labels).properties(width=680, height=440)
    return {**chart.resolve_scale(size="independent").to_dict(validate=False), "config": config()}
