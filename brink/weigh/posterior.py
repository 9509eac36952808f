"""The arithmetic of weighing: prior times likelihood ratios, and what moves the result.

Matrices have shape (n_items, n_hypotheses) and hold decimal logarithms of likelihood ratios, 0
where an item was not judged, and the weights these are multiplied by; vectors of probabilities
have shape (n_hypotheses,).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
DRAWS = 4000
SEED = 203


def posterior(prior: Array, evidence: Array) -> Array:
    """Bayes' rule for exclusive answers: p(h | e) is p(h) times 10 to the evidence, made to add up to 1.

    `evidence` is the sum of weighted decimal log ratios for each answer, shape (n_hypotheses,)
    or (n_draws, n_hypotheses). Adding one number to all answers changes nothing.
    """
    with np.errstate(divide="ignore"):
        score = np.log10(prior) + evidence
    raised = np.asarray(10.0 ** (score - score.max(axis=-1, keepdims=True)), dtype=np.float64)
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float64)


def extremes(prior: Array, low: Array, high: Array, weights: Array) -> tuple[Array, Array]:
    """Least and greatest posterior of each answer when every band may lie anywhere in its range.

    An answer is least likely when its own ratios are at their low ends and all others at their
    high ends, since its posterior rises with the former and falls with the latter.
    """
    lows, highs = (weights * low).sum(axis=0), (weights * high).sum(axis=0)
    least, most = np.empty_like(prior), np.empty_like(prior)
    for place in range(len(prior)):
        own = np.arange(len(prior)) == place
        least[place] = posterior(prior, np.where(own, lows, highs))[place]
        most[place] = posterior(prior, np.where(own, highs, lows))[place]
    return least, most


def drawn_range(
    prior: Array, low: Array, high: Array, weights: Array, *, keys: Sequence[int]
) -> tuple[Array, Array]:
    """5th and 95th percentile of the posterior when each ratio is drawn from its band.

    Draws are independent and uniform in the logarithm. Those of a piece of evidence depend on its
    key alone, so that the same evidence gives the same range whatever stands beside it.
    """
    total = np.zeros((DRAWS, len(prior)))
    for lows, highs, weight, key in zip(low, high, weights, keys, strict=True):
        chance = np.random.default_rng((SEED, key))
        total += weight * chance.uniform(lows, highs, size=(DRAWS, len(prior)))
    drawn = posterior(prior, total)
    return np.quantile(drawn, 0.05, axis=0), np.quantile(drawn, 0.95, axis=0)


def flip_prior(prior: Array, evidence: Array, leader: int, other: int) -> float:
    """The prior of `other` at which it draws level with `leader`, all other priors kept in proportion.

    With t for that prior, t 10^e_o = p_l (1 - t) / (1 - p_o) 10^e_l.
    """
    if prior[other] == 1:
        return 1.0
    gap = 10.0 ** (evidence[leader] - evidence[other])
    odds = prior[leader] / (1 - prior[other]) * gap
    return float(odds / (1 + odds))


def with_priors(prior: Array, values: Mapping[int, float]) -> Array:
    """The priors with those at some places set, and the others kept in proportion."""
    fixed = np.isin(np.arange(len(prior)), list(values))
    rest = prior[~fixed].sum()
    left = 1 - sum(values.values())
    out = np.where(fixed, 0.0, prior * (left / rest) if rest > 0 else 0.0)
    for place, value in values.items():
        out[place] = value
    return np.asarray(out, dtype=np.float64)


def bits_between(after: Array, before: Array) -> float:
    """Kullback-Leibler divergence of `after` from `before` in bits: what was learnt from one to the other."""
    held = after > 0
    return float(max(0.0, np.sum(after[held] * np.log2(after[held] / before[held]))))


def entropy_bits(probabilities: Array) -> float:
    """Shannon entropy: how many yes-or-no answers are still missing on average."""
    held = probabilities[probabilities > 0]
    return float(-np.sum(held * np.log2(held)) + 0.0)


def expected_bits(prior: Array, seen: Array) -> float:
    """Expected information of looking whether a tell is there: entropy now less the mean entropy after.

    `seen` is the chance of seeing it under each answer, shape (n_hypotheses,). This is the mutual
    information of answer and sight (Lindley 1956, Annals of Mathematical Statistics 27, definition 2).
    """
    now = entropy_bits(prior)
    chance = float(prior @ seen)
    after = 0.0
    for likelihood, weight in ((seen, chance), (1 - seen, 1 - chance)):
        if weight > 0:
            after += weight * entropy_bits(prior * likelihood / weight)
    return max(0.0, now - after)
