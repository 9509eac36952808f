"""How the months of a path should go together: drawn apart, ranked alike, or as they went in the past.

Every dyad with a death a month or more, from each December 2003 to 2024: twelve-month totals (CRPS
relative to months drawn apart, geometric mean over years, and how often the 90 % interval held),
and Brier scores of escalation and of at least one month of 100.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import month_number
from brink.forecast.escalation import AHEAD_MONTHS, bar
from brink.forecast.nearest import Past
from brink.forecast.panel import world
from brink.forecast.paths import joined, past_paths
from brink.forecast.pool import conflictology_draws, pool_draws
from brink.forecast.scores import brier, covered, crps_draws

Floats = NDArray[np.float64]
YEARS = range(2003, 2025)
STEPS = range(1, 13)
BAD_MONTH = 100
SEED = 1


def ways(counts: Floats, history: Floats, past: Past) -> dict[str, Floats]:
    """Draws of shape (12, M), the same for each month, put together in different ways."""
    chance = np.random.default_rng(SEED)
    draws = pool_draws(counts, history, steps=STEPS, past=past)
    last = np.tile(conflictology_draws(history), (len(STEPS), 1))
    return {
        "pool, months apart": chance.permuted(draws, axis=1),
        "pool, ranked alike": draws,
        "pool, as in the past": joined(draws, past_paths(counts, history, steps=STEPS, count=draws.shape[1])),
        "conflictology, months apart": chance.permuted(np.tile(last, (1, 40)), axis=1),
        "conflictology, carried on": last,
    }


def main() -> None:
    panel = world("dyad")
    crps: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    held: dict[str, list[bool]] = defaultdict(list)
    said: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for year in YEARS:
        origin = month_number(year, 12)
        counts = panel.until(origin).counts
        past = Past(counts, longest=max(STEPS))
        bars = bar(counts)[:, -1]
        for row in np.flatnonzero(counts[:, -12:].mean(axis=1) >= 1):
            came = panel.counts[row][origin + 1 - panel.first :][: len(STEPS)]
            for name, paths in ways(counts, counts[row], past).items():
                total = paths.sum(axis=0)
                crps[name][year].append(float(crps_draws(total, came.sum())))
                held[name].append(bool(covered(total, came.sum(), level=0.9)))
                first = paths[:AHEAD_MONTHS].mean(axis=0)
                said[f"{name}: escalation"].append(
                    (float((first >= bars[row]).mean()), bool(came[:AHEAD_MONTHS].mean() >= bars[row]))
                )
                worst = float((paths.max(axis=0) >= BAD_MONTH).mean())
                said[f"{name}: a month of {BAD_MONTH}"].append((worst, bool(came.max() >= BAD_MONTH)))
    base = {year: np.log(np.mean(values)) for year, values in crps["pool, months apart"].items()}
    for name, by_year in crps.items():
        ratio = np.exp(np.mean([np.log(np.mean(values)) - base[year] for year, values in by_year.items()]))
        print(f"{name:28} CRPS {ratio:.3f}   90 % interval held {np.mean(held[name]):.2f}")
    for name, pairs in said.items():
        chance, happened = np.array(pairs).T
        mean, share = chance.mean(), happened.mean()
        score = brier(chance, happened).mean()
        print(f"{name:45} Brier {score:.4f}   said {mean:.3f}, happened {share:.3f} of {len(pairs)}")


if __name__ == "__main__":
    main()
