"""From a uniform number to a value of a prior, so that quantiles as written are met exactly."""

from __future__ import annotations

import math

from brink.case.parts.numbers import Prior
from brink.play.engine.samplers import normal

AT_95 = 1.6448536269514722
"""Standard normal quantile at 95 %."""


def value_at(prior: Prior, u: float, *, within: tuple[float, float], neutral: float) -> float:
    """The value of a prior at probability u, inside `within`; `neutral` with the chance that it is absent.

    Three quantiles make two half normals of unlike width that meet at the median: on the scale of log odds
    where the bounds are 0 and 1 and the quantiles lie inside, of logarithms where all are positive, else of
    the value itself. Values beyond a bound are put on it.

    References
    ----------
    Two-piece normal: Wallis (2014), Statistical Science 29(1), by the quantiles of its halves.
    """
    if u < prior.absent:
        return neutral
    z = normal(min(max((u - prior.absent) / (1.0 - prior.absent), 1e-9), 1.0 - 1e-9))
    low, high = within
    if prior.mean is not None and prior.sd is not None:
        return min(high, max(low, prior.mean + prior.sd * z))
    marks = [mark for mark in (prior.low, prior.mid, prior.high) if mark is not None]
    if within == (0.0, 1.0) and marks[0] > 0.0 and marks[2] < 1.0:
        odds = [math.log(mark / (1.0 - mark)) for mark in marks]
        return 1.0 / (1.0 + math.exp(-_two_piece(odds, z)))
    if marks[0] > 0.0:
        value = math.exp(_two_piece([math.log(mark) for mark in marks], z))
    else:
        value = _two_piece(marks, z)
    return min(high, max(low, value))


def _two_piece(marks: list[float], z: float) -> float:
    half = marks[2] - marks[1] if z > 0.0 else marks[1] - marks[0]
    return marks[1] + half * z / AT_95
