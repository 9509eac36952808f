"""Whether the fitted model could have made the months it was fitted to, each foretold from those before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.play.fit.importance import Weighted, normalised
from brink.play.fit.weights import FIRST_HELD_OUT

Floats = NDArray[np.float64]
DRAWS = 1000
BAND = 0.9


@dataclass(frozen=True, slots=True)
class Check:
    """One-month-ahead forecasts of the months held out, against what was counted."""

    months: int
    covered: float
    """Share of months inside the 90 % band."""
    pit: tuple[float, ...]
    """Share of months in each fifth of the forecast distribution."""
    largest: float
    """Share of replicated histories whose largest month is at least the largest counted."""


def check(weighted: Weighted, observed: Floats, *, seed: int, first: int = FIRST_HELD_OUT) -> Check:
    """Posterior predictive check by months foretold from those before them.

    The PIT is that of counts without chance in it (Czado, Gneiting and Held 2009, Biometrics 65).
    """
    from brink.forecast.scores import covered, pit_histogram

    rng = np.random.default_rng(seed)
    months = range(first, len(observed))
    draws = np.stack([_ahead(weighted, month, rng) for month in months])
    seen = observed[first:]
    whole = weighted.evaluated.replicates[rng.choice(len(weighted.z), size=DRAWS, p=weighted.weights())]
    return Check(
        months=len(months),
        covered=float(np.mean(covered(draws, seen, level=BAND))),
        pit=tuple(float(x) for x in pit_histogram(draws, seen, bins=5)),
        largest=float(np.mean(whole[:, first:].max(axis=1) >= seen.max())),
    )


def _ahead(weighted: Weighted, month: int, rng: np.random.Generator) -> Floats:
    """Draws of a month's count given the months before it."""
    weight = normalised(weighted.log_weights(month))
    draws: Floats = weighted.evaluated.replicates[rng.choice(len(weight), size=DRAWS, p=weight), month]
    return draws
