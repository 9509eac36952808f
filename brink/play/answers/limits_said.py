"""Limits of a box in numbers that a reader can use, and that still part the same points."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

import numpy as np

from brink.play.answers.box import Inside, Stretch
from brink.play.answers.grid import Floats

MOST_DIGITS = 17
"""Digits that write any double exactly."""
ASTRAY = 0.01
"""Share of the points that a rounded limit may put on the other side."""
HOLDS: Mapping[str, Callable[[Floats, float], Inside]] = {
    "at least": operator.ge,
    "above": operator.gt,
    "at most": operator.le,
    "below": operator.lt,
}


def plain(value: float, digits: int = 2) -> str:
    """So many digits, never in powers of ten where a number of people or millions is meant.

    >>> plain(0.0304), plain(212.7), plain(1234.5), plain(-0.25)
    ('0.03', '210', '1,200', '-0.25')
    """
    rounded = float(f"{value:.{digits}g}")
    return f"{rounded:,.0f}" if abs(rounded) >= 100 and rounded.is_integer() else f"{rounded:.{digits}g}"


def stretch_said(stretch: Stretch, values: Floats) -> str:
    """`at least 1.2`, `above 1 and below 3`: two digits where they part the values, shape [points], alike."""
    parts = []
    if (values < stretch.low).any():
        inside = values >= stretch.low
        parts.append(
            _said(values, inside, ("at least", values[inside].min()), ("above", values[~inside].max()))
        )
    if (values > stretch.high).any():
        inside = values <= stretch.high
        parts.append(
            _said(values, inside, ("at most", values[inside].max()), ("below", values[~inside].min()))
        )
    return " and ".join(parts) or "anything"


def _said(values: Floats, inside: Inside, *ways: tuple[str, float]) -> str:
    """The shortest way to say which values are inside; a heap of equal ones is not put on the wrong side."""
    for digits in range(2, MOST_DIGITS + 1):
        for word, edge in ways:
            wrong = np.mean(HOLDS[word](values, float(f"{edge:.{digits}g}")) != inside)
            if wrong <= ASTRAY:
                return f"{word} {plain(float(edge), digits)}"
    raise AssertionError("a double is written exactly by seventeen digits")
