"""Several people's probabilities as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from brink.errors import BadForecast

ENOUGH_TO_WEIGH = 30
"""Questions resolved by all of them, below which nobody's record tells enough to weigh by."""
CLIP = (0.01, 0.99)


def pooled(probabilities: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """Geometric mean of odds, each probability clipped to [.01, .99] so that none can decide alone.

    References
    ----------
    Satopää et al. (2014), International Journal of Forecasting 30(2), eq. 1 with a = 1.
    """
    if not probabilities:
        raise BadForecast("there is no probability to pool")
    p = np.clip(np.asarray(probabilities, dtype=np.float64), *CLIP)
    logit = float(np.average(np.log(p / (1 - p)), weights=weights))
    return float(1 / (1 + np.exp(-logit)))


def weights(scores: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Weights of authors, from their scores by question (lower is better); they sum to 1.

    Equal, until all have 30 resolved questions in common; then in inverse proportion to the mean
    score on those.

    References
    ----------
    Bates & Granger (1969), Operational Research Quarterly 20(4), for inverse-error weights.
    """
    authors = sorted(scores)
    if not authors:
        return {}
    common = set.intersection(*(set(scores[author]) for author in authors))
    if len(common) < ENOUGH_TO_WEIGH:
        return {author: 1 / len(authors) for author in authors}
    means = np.array([np.mean([scores[author][q] for q in common]) for author in authors])
    inverse = 1 / np.maximum(means, 1e-6)
    return {author: float(w) for author, w in zip(authors, inverse / inverse.sum(), strict=True)}
