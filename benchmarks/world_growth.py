"""How long insurgencies keep growing, and how far they wander: the world's dyads before a year.

    python benchmarks/world_growth.py ucdp_dyad_month.parquet --before 2023

Prints the share of growth that is left a year later and the spread of yearly changes, from which
`attacks.growth_persistence` and `attacks.drift` in `brink/play/model/priors.yaml` take their priors.
The table needs the columns dyad_id, type, year and events, one row for each dyad and month with events.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

LEAST_EVENTS = 30
"""Lethal events a year from which on a dyad is taken for an insurgency like the one at hand."""
REPLICATES = 2000


def yearly(table: pl.DataFrame, before: int) -> dict[int, NDArray[np.float64]]:
    """Events a year of every state-based dyad up to, not including, a year."""
    rows = table.filter((pl.col("year") < before) & (pl.col("type") == "sb"))
    first, out = int(rows["year"].to_numpy().min()), {}
    for dyad, year, events in rows.group_by("dyad_id", "year").agg(pl.col("events").sum()).iter_rows():
        out.setdefault(dyad, np.zeros(before - first))[year - first] += events
    return out


def changes(counts: dict[int, NDArray[np.float64]], ahead: int) -> NDArray[np.float64]:
    """Rows of dyad, growth a year before last year's count, change of the log count `ahead` years on.

    Past growth ends a year before the change begins, so that the noise of one count does not stand on both
    sides and feign a return to the mean.
    """
    rows = []
    for dyad, events in sorted(counts.items()):
        for now in range(3, len(events) - ahead):
            if events[now] >= LEAST_EVENTS and events[now - 3 : now].min() >= LEAST_EVENTS / 3:
                past = np.log(events[now - 1] / events[now - 3]) / 2
                rows.append((dyad, past, np.log((events[now + ahead] + 0.5) / events[now])))
    return np.array(rows)


def median_slope(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    """Slope through the medians of all pairs of points (Theil 1950, Sen 1968): deaf to collapses."""
    i, j = np.triu_indices(len(x), 1)
    apart = np.abs(x[i] - x[j]) > 1e-9
    return float(np.median((y[i] - y[j])[apart] / (x[i] - x[j])[apart]))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("table", type=Path)
    asked.add_argument("--before", type=int, default=2023)
    given = asked.parse_args()
    counts = yearly(pl.read_parquet(given.table), given.before)
    rng = np.random.default_rng(20221231)
    for ahead in (1, 2, 3):
        found = changes(counts, ahead)
        dyads = np.unique(found[:, 0])
        slope = median_slope(found[:, 1], found[:, 2])
        boot = []
        for _ in range(REPLICATES // 10):
            drawn = np.concatenate([found[found[:, 0] == dyad] for dyad in rng.choice(dyads, len(dyads))])
            boot.append(median_slope(drawn[:, 1], drawn[:, 2]))
        low, high = np.quantile(boot, [0.05, 0.95])
        rest = found[:, 2] - slope * found[:, 1]
        spread = 1.4826 * np.median(np.abs(rest - np.median(rest)))
        grown = found[found[:, 1] > 0.2, 2]
        print(
            f"{ahead} year(s): {len(found)} starts of {len(dyads)} dyads; share of growth kept {slope:.2f} "
            f"({low:.2f} to {high:.2f}); spread of the log change {spread:.2f}, a month "
            f"{spread / np.sqrt(12 * ahead):.3f}; after growth above 0.2 a year ({len(grown)} starts) the "
            f"median change is {np.median(grown):+.2f} (5 to 95 %: {np.quantile(grown, 0.05):+.2f} to "
            f"{np.quantile(grown, 0.95):+.2f})"
        )


if __name__ == "__main__":
    main()
