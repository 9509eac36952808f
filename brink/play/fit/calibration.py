"""Simulation-based calibration: does the fit find numbers that were put in, as often as it says it does?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.play.fit.attack_filter import Seen, filtered, known_part, log_base
from brink.play.fit.attacks import attack_space, filter_values, todays
from brink.play.fit.importance import Evaluated, resampled, sample
from brink.play.model.mechanisms.attacks import LEAST_FACTOR

Floats = NDArray[np.float64]
DRAWS = 63
"""Posterior draws that a true value is ranked among: ranks 0 to 63 fall into eighths of eight."""
END = "level at the end"
LOG_MOST = 9.0


@dataclass(frozen=True, slots=True)
class Ranks:
    """Ranks of the true value among posterior draws, one a replicate, for one number of one structure."""

    structure: str
    number: str
    ranks: NDArray[np.int64]

    @property
    def eighths(self) -> NDArray[np.int64]:
        """Replicates in each eighth of the ranks; alike when calibrated."""
        return np.bincount(self.ranks * 8 // (DRAWS + 1), minlength=8)

    @property
    def p_value(self) -> float:
        """Chance of eighths at least as uneven if the fit is calibrated (chi-squared, 7 degrees)."""
        from scipy.stats import chi2

        expected = len(self.ranks) / 8.0
        return float(chi2.sf(np.square(self.eighths - expected).sum() / expected, 7))


def calibrate(
    definition: Definition,
    seen: Seen,
    structure: str,
    *,
    replicates: int,
    seed: int,
    points: int = 768,
    rounds: int = 3,
    particles: int = 64,
) -> Iterator[Ranks]:
    """Ranks of every number of a structure over replicates: draw numbers, make counts with them, fit, rank.

    Acts and deaths are those of the case; only attacks are made anew. Published sizes of the stocks, which
    are one more observation in the fit itself, are left out here.

    References
    ----------
    Talts, Betancourt, Simpson, Vehtari and Gelman (2018), arXiv 1804.06788, algorithm 1.
    """
    of = attack_space(definition, structure, mean_attacks=float(seen.attacks.mean()))
    today = todays(definition)
    found: dict[str, list[int]] = {name: [] for name in (*of.names, END)}
    for replicate in range(replicates):
        rng = np.random.default_rng([seed, int(structure[1]), replicate])
        truth = rng.standard_normal((1, len(of.names)))
        values = filter_values(of.values(truth), structure, today)
        counts, level = made_counts(values, seen, rng)
        told = replace(seen, attacks=counts)

        def evaluate(z: Floats, told: Seen = told, rng: np.random.Generator = rng) -> Evaluated:
            return filtered(filter_values(of.values(z), structure, today), told, particles=particles, rng=rng)

        weighted = sample(evaluate, len(of.names), points=points, rounds=rounds, seed=seed + replicate)
        rows = resampled(weighted, DRAWS, seed=replicate)
        for place, name in enumerate(of.names):
            found[name].append(int((weighted.z[rows, place] < truth[0, place]).sum()))
        found[END].append(int((weighted.evaluated.ends["attacks_level"][rows] < level).sum()))
    for name, ranks in found.items():
        yield Ranks(structure, name, np.array(ranks))


def made_counts(values: Mapping[str, Floats], seen: Seen, rng: np.random.Generator) -> tuple[Floats, float]:
    """Attacks that one point's numbers make, month by month, and the background level of the last month."""
    factor, fixed = known_part(values, seen)[:, 0], log_base(values, seen)[:, 0]
    n, b, k = (float(values[name][0]) for name in ("feedback", "memory", "attacks.dispersion"))
    x = float(values["level_then"][0])
    excitation = np.exp(x)
    counts = np.zeros(seen.months)
    base = 0.0
    for month in range(seen.months):
        if month:
            x += float(values["attacks.drift"][0]) * rng.standard_normal()
        base = np.exp(min(x + fixed[month], LOG_MOST))
        mean = ((1.0 - n) * base + n * excitation) * factor[month]
        counts[month] = rng.poisson(min(rng.gamma(k) * mean / k, 1e6))
        excitation = b * excitation + (1.0 - b) * counts[month] / max(factor[month], LEAST_FACTOR)
    return counts, float(base)
