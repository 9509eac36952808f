"""A figure: what it finds, how to read it, its drawing and its data."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from brink.plots.theme import INKS

_SVG_OPEN = re.compile(r"<svg\b[^>]*>")
_SIZE = re.compile(r'\b(width|height|viewBox)="([^"]*)"')
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_IDLE = re.compile(r' (?:pointer-events="none"|opacity="1")|<text [^>]*/>|<path [^>]*\bd=""[^>]*/>')
"""What a drawing says that changes nothing on a page: defaults, and labels and paths without content."""
_FONT = re.compile(r' font-family="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with a title that states its finding, a sentence of reading, and its data.

    `spec` is a Vega-Lite specification; `rows` is the data as a table, with `columns`
    naming and ordering what a reader sees. `links` gives for a row the anchors of its evidence.
    """

    id: str
    title: str
    reading: str
    spec: Mapping[str, Any]
    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    links: tuple[tuple[str, ...], ...] = ()

    def svg(self, *, themed: bool = False) -> str:
        """The drawing as SVG text with title and description.

        With `themed`, ink colours become custom properties, so that the page's dark mode
        reaches the drawing; leave it off where the renderer knows no such properties.
        """
        import vl_convert

        drawn = vl_convert.vegalite_to_svg(json.dumps(self.spec))
        return _described(drawn, self.id, self.title, self.reading, themed=themed)

    def _repr_svg_(self) -> str:
        return self.svg()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"image/svg+xml": self.svg(), "application/vnd.vegalite.v5+json": dict(self.spec)}


def _described(drawn: str, name: str, title: str, reading: str, *, themed: bool) -> str:
    opening = _SVG_OPEN.search(drawn)
    if opening is None:
        raise ValueError("the drawing is not SVG")
    size = dict(_SIZE.findall(opening.group()))
    body = _IDLE.sub("", _ROLES.sub("", drawn[opening.end() :]))
    fonts = Counter(_FONT.findall(body)).most_common(1)
    font = f' font-family="{fonts[0][0]}"' if fonts else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size["viewBox"]}" width="{size["width"]}"'
        f'{font} role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{html.escape(title)}</title><desc id="{name}-d">{html.escape(reading)}</desc>'
    )
    body = body.replace(font, "") if font else body
    if themed:
        for ink, colour in INKS.items():
            body = body.replace(f'"{colour}"', f'"var(--{ink}, {colour})"')
    return head + body


def table_cell(value: Any) -> str:
    """A value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(table_cell(part) for part in value)
    return str(value)
