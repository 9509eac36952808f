"""Adaptive importance sampling in a space where every prior is a standard normal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
PRIOR_SHARE = 0.15
"""Share of a proposal that is the prior itself, which keeps all weights bounded (Hesterberg 1995)."""
LEAST_CENTRES = 64.0
CENTRES = 384


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Log likelihood of each point month by month, shape (points, months), and what each point ends in.

    `ends` holds columns of shape (points,); `replicates` one draw of each month's count given those before
    it, shape (points, months).
    """

    monthly: Floats
    ends: Mapping[str, Floats]
    replicates: Floats


@dataclass(frozen=True, slots=True)
class Weighted:
    """Points with weights that stand for a posterior.

    `log_prior_ratio` is log prior less log proposal; with the likelihood of the months up to any one it gives
    the weights for the posterior at that month.
    """

    z: Floats
    log_prior_ratio: Floats
    evaluated: Evaluated

    def log_weights(self, months: int | None = None) -> Floats:
        """Log weights given the first `months` months (all by default), not normalised, shape (points,)."""
        known = self.evaluated.monthly[:, :months]
        out: Floats = self.log_prior_ratio + known.sum(axis=1)
        return out

    def weights(self, months: int | None = None) -> Floats:
        """Weights summing to 1."""
        return normalised(self.log_weights(months))

    @property
    def effective(self) -> float:
        """Effective number of draws, 1 / sum of squared weights (Kong 1992)."""
        return float(1.0 / np.square(self.weights()).sum())

    def log_predictive(self, month: int) -> float:
        """Log probability of a month's count given the months before it."""
        before = self.weights(month)
        return float(log_mean(self.evaluated.monthly[:, month], before))


Evaluate = Callable[[Floats], Evaluated]


def sample(evaluate: Evaluate, dimensions: int, *, points: int, rounds: int, seed: int) -> Weighted:
    """Weighted points of the posterior of independent standard normals given a likelihood.

    Round 1 draws from the prior; each later round from 15 % prior and 85 % a normal kernel about the best
    points so far, shrunk towards their mean so as to keep their covariance. The likelihood may be an unbiased
    estimate: the weights are then right on average.

    References
    ----------
    Cappé and others (2008), Statistics and Computing 18, population Monte Carlo; kernel of Liu and West
    (2001); unbiased likelihoods: Tran, Scharth, Pitt and Kohn (2013), arXiv 1309.3339.
    """
    rng = np.random.default_rng(seed)
    z = rng.standard_normal((points, dimensions))
    weighted = Weighted(z, np.zeros(points), evaluate(z))
    for _ in range(rounds - 1):
        proposal = _kernel(weighted, rng)
        z = proposal.draw(points, rng)
        ratio = (
            -0.5 * np.square(z).sum(axis=1) - 0.5 * dimensions * np.log(2 * np.pi) - proposal.log_density(z)
        )
        weighted = Weighted(z, ratio, evaluate(z))
    return weighted


@dataclass(frozen=True, slots=True)
class _Kernel:
    centres: Floats
    root: Floats
    """Lower triangle of the covariance of the kernel."""

    def draw(self, points: int, rng: np.random.Generator) -> Floats:
        from_prior = rng.random(points) < PRIOR_SHARE
        noise = rng.standard_normal((points, self.centres.shape[1]))
        near = self.centres[rng.integers(len(self.centres), size=points)] + noise @ self.root.T
        return np.where(from_prior[:, None], noise, near)

    def log_density(self, z: Floats) -> Floats:
        d = z.shape[1]
        inverse = np.linalg.inv(self.root)
        a, b = z @ inverse.T, self.centres @ inverse.T
        squared = np.square(a).sum(1)[:, None] + np.square(b).sum(1)[None, :] - 2.0 * a @ b.T
        log_det = np.log(np.abs(np.diag(self.root))).sum()
        kernel = log_sum(-0.5 * squared) - np.log(len(self.centres)) - log_det
        prior = -0.5 * np.square(z).sum(axis=1)
        both = np.logaddexp(np.log(PRIOR_SHARE) + prior, np.log1p(-PRIOR_SHARE) + kernel)
        out: Floats = both - 0.5 * d * np.log(2 * np.pi)
        return out


def _kernel(weighted: Weighted, rng: np.random.Generator) -> _Kernel:
    weight = tempered(weighted.log_weights(), least=LEAST_CENTRES)
    d = weighted.z.shape[1]
    mean = weight @ weighted.z
    spread = np.cov(weighted.z.T, aweights=weight).reshape(d, d) + 1e-6 * np.eye(d)
    effective = 1.0 / np.square(weight).sum()
    width = (4.0 / (effective * (d + 2.0))) ** (1.0 / (d + 4.0))
    shrink = np.sqrt(max(0.0, 1.0 - min(width, 0.95) ** 2))
    chosen = weighted.z[rng.choice(len(weight), size=CENTRES, p=weight)]
    return _Kernel(shrink * chosen + (1.0 - shrink) * mean, min(width, 0.95) * np.linalg.cholesky(spread))


def tempered(log_weights: Floats, *, least: float) -> Floats:
    """Weights to the highest power up to 1 at which their effective number is at least `least`."""
    low, high = 0.0, 1.0
    weight = normalised(log_weights)
    if 1.0 / np.square(weight).sum() >= least:
        return weight
    for _ in range(30):
        power = 0.5 * (low + high)
        weight = normalised(power * log_weights)
        low, high = (power, high) if 1.0 / np.square(weight).sum() >= least else (low, power)
    return normalised(low * log_weights)


def normalised(log_weights: Floats) -> Floats:
    """Weights summing to 1."""
    weight = np.exp(log_weights - log_weights.max())
    out: Floats = weight / weight.sum()
    return out


def log_sum(values: Floats) -> Floats:
    """log of the sum of exponentials over the last axis."""
    top = values.max(axis=-1, keepdims=True)
    out: Floats = np.log(np.exp(values - top).sum(axis=-1)) + top[..., 0]
    return out


def log_mean(values: Floats, weights: Floats) -> float:
    """log of the weighted mean of exponentials."""
    top = values.max()
    return float(np.log(np.exp(values - top) @ weights) + top)


def resampled(weighted: Weighted, draws: int, *, seed: int) -> NDArray[np.int64]:
    """Rows of equally likely draws from the posterior, by systematic resampling (Kitagawa 1996)."""
    rng = np.random.default_rng(seed)
    at = (np.arange(draws) + rng.random()) / draws
    chosen = np.minimum(np.searchsorted(np.cumsum(weighted.weights()), at), len(weighted.z) - 1)
    return rng.permutation(chosen).astype(np.int64)
