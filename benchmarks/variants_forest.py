"""A random forest on log ratios, whose leaves give the draws (quantile forest, Meinshausen 2006)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.forecast.draws import equal_draws
from brink.forecast.smoothing import weighted_level

Floats = NDArray[np.float64]

TREES, LEAF, SHARE = 60, 30, 0.5
ROWS = 12_000
"""Past unit-months that a forest learns from, each with one of the months ahead."""
A_LEAF = 20
"""Draws taken from a tree's leaf, by quantile."""
WARM_UP, ACTIVE_LEVEL, OFFSET, LEVEL_HALF_LIFE = 36, 0.02, 2.0, 4.0
SLOW, FAST = (9.0, 2.0), (1.5, 0.5)
"""Half-life of the level that what followed is measured against, and offset: the usual, the analogues'."""
SEED = 7


def features(counts: Floats) -> Floats:
    """What is known of every unit in every month, from the months up to it: (n_units, n_months, n)."""
    level = {h: weighted_level(counts, half_life=h) for h in (1.5, 4.0, 9.0, 24.0, 80.0)}
    some = (counts > 0).astype(np.float64)
    last = [np.pad(counts, ((0, 0), (back, 0)))[:, : counts.shape[1]] for back in range(3)]
    found = [
        *(np.log1p(each) for each in (*last, *level.values())),
        *(_over(some, months).mean(axis=-1) for months in (6, 12, 60)),
        *(np.log1p(_over(counts, months).max(axis=-1)) for months in (12, 60)),
        np.log1p(np.median(_over(counts, 12), axis=-1)),
        np.log1p(_since(counts)),
        np.log1p(np.maximum.accumulate(counts, axis=1)),
        np.log((level[1.5] + OFFSET) / (level[9.0] + OFFSET)),
        np.log((level[4.0] + OFFSET) / (level[24.0] + OFFSET)),
    ]
    return np.stack(found, axis=-1)


def forest_draws(
    panel: Floats,
    history: Floats,
    *,
    steps: Sequence[int],
    draws: int,
    measured: tuple[float, float] = SLOW,
) -> Floats:
    """Draws of shape (n_targets, n_steps, draws) of units that are active now."""
    from sklearn.ensemble import RandomForestRegressor

    signs, ratio = _lessons(panel, steps, measured)
    forest = RandomForestRegressor(
        TREES, min_samples_leaf=LEAF, max_features=0.5, max_samples=SHARE, random_state=SEED, n_jobs=1
    ).fit(signs, ratio)
    now = np.repeat(features(history)[:, -1], len(steps), axis=0)
    ahead = np.tile(np.asarray(steps, dtype=np.float64), history.shape[0])
    asked = np.column_stack([now, ahead])
    drawn = _leaves(forest.apply(signs), forest.apply(asked), ratio)
    half_life, offset = measured
    scale = weighted_level(history, half_life=half_life)[:, -1, None, None]
    said = np.exp(equal_draws(drawn, draws)).reshape(history.shape[0], len(steps), draws)
    return np.rint(np.maximum(said * (scale + offset) - offset, 0))


def _lessons(panel: Floats, steps: Sequence[int], measured: tuple[float, float]) -> tuple[Floats, Floats]:
    """Signs of past active months with the months ahead, and the log ratio that followed."""
    chance = np.random.default_rng(SEED)
    active = weighted_level(panel, half_life=LEVEL_HALF_LIFE)[:, WARM_UP : panel.shape[1] - max(steps)]
    units, months = np.nonzero(active >= ACTIVE_LEVEL)
    picked = chance.choice(units.size, size=min(ROWS, units.size), replace=False)
    units, months = units[picked], months[picked] + WARM_UP
    ahead = chance.choice(np.asarray(steps), size=units.size)
    half_life, offset = measured
    scale = weighted_level(panel, half_life=half_life)[units, months]
    ratio = np.log((panel[units, months + ahead] + offset) / (scale + offset))
    return np.column_stack([features(panel)[units, months], ahead]), ratio


def _leaves(taught: NDArray[np.int64], asked: NDArray[np.int64], ratio: Floats) -> Floats:
    """Values of the leaves that each row asked for falls into: shape (n_rows, n_trees * A_LEAF)."""
    at = (np.arange(A_LEAF) + 0.5) / A_LEAF
    out = []
    for learnt, fallen in zip(taught.T, asked.T, strict=True):
        order = np.lexsort((ratio, learnt))
        first = np.searchsorted(learnt[order], fallen, side="left")
        size = np.searchsorted(learnt[order], fallen, side="right") - first
        out.append(ratio[order][first[:, None] + (at * size[:, None]).astype(np.int64)])
    return np.concatenate(out, axis=1)


def _over(counts: Floats, months: int) -> Floats:
    padded = np.pad(counts, ((0, 0), (months - 1, 0)))
    return np.lib.stride_tricks.sliding_window_view(padded, months, axis=1)


def _since(counts: Floats) -> Floats:
    """Months since the last count, from the start of the panel on."""
    at = np.arange(counts.shape[1])
    last = np.maximum.accumulate(np.where(counts > 0, at, -1), axis=1)
    return np.asarray(at - last, dtype=np.float64)
