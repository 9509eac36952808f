"""What must follow on a series for a warning to have been right."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
AHEAD = 3
"""Months after the warning that an escalation is measured on."""
BEHIND = 12
QUIET = 24
"""Months without war before an onset."""
ONSET_WITHIN = 12


def escalations(counts: Floats, floor: float) -> Floats:
    """Whether the three months after each month have a mean of max(floor, twice that of the twelve up to it).

    Shape (n_months,), 1 or 0; nan where the months before or after are not all known.
    """
    return _followed(counts, lambda before, after: after.mean() >= max(floor, 2 * before.mean()))


def de_escalations(counts: Floats, floor: float) -> Floats:
    """Whether the mean of the next three months falls to half that of the last twelve.

    Shape (n_months,), 1 or 0; nan where the months before or after are not all known, or where the
    twelve were below the floor, so that there is nothing to fall from.
    """
    out = _followed(counts, lambda before, after: after.mean() <= before.mean() / 2)
    means = np.array([counts[max(0, t - BEHIND + 1) : t + 1].mean() for t in range(len(counts))])
    return np.where(means >= floor, out, np.nan)


def onsets(counts: Floats, floor: float) -> Floats:
    """Whether a month reaches `floor` within twelve, after 24 months whose sum did not.

    Shape (n_months,), 1 or 0; nan where the months are not all known or were not quiet.
    """
    out = np.full(len(counts), np.nan)
    for t in range(QUIET - 1, len(counts) - ONSET_WITHIN):
        before, after = counts[t - QUIET + 1 : t + 1], counts[t + 1 : t + 1 + ONSET_WITHIN]
        if not np.isnan(before).any() and not np.isnan(after).any() and before.sum() < floor:
            out[t] = float(after.max() >= floor)
    return out


def _followed(counts: Floats, test: Callable[[Floats, Floats], bool]) -> Floats:
    out = np.full(len(counts), np.nan)
    for t in range(BEHIND - 1, len(counts) - AHEAD):
        before, after = counts[t - BEHIND + 1 : t + 1], counts[t + 1 : t + 1 + AHEAD]
        if not np.isnan(before).any() and not np.isnan(after).any():
            out[t] = float(test(before, after))
    return out


def episodes(followed: Floats, *, gap: int = AHEAD) -> list[int]:
    """The month each outcome begins with, as an index: months of outcome less than `gap` apart are one.

    `followed[t]` speaks of the months after t, so an outcome begins with t + 1.
    """
    begun: list[int] = []
    last = -gap - 1
    for t in np.flatnonzero(followed == 1):
        if t - last > gap:
            begun.append(int(t) + 1)
        last = int(t)
    return begun
