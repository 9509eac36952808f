"""The model as a picture: what raises and what lowers what, drawn from the mechanisms' own signs."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping
from dataclasses import dataclass

from brink.play.model.sanctuary import MECHANISMS
from brink.plots.theme import INKS

WIDTH, HEIGHT = 960, 640
BOX_W, BOX_H = 142, 40
PLACES: Mapping[str, tuple[str, float, float]] = {
    # node: words, column, row
    "cooperation": ("partner's help", 1, 0),
    "money": ("target's money", 0, 0.7),
    "target_rung": ("target's rung", 0, 2.5),
    "border": ("crossings closed", 0, 5),
    "leadership": ("group's leaders", 2.4, 0),
    "truce": ("truce", 1.3, 1.1),
    "host_civilian_deaths": ("civilians killed", 1, 3.4),
    "civilian_harm": ("harm remembered", 2.1, 2.2),
    "fighters_in_sanctuary": ("fighters in sanctuary", 2.5, 3.3),
    "pressure": ("pressure on host", 1, 4.4),
    "host_support": ("host support", 2.1, 5),
    "attacks": ("attacks", 4, 1.8),
    "excitation": ("recent attacks", 4, 0),
    "deaths": ("deaths", 5, 0.8),
    "fighters_inside": ("fighters inside", 4, 3.8),
    "host_rung": ("host's rung", 3.3, 4.5),
    "interstate_deaths": ("fighting of states", 5, 5),
    "rival_attacks": ("rivals' attacks", 5, 3),
}
STANDS_FOR: Mapping[str, str] = {
    "own_rung": "target_rung",
    "struck": "target_rung",
    "drone_fear": "target_rung",
    "action_cost": "target_rung",
    "harm_due": "civilian_harm",
    "attacks_last": "attacks",
    "replied": "host_rung",
    "group_deaths": "deaths",
    "largest_attack": "deaths",
    "fighters_hit": "target_rung",
    "splintered": "pressure",
    "trade": "border",
    "host_loss": "border",
    "stake": "pressure",
}
"""States that pass something on within a month, by the node that stands for them."""
ARRIVES: Mapping[str, str] = {
    "border": "border",
    "pressure": "pressure",
    "cooperation": "cooperation",
    "truce": "truce",
    "ladder": "target_rung",
    "leaders": "leadership",
    "civilians": "host_civilian_deaths",
    "harm": "civilian_harm",
    "host": "host_support",
    "fighters": "fighters_inside",
    "attacks": "attacks",
    "deaths": "deaths",
    "rivals": "rival_attacks",
    "reply": "host_rung",
    "interstate": "interstate_deaths",
    "money": "money",
}
FLOWS = (
    ("host_support", "fighters_in_sanctuary", "+"),
    ("civilian_harm", "fighters_in_sanctuary", "+"),
    ("target_rung", "fighters_in_sanctuary", "-"),
    ("fighters_in_sanctuary", "fighters_inside", "+"),
    ("attacks", "excitation", "+"),
    ("interstate_deaths", "border", "+"),
)
"""Flows between stocks, which no sign of a single mechanism names."""
SMALL = {("attacks", "money"), ("rival_attacks", "money"), ("border", "money")}
"""Influences so small beside the others that the picture is clearer without them."""
THROUGH_SANCTUARY = {"host_support", "civilian_harm", "target_rung"}


@dataclass(frozen=True, slots=True)
class Arrow:
    """One influence: from, to, and whether it raises (+) or lowers (-)."""

    source: str
    target: str
    sign: str


def arrows() -> tuple[Arrow, ...]:
    """All influences between nodes, each once, in the order of the month."""
    found: dict[tuple[str, str], str] = {}
    for mechanism in MECHANISMS:
        target = ARRIVES.get(mechanism.id)
        for name, sign in mechanism.sign.items():
            source = STANDS_FOR.get(name, name)
            if target is None or source not in PLACES or source == target or (source, target) in SMALL:
                continue
            if mechanism.id == "fighters" and source in THROUGH_SANCTUARY:
                continue
            found.setdefault((source, target), sign)
    for source, target, sign in FLOWS:
        found.setdefault((source, target), sign)
    return tuple(Arrow(source, target, sign) for (source, target), sign in found.items())


def diagram(title: str) -> str:
    """The picture as SVG; inks are custom properties, so that a page's dark mode and print reach it."""
    lines = [_arrow(one) for one in arrows()]
    boxes = [_box(node) for node in PLACES]
    words = html.escape(title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" role="img" '
        f"aria-labelledby=\"m-t m-d\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\">"
        f'<title id="m-t">{words}</title><desc id="m-d">Solid arrows with + raise what they point at, dashed '
        "arrows with − lower it. Levers, and the cost of attacks and closures to the reserves, are left out."
        "</desc>"
        f"<defs>{head('up', 'ink')}{head('down', 'conflict')}</defs>"
        f"{''.join(lines)}{''.join(boxes)}</svg>"
    )


