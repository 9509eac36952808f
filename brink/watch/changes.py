"""Whether a series has just changed: Bayesian online change point detection.

Adams and MacKay (2007), arXiv:0710.3742, with a normal-gamma model of log(1 + count): counts of
deaths are so bursty that a Poisson model sees a change in every bad month.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
HAZARD = 1 / 24
"""Prior chance of a change in any month: one in two years."""
SHORT = 3
"""A run is short up to and without this many months."""
PRIOR_MEAN, PRIOR_WEIGHT, PRIOR_SHAPE, PRIOR_SCALE = 2.0, 0.2, 2.0, 0.5
"""Normal-gamma prior of log(1 + count): a few a month, worth a fifth of a month's data."""


def run_lengths(counts: Floats, *, hazard: float = HAZARD) -> Floats:
    """Posterior of the run length after each month, shape (n_months, n_months + 1); rows sum to 1.

    Column r is the probability that the present regime began r months ago, that is before the
    last r months' counts (eq. 3 of Adams and MacKay). An unknown month (nan) tells nothing and
    only lets time pass.
    """
    months = len(counts)
    out = np.zeros((months, months + 1))
    belief = np.ones(1)
    mean, weight, shape, scale = (np.array([p]) for p in (PRIOR_MEAN, PRIOR_WEIGHT, PRIOR_SHAPE, PRIOR_SCALE))
    for t, count in enumerate(counts):
        known = not np.isnan(count)
        x = math.log1p(count) if known else 0.0
        fits = _student(x, mean, weight, shape, scale) if known else np.ones(len(belief))
        grown, begun = belief * fits * (1 - hazard), float((belief * fits).sum() * hazard)
        belief = np.concatenate([[begun], grown])
        belief /= belief.sum()
        out[t, : t + 2] = belief
        if known:
            scale = scale + weight * (x - mean) ** 2 / (2 * (weight + 1))
            mean, weight, shape = (weight * mean + x) / (weight + 1), weight + 1, shape + 0.5
        mean, weight = np.concatenate([[PRIOR_MEAN], mean]), np.concatenate([[PRIOR_WEIGHT], weight])
        shape, scale = np.concatenate([[PRIOR_SHAPE], shape]), np.concatenate([[PRIOR_SCALE], scale])
    return out


def short_run(counts: Floats, *, months: int = SHORT) -> Floats:
    """Probability after each month that the present regime is younger than `months`, shape (n_months,).

    With a constant hazard the mass at 0 alone is always the hazard, so the first few are summed.
    """
    return np.asarray(run_lengths(counts)[:, :months].sum(axis=1))


def change_months(counts: Floats, *, at_least: float = 0.5) -> list[int]:
    """The months with which a new regime is likelier than not to have begun, as indices, each once.

    Known only in hindsight of up to `SHORT` months; the first regime of the series is none.
    """
    beliefs = run_lengths(counts)
    found: list[int] = []
    for t in range(12, len(counts)):
        if beliefs[t, :SHORT].sum() >= at_least:
            length = int(beliefs[t, 1:SHORT].argmax()) + 1
            begun = t - length + 1
            if not found or begun - found[-1] > SHORT:
                found.append(begun)
    return found


def _student(x: float, mean: Floats, weight: Floats, shape: Floats, scale: Floats) -> Floats:
    """Predictive density of a normal-gamma model: Student t (Murphy 2007, eq. 100)."""
    freedom = 2 * shape
    spread = scale * (weight + 1) / (shape * weight)
    away = (x - mean) ** 2 / (freedom * spread)
    constant = np.array([math.lgamma((f + 1) / 2) - math.lgamma(f / 2) for f in freedom])
    height = np.exp(constant) / np.sqrt(freedom * math.pi * spread)
    return np.asarray(height * (1 + away) ** (-(freedom + 1) / 2))
