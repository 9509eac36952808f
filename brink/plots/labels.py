"""Names down the side of a figure, whole, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import altair as alt

LETTER_PX = 6.2
"""Mean width of a letter at the size of labels."""
LINE_PX = 12
ONE_LINE = 22
"""Height of a row of one line."""
BETWEEN = "|"


def in_lines(name: str, letters: int) -> str:
    """A name with marks where its lines end; `split(datum.label, '|')` makes lines of it."""
    return BETWEEN.join(wrap(name.replace(BETWEEN, "/"), letters))


def row_px(labels: Sequence[str]) -> int:
    """The height of a row in which the longest of some labels, as `in_lines` gives them, is not cut."""
    return ONE_LINE + LINE_PX * max((label.count(BETWEEN) for label in labels), default=0)


def side_axis(letters: int) -> alt.Axis:
    """An axis whose labels are lines of so many letters, clear of marks at its very edge."""
    return alt.Axis(
        ticks=False,
        grid=False,
        labelLimit=int(letters * LETTER_PX) + 40,
        labelExpr=f"split(datum.label, '{BETWEEN}')",
        labelLineHeight=LINE_PX,
        labelPadding=8,
    )
