"""Inks and settings that all figures share."""

from __future__ import annotations

from typing import Any

INKS = {
    "ink": "#1b1e23",
    "ink-soft": "#5a616b",
    "rule": "#d5d9de",
    "conflict": "#b3261e",
    "threat": "#c8791a",
    "words": "#3f6fb0",
    "deeds": "#2f7d5b",
}
"""Colours by role, apart in lightness too; a page may override each in dark mode."""

QUADS = ("violence and force", "threats and blame", "talk and support", "deeds of cooperation")
QUAD_INK = dict(zip(QUADS, ("conflict", "threat", "words", "deeds"), strict=True))
QUAD_SHAPE = dict(zip(QUADS, ("diamond", "triangle-up", "circle", "square"), strict=True))

_QUAD_OF = {
    "ASSAULT": 0, "COERCE": 0, "MOBILIZE": 0, "SANCTION": 0, "PROTEST": 0,
    "REQUEST": 1, "ACCUSE": 1, "REJECT": 1, "THREATEN": 1,
    "AGREE": 2, "CONSULT": 2, "SUPPORT": 2, "CONCEDE": 2,
    "COOPERATE": 3, "AID": 3, "RETREAT": 3,
}  # fmt: skip


def quad(event_type: str) -> str:
    """The quad class of a PLOVER type in words (PLOVER manual 0.8)."""
    return QUADS[_QUAD_OF[event_type]]


def config() -> dict[str, Any]:
    """Vega-Lite configuration: quiet axes, the page's font, room to breathe."""
    font = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"
    return {
        "font": font,
        "background": None,
        "view": {"stroke": None},
        "axis": {
            "labelColor": INKS["ink"],
            "titleColor": INKS["ink-soft"],
            "gridColor": INKS["rule"],
            "domainColor": INKS["rule"],
            "tickColor": INKS["rule"],
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "labelLimit": 200,
        },
        "legend": {
            "labelColor": INKS["ink"],
            "titleColor": INKS["ink-soft"],
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
            "orient": "top",
        },
        "text": {"color": INKS["ink"], "fontSize": 12},
    }
