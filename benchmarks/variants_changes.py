"""Change points: how long a unit's present run of months has lasted, each a negative binomial."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, gammaln

from brink.forecast.draws import equal_draws, weighted_draws

Floats = NDArray[np.float64]

HAZARD = 1 / 24
"""Chance a month that a run ends."""
SHAPES = np.array([0.3, 1.0, 3.0])
"""Of the negative binomial within a run: bursts, geometric, nearly Poisson; equally likely before."""
REMEMBERED = 120
SAMPLES = 1000
SEED = 24


def change_point_draws(history: Floats, *, steps: Sequence[int], draws: int) -> Floats:
    """Draws of shape (n_targets, n_steps, draws) from the mixture over run lengths and shapes.

    Within a run counts are negative binomial of known shape with a beta prior on its probability, worth
    one month at the unit's mean, so that what comes next is beta negative binomial (Adams and MacKay 2007
    for the run lengths). Where the run ends before the month asked for, any of the unit's last ten
    years' months may come.
    """
    kept = history[:, -REMEMBERED:]
    out = np.zeros((history.shape[0], len(steps), draws))
    active = np.flatnonzero(kept.sum(axis=1) > 0)
    if not active.size:
        return out
    kept = kept[active]
    stays, changed = _run_on(kept), equal_draws(kept, SAMPLES)
    for at, step in enumerate(steps):
        on = (1 - HAZARD) ** step
        weights = np.repeat([on, 1 - on], SAMPLES)[None]
        both = np.concatenate([stays, changed], axis=1)
        out[active, at] = weighted_draws(both, np.broadcast_to(weights, both.shape), draws)
    return out


def _run_on(counts: Floats) -> Floats:
    """Counts if the present run goes on: shape (n_units, SAMPLES)."""
    weight, sums = run_lengths(counts)
    units, runs, shapes = weight.shape
    chance = np.random.Generator(np.random.Philox(SEED))
    reached = np.cumsum(weight.reshape(units, -1), axis=1)
    at = (np.arange(4 * SAMPLES) + 0.5) / (4 * SAMPLES)
    picked = np.stack([np.searchsorted(row / row[-1], at) for row in reached]).clip(0, runs * shapes - 1)
    run, shape = np.divmod(picked, shapes)
    k, total = SHAPES[shape], np.take_along_axis(sums, run, axis=1)
    p = chance.beta(1 + k + k * run, _prior(counts)[:, None] + total)
    drawn = chance.poisson(chance.gamma(k, (1 - p) / np.maximum(p, 1e-9)).clip(0, 1e6))
    return equal_draws(drawn.astype(np.float64), SAMPLES)


def run_lengths(counts: Floats) -> tuple[Floats, Floats]:
    """Weights of (run length, shape) after the last month, and the sum of each run's counts.

    Shapes (n_units, n_months + 1, n_shapes) and (n_units, n_months + 1).
    """
    units, months = counts.shape
    prior = _prior(counts)[:, None, None]
    log_weight = np.full((units, months + 1, len(SHAPES)), -np.inf)
    log_weight[:, 0] = -np.log(len(SHAPES))
    sums = np.zeros((units, months + 1))
    for month in range(months):
        y, lived = counts[:, month, None, None], slice(0, month + 1)
        a = 1 + SHAPES + SHAPES * np.arange(month + 1)[:, None]
        b = prior + sums[:, lived, None]
        chosen = gammaln(SHAPES + y) - gammaln(SHAPES) - gammaln(y + 1)
        grown = log_weight[:, lived] + chosen + betaln(a + SHAPES, b + y) - betaln(a, b)
        ended = np.logaddexp.reduce(grown, axis=1)
        log_weight[:, 1 : month + 2] = grown + np.log1p(-HAZARD)
        log_weight[:, 0] = ended + np.log(HAZARD)
        log_weight -= np.logaddexp.reduce(log_weight.reshape(units, -1), axis=1)[:, None, None]
        sums[:, 1 : month + 2] = sums[:, lived] + counts[:, month, None]
        sums[:, 0] = 0
    return np.exp(log_weight), sums


def _prior(counts: Floats) -> Floats:
    """Second parameter of the beta prior, at which the first, 1 + shape, gives the unit's mean."""
    return np.asarray(counts.mean(axis=1) + 0.01)