def ink(name: str) -> str:
    """A colour by its role, which a page may override."""
    return f"var(--{name}, {INKS[name]})"


def head(name: str, colour: str) -> str:
    """An arrow's head, `url(#m-name)`."""
    return (
        f'<marker id="m-{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" '
        f'orient="auto-start-reverse"><path d="M0 0 L10 5 L0 10 z" fill="{ink(colour)}"/></marker>'
    )


def _centre(node: str) -> tuple[float, float]:
    _, column, row = PLACES[node]
    return 12 + BOX_W / 2 + column * 158.0, 30 + BOX_H / 2 + row * 108.0


def _edge_of_box(x: float, y: float, towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line from a box's centre towards a point leaves the box."""
    dx, dy = towards[0] - x, towards[1] - y
    scale = min(
        (BOX_W / 2 + 3) / abs(dx) if dx else math.inf,
        (BOX_H / 2 + 3) / abs(dy) if dy else math.inf,
    )
    return x + dx * scale, y + dy * scale


def _arrow(one: Arrow) -> str:
    a, b = _centre(one.source), _centre(one.target)
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    # Bent to its left, so that two arrows between the same boxes part.
    bend = min(46.0, 0.16 * length)
    middle = (
        (a[0] + b[0]) / 2 + bend * (b[1] - a[1]) / length,
        (a[1] + b[1]) / 2 - bend * (b[0] - a[0]) / length,
    )
    start, end = _edge_of_box(*a, middle), _edge_of_box(*b, middle)
    colour, tip = ("ink", "up") if one.sign == "+" else ("conflict", "down")
    dash = "" if one.sign == "+" else ' stroke-dasharray="6 4"'
    sign_x = 0.16 * start[0] + 0.48 * middle[0] + 0.36 * end[0]
    sign_y = 0.16 * start[1] + 0.48 * middle[1] + 0.36 * end[1]
    return (
        f'<path d="M{start[0]:.1f} {start[1]:.1f} Q{middle[0]:.1f} {middle[1]:.1f} '
        f'{end[0]:.1f} {end[1]:.1f}" '
        f'fill="none" stroke="{ink(colour)}" stroke-width="1.4"{dash} marker-end="url(#m-{tip})"/>'
        f'<text x="{sign_x:.1f}" y="{sign_y:.1f}" font-size="15" font-weight="700" text-anchor="middle" '
        f'fill="{ink(colour)}" stroke="var(--paper, #fff)" stroke-width="4" paint-order="stroke">'
        f"{'+' if one.sign == '+' else '−'}</text>"
    )


def _box(node: str) -> str:
    words = PLACES[node][0]
    x, y = _centre(node)
    return (
        f'<rect x="{x - BOX_W / 2:.1f}" y="{y - BOX_H / 2:.1f}" width="{BOX_W}" height="{BOX_H}" rx="6" '
        f'fill="var(--panel, #f6f7f8)" stroke="{ink("ink")}"/>'
        f'<text x="{x:.1f}" y="{y + 4.5:.1f}" font-size="13" text-anchor="middle" fill="{ink("ink")}">'
        f"{html.escape(words)}</text>"
    )
