"""Whether reported counts changed by more than chance and coverage explain."""

from __future__ import annotations

import math
from typing import Literal

Direction = Literal["rose", "fell", "no clear change"]
LEVEL = 0.10
"""Two-sided level below which a change is called one; a convention of the brief, printed with it."""


def change_p_value(now: int, before: int, *, exposure_now: float, exposure_before: float) -> float:
    """Two-sided p-value that two Poisson counts have one rate per unit of exposure.

    Given their sum, `now` is binomial with probability e1 / (e1 + e2); the p-value doubles
    the smaller tail. Przyborowski & Wilenski (1940), Biometrika 31, eq. 5.

    Exposure here is the number of independent reports read for each period, so that a rise
    that merely follows more reading is not called a rise.
    """
    total = now + before
    if total == 0 or exposure_now <= 0 or exposure_before <= 0:
        return 1.0
    p = exposure_now / (exposure_now + exposure_before)
    mass = [math.comb(total, k) * p**k * (1 - p) ** (total - k) for k in range(total + 1)]
    upper, lower = sum(mass[now:]), sum(mass[: now + 1])
    return min(1.0, 2 * min(upper, lower))


def direction(now: int, before: int, *, exposure_now: float, exposure_before: float) -> Direction:
    """What may be said of the change between two counts."""
    p = change_p_value(now, before, exposure_now=exposure_now, exposure_before=exposure_before)
    if p >= LEVEL:
        return "no clear change"
    return "rose" if now / exposure_now > before / exposure_before else "fell"
