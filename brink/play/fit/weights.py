"""How well each structure foretold months it had not seen, and the weights that follow from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.play.fit.importance import Weighted

Floats = NDArray[np.float64]
FIRST_HELD_OUT = 24
"""Months that only inform: two years, so that no structure is judged by its prior alone."""
REPLICATES = 4000


@dataclass(frozen=True, slots=True)
class HeldOut:
    """One-month-ahead log scores of the structures, and weights from them.

    `scores` has shape (structures, months held out): log probability of each month's count given those
    before it. `weights` are pseudo-BMA+; `stacking` those that would have foretold best as a mixture.
    """

    structures: tuple[str, ...]
    scores: Floats
    weights: Mapping[str, float]
    stacking: Mapping[str, float]

    @property
    def totals(self) -> Mapping[str, float]:
        """Sum of the scores of each structure."""
        return dict(zip(self.structures, self.scores.sum(axis=1).tolist(), strict=True))


def held_out(fits: Mapping[str, Weighted], *, seed: int, first: int = FIRST_HELD_OUT) -> HeldOut:
    """Weights from months [first, end), each foretold from those before it, never from in-sample fit.

    Leave-future-out scores (Bürkner, Gabry and Vehtari 2020, JSCS 90(14)); their sum over a block is the log
    score of the whole block. Pseudo-BMA with Bayesian bootstrap, and stacking: Yao, Vehtari, Simpson and
    Gelman 2018, Bayesian Analysis 13(3), sections 3.4 and 3.2.
    """
    names: Sequence[str] = tuple(fits)
    months = next(iter(fits.values())).evaluated.monthly.shape[1]
    scores = np.array([[fits[name].log_predictive(m) for m in range(first, months)] for name in names])
    return HeldOut(
        tuple(names),
        scores,
        dict(zip(names, pseudo_bma(scores, seed=seed).tolist(), strict=True)),
        dict(zip(names, stacked(scores).tolist(), strict=True)),
    )


def pseudo_bma(scores: Floats, *, seed: int) -> Floats:
    """Mean over Bayesian bootstraps of weights proportional to exp(total score)."""
    months = scores.shape[1]
    share = np.random.default_rng(seed).dirichlet(np.ones(months), size=REPLICATES)
    totals = months * share @ scores.T
    weight = np.exp(totals - totals.max(axis=1, keepdims=True))
    out: Floats = (weight / weight.sum(axis=1, keepdims=True)).mean(axis=0)
    return out


def stacked(scores: Floats, *, steps: int = 2000) -> Floats:
    """Weights that maximise the sum of log(sum of weight x probability), by expectation-maximisation."""
    weight = np.full(len(scores), 1.0 / len(scores))
    p = np.exp(scores - scores.max(axis=0))
    for _ in range(steps):
        part = weight[:, None] * p
        weight = (part / part.sum(axis=0)).mean(axis=1)
    return weight
