"""The small model of the tests written by hand over arrays of futures, as a NumPy user would write it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tests.play.engine.toy import MODEL

BLOCK = 8192
"""Futures at once: more fall out of the cache and are slower."""


def play_arrays(table: NDArray[np.float64], count: int, *, months: int, seed: int) -> NDArray[np.float64]:
    """Outcomes of futures 0 to `count`, shape (futures, outcomes), future f at point f modulo the points."""
    blocks = []
    for first in range(0, count, BLOCK):
        futures = np.arange(first, min(first + BLOCK, count))
        rng = np.random.Generator(np.random.SFC64([seed, first]))
        blocks.append(_block(table[futures % len(table)], months, rng))
    return np.concatenate(blocks)


def _block(rows: NDArray[np.float64], months: int, rng: np.random.Generator) -> NDArray[np.float64]:
    p = dict(zip(MODEL.parameters, rows.T.copy(), strict=True))
    count = len(rows)
    fighters = p["fighters_start"].copy()
    inside, excitation, support = np.full(count, 500.0), np.full(count, 10.0), np.full(count, 0.6)
    truce, harm = np.zeros(count), np.zeros(count)
    slow = p["structure"] == 2
    total, worst, harmed = np.zeros(count), np.zeros(count), np.zeros(count)
    truces, first = np.zeros(count), np.full(count, float(months))
    for month in range(months):
        fighters = fighters + rng.poisson(p["recruits_a_month"] + p["recruits_per_death"] * harm)
        crossed = rng.binomial(fighters.astype(np.int64), p["crossing_share"])
        fighters, inside = fighters - crossed, inside + crossed
        u = rng.random(count)
        truce = np.where(
            truce > 0, np.where(u < p["truce_end"], 0.0, truce + 1), (u < p["truce_onset"]).astype(np.float64)
        )
        rate = p["attack_level"] * np.sqrt(inside)
        rate = np.where(slow, 0.5 * rate + 0.5 * excitation, rate) * np.where(truce > 0, 0.65, 1.0)
        attacks = rng.negative_binomial(p["dispersion"], p["dispersion"] / (p["dispersion"] + rate))
        excitation = p["memory"] * excitation + (1 - p["memory"]) * attacks
        inside = inside - rng.binomial(
            inside.astype(np.int64), np.minimum(1.0, p["arrest_share"] * (1 + 0.01 * attacks))
        )
        hit = rng.random(count) < np.minimum(0.9, 0.002 * attacks)
        harm = 0.7 * harm
        harm[hit] += rng.poisson(12.0, int(hit.sum()))
        support = np.clip(support + 0.002 * harm + 0.02 * rng.standard_normal(count), 0.0, 1.0)
        total += attacks
        np.maximum(worst, attacks, out=worst)
        harmed += harm
        truces += truce >= 1
        first = np.where(hit & (first == months), float(month), first)
    return np.column_stack([total, worst, inside, harmed / months, truces, first, support])
