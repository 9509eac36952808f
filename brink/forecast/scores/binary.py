"""Scores of one probability for a question answered yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log, log2

import numpy as np

from brink.errors import BadForecast

CLIP = (0.01, 0.99)
"""A log score would be without bound; probabilities count as no more certain than this."""
BASELINE_CLIP = (0.001, 0.999)


def log_score(probability: float, occurred: bool) -> float:
    """-ln of the probability given to what happened, in nats, clipped to [.01, .99]; lower is better.

    References
    ----------
    Good (1952), Journal of the Royal Statistical Society B 14(1), section 8.
    """
    return -log(_clipped(probability if occurred else 1 - probability, CLIP))


def baseline_score(probability: float, occurred: bool) -> float:
    """100 (log2 p + 1) with p given to what happened, clipped to [.001, .999]; higher is better.

    0 for even chance, 100 for certainty and right: the convention of Metaculus for binary
    questions (help page "Scores FAQ").
    """
    return 100 * (log2(_clipped(probability if occurred else 1 - probability, BASELINE_CLIP)) + 1)


def skill(score: float, reference: float) -> float | None:
    """1 - score / reference for a score where lower is better; None where the reference is perfect.

    References
    ----------
    Murphy (1988), Monthly Weather Review 116, eq. 4.
    """
    return None if reference == 0 else 1 - score / reference


@dataclass(frozen=True, slots=True)
class BrierParts:
    """mean Brier = reliability - resolution + uncertainty + within."""

    reliability: float
    """How far what was said lies from what happened; 0 is best."""
    resolution: float
    """How far what happened differs between the bins; more is better."""
    uncertainty: float
    """Brier of always saying how often it happens."""
    within: float
    """What binning leaves over: spread of the probabilities inside a bin."""


def brier_parts(probability: Sequence[float], occurred: Sequence[bool], *, bins: int = 10) -> BrierParts:
    """The Brier score of many forecasts in parts, probabilities in `bins` equal bins.

    References
    ----------
    Murphy (1973), Journal of Applied Meteorology 12; the within-bin terms of Stephenson, Coelho
    & Jolliffe (2008), Weather and Forecasting 23, eq. 7, here as one remainder.
    """
    p, o = np.asarray(probability, dtype=np.float64), np.asarray(occurred, dtype=np.float64)
    if p.size == 0 or p.shape != o.shape:
        raise BadForecast("a decomposition needs as many outcomes as probabilities, and at least one")
    bin_of = np.minimum((p * bins).astype(int), bins - 1)
    reliability = resolution = 0.0
    for k in np.unique(bin_of):
        inside = bin_of == k
        share, said, seen = inside.mean(), p[inside].mean(), o[inside].mean()
        reliability += float(share * (said - seen) ** 2)
        resolution += float(share * (seen - o.mean()) ** 2)
    uncertainty = float(o.mean() * (1 - o.mean()))
    brier = float(((p - o) ** 2).mean())
    return BrierParts(reliability, resolution, uncertainty, brier - reliability + resolution - uncertainty)


def _clipped(probability: float, bounds: tuple[float, float]) -> float:
    if not 0 <= probability <= 1:
        raise BadForecast(f"a probability lies between 0 and 1, not at {probability:g}")
    return min(max(probability, bounds[0]), bounds[1])
