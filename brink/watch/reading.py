"""Counts become the numbers that are held against a threshold: one function a rule."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
LEAST_SD = 0.25
"""Least standard deviation of log(1 + count), so that a calm baseline does not make any count huge."""


def window_sums(counts: Floats, months: int) -> Floats:
    """Sums over the last `months` months at each month, shape (n_months,); nan where one is unknown."""
    if len(counts) < months:
        return np.full(len(counts), np.nan)
    sums = np.convolve(counts, np.ones(months), mode="valid")
    return np.concatenate([np.full(months - 1, np.nan), sums])


def _with_baseline(sums: Floats, months: int, baseline: int) -> Iterator[tuple[int, Floats]]:
    """Each month with the known windows that lie wholly in the baseline before its own window.

    Months are left out whose own window, or more than half of whose baseline, is unknown.
    """
    for t in range(baseline + months - 1, len(sums)):
        before = sums[t - baseline : t - months + 1]
        known = before[~np.isnan(before)]
        if not np.isnan(sums[t]) and known.size > 1 and 2 * known.size >= before.size:
            yield t, known


def percent_change(sums: Floats, months: int, baseline: int) -> Floats:
    """Change in percent from the mean of the windows in the baseline, shape (n_months,).

    The surge rule of ACLED's trackers, on months: +100 is twice the mean. From a mean of 0 any
    count is infinitely more. nan where the baseline is not known.
    """
    out = np.full(len(sums), np.nan)
    for t, before in _with_baseline(sums, months, baseline):
        mean = float(before.mean())
        if mean > 0:
            out[t] = 100 * (sums[t] / mean - 1)
        else:
            out[t] = np.inf if sums[t] > 0 else 0.0
    return out


def is_record(sums: Floats, months: int, baseline: int) -> NDArray[np.bool_]:
    """Whether each window is above every window of its baseline (HDX Signals), shape (n_months,)."""
    out = np.zeros(len(sums), dtype=bool)
    for t, before in _with_baseline(sums, months, baseline):
        out[t] = sums[t] > before.max()
    return out


def z_scores(sums: Floats, months: int, baseline: int) -> Floats:
    """Standard deviations of log(1 + count) above the mean of the baseline, shape (n_months,).

    The sample standard deviation counts as at least `LEAST_SD`.
    """
    out = np.full(len(sums), np.nan)
    for t, before in _with_baseline(np.log1p(sums), months, baseline):
        out[t] = (np.log1p(sums[t]) - before.mean()) / max(float(before.std(ddof=1)), LEAST_SD)
    return out
