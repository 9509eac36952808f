"""The model as stocks and flows: what fills each stock, what empties it, and what governs that."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap
from typing import Any

from brink.play.model.diagram import head, ink
from brink.shipped import shipped_yaml

WIDTH, BOX_W, BOX_H = 980, 190, 38
BOX_X = (WIDTH - BOX_W) / 2
REACH = 64
"""Length of a flow's arrow."""
LETTERS = 52
"""Letters in a line of what governs a flow."""
LINE, FIRST, BETWEEN, GAP = 13.0, 15.0, 7.0, 26.0
"""Heights of a further and of the first line, and distances between flows and between stocks."""
TOP = 16.0


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow into a stock or out of it."""

    words: str
    how: str
    more: tuple[str, ...]
    less: tuple[str, ...]
    to: str | None
    """The stock that an outflow fills."""


@dataclass(frozen=True, slots=True)
class Stock:
    """A state that carries over from month to month."""

    state: str
    words: str
    mechanism: str
    into: tuple[Flow, ...]
    out: tuple[Flow, ...]

    @property
    def away(self) -> tuple[Flow, ...]:
        """Outflows that fill no stock."""
        return tuple(flow for flow in self.out if flow.to is None)

    @property
    def passed(self) -> Flow | None:
        """The outflow that fills the stock drawn below."""
        return next((flow for flow in self.out if flow.to is not None), None)


@cache
def _read() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = shipped_yaml("brink.play.model", "flows.yaml")
    return loaded


def stocks() -> tuple[Stock, ...]:
    """The stocks that are drawn, from top to bottom."""
    return tuple(
        Stock(
            one["stock"],
            one["words"],
            one["mechanism"],
            tuple(map(_flow, one.get("into", ()))),
            tuple(map(_flow, one.get("out", ()))),
        )
        for one in _read()["stocks"]
    )


def not_drawn() -> Mapping[str, str]:
    """States that carry over and are left out, with the reason."""
    reasons: Mapping[str, str] = _read()["not_drawn"]
    return reasons


def _flow(given: Mapping[str, Any]) -> Flow:
    more, less = (tuple(given.get(key, ())) for key in ("more", "less"))
    return Flow(given["flow"], given.get("how", ""), more, less, given.get("to"))


def governed(flow: Flow) -> str:
    """`more with host support, killed civilians; less with clerics`."""
    names = _read()["names"]
    parts = [flow.how] if flow.how else []
    for way, governors in (("more", flow.more), ("less", flow.less)):
        if governors:
            parts.append(f"{way} with {', '.join(names[name] for name in governors)}")
    return "; ".join(parts)


def flows_drawn(title: str) -> str:
    """The picture as SVG; inks are custom properties, so that a page's dark mode and print reach it."""
    rows, middle = [], TOP
    below = 0.0
    passed: Flow | None = None
    for stock in stocks():
        half = max(BOX_H, _height(stock.into), _height(stock.away)) / 2
        edge = middle + BOX_H / 2
        middle += below + half + (max(GAP, _length(passed) - below - half + BOX_H) if passed else GAP)
        if passed is not None:
            rows.append(_passed(passed, edge, middle - BOX_H / 2))
        rows += [*_row(stock, middle)]
        below, passed = half, stock.passed
    y = middle + below + TOP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y:.0f}" width="{WIDTH}" role="img" '
        f"aria-labelledby=\"f-t f-d\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\">"
        f'<title id="f-t">{html.escape(title)}</title><desc id="f-d">Boxes carry over from month to month. '
        "What stands left of a box fills it, what stands right empties it; under each flow, what makes it "
        f"larger or smaller.</desc><defs>{head('flow', 'ink')}</defs>{''.join(rows)}</svg>"
    )


def _lines(flow: Flow) -> list[str]:
    return wrap(governed(flow), LETTERS)


def _height(flows: Sequence[Flow]) -> float:
    return sum(FIRST + LINE * len(_lines(flow)) for flow in flows) + BETWEEN * max(0, len(flows) - 1)


def _row(stock: Stock, middle: float) -> Iterator[str]:
    for flows, inward in ((stock.into, True), (stock.away, False)):
        y = middle - _height(flows) / 2
        for flow in flows:
            yield _drawn(flow, y, middle, inward=inward)
            y += FIRST + LINE * len(_lines(flow)) + BETWEEN
    yield (
        f'<rect x="{BOX_X:.1f}" y="{middle - BOX_H / 2:.1f}" width="{BOX_W}" height="{BOX_H}" rx="4" '
        f'fill="var(--panel, #f6f7f8)" stroke="{ink("ink")}"/>'
        f'<text x="{WIDTH / 2:.1f}" y="{middle + 4.5:.1f}" font-size="13" font-weight="600" '
        f'text-anchor="middle" fill="{ink("ink")}">{html.escape(stock.words)}</text>'
    )


def _drawn(flow: Flow, y: float, middle: float, *, inward: bool) -> str:
    """A flow's words and its arrow, which meets the box within its height."""
    anchor, edge = ("end", BOX_X) if inward else ("start", BOX_X + BOX_W)
    side = -1.0 if inward else 1.0
    text_x, own = edge + side * (REACH + 8), y + 9.0
    meets = min(max(own, middle - BOX_H / 2 + 6), middle + BOX_H / 2 - 6)
    ends = ((edge + side * REACH, own), (edge + side * 3, meets))
    (x1, y1), (x2, y2) = ends if inward else ends[::-1]
    return (
        f'<path d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}" stroke="{ink("ink")}" stroke-width="2.2" '
        f'fill="none" marker-end="url(#m-flow)"/>{_words(flow, text_x, y + 12.5, anchor)}'
    )


def _length(flow: Flow) -> float:
    """Length of the arrow to the stock below, for its words to stand beside it."""
    return GAP + FIRST + LINE * len(_lines(flow))


def _passed(flow: Flow, y: float, end: float) -> str:
    """What leaves a stock, whose lower edge is at `y`, for the one below, whose upper edge is at `end`."""
    words = _words(flow, WIDTH / 2 + 12, y + GAP / 2 + 8, "start")
    return (
        f'<path d="M{WIDTH / 2:.1f} {y:.1f} L{WIDTH / 2:.1f} {end - 2:.1f}" '
        f'stroke="{ink("ink")}" stroke-width="2.2" fill="none" marker-end="url(#m-flow)"/>{words}'
    )


def _words(flow: Flow, x: float, y: float, anchor: str) -> str:
    lines = "".join(
        f'<tspan x="{x:.1f}" dy="{LINE}" font-size="11" fill="{ink("ink-soft")}">{html.escape(line)}</tspan>'
        for line in _lines(flow)
    )
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="12.5" text-anchor="{anchor}" fill="{ink("ink")}">'
        f"{html.escape(flow.words)}{lines}</text>"
    )
