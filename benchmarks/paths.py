"""Totals and escalation with the months of a path drawn apart, or ranked alike, on every active dyad.

Prints, for totals of 3 and 12 months from each December 2003 to 2024, CRPS relative to
conflictology with its months drawn apart (geometric mean over years) and how often the 90 %
interval held; and for escalation from each quarter, Brier scores and reliability.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import month_number
from brink.forecast.ahead import FLOOR_DEATHS
from brink.forecast.panel import Measure, Panel, world
from brink.forecast.pool import pool
from brink.forecast.scores import brier, covered, crps_draws, reliability

Floats = NDArray[np.float64]
YEARS = range(2003, 2025)
ACTIVE_MONTHS = 24
SEED = 1


def apart(draws: Floats) -> Floats:
    """Months of shape (n_units, n_months, M), each shuffled by itself."""
    return np.random.default_rng(SEED).permuted(draws, axis=-1)


def alike(draws: Floats) -> Floats:
    """Months whose draws rank alike."""
    return np.sort(draws, axis=-1)


def known(panel: Panel, origin: int) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """The world as known at the end of `origin`, and its active units with where they are."""
    counts = panel.until(origin).counts
    active = counts[:, -ACTIVE_MONTHS:].sum(axis=1) > 0
    return counts, counts[active], active


def came(panel: Panel, active: NDArray[np.bool_], origin: int, months: int) -> Floats:
    first = origin + 1 - panel.first
    return panel.counts[active][:, first : first + months]


def totals(measure: Measure, months: int) -> None:
    panel = world("dyad", measure=measure)
    scores: dict[str, list[float]] = {}
    held: dict[str, list[float]] = {}
    for year in YEARS:
        origin = month_number(year, 12)
        counts, own, active = known(panel, origin)
        seen = came(panel, active, origin, months).sum(axis=1)
        last = np.repeat(own[:, None, -12:], months, axis=1)
        many = np.tile(last, (1, 1, 40))
        pooled = pool(counts, own, steps=range(1, months + 1))
        ways = {
            "conflictology, months apart": apart(many),
            "conflictology, carried on": alike(last),
            "pool, months apart": apart(pooled),
            "pool, months alike": alike(pooled),
        }
        for name, draws in ways.items():
            scores.setdefault(name, []).append(float(crps_draws(draws.sum(axis=1), seen).mean()))
            held.setdefault(name, []).append(float(covered(draws.sum(axis=1), seen, level=0.9).mean()))
    print(f"\ntotals of {months} months, {measure}")
    base = np.log(scores["conflictology, months apart"])
    for name, of_years in scores.items():
        ratio = float(np.exp((np.log(of_years) - base).mean()))
        print(f"  {name:30} CRPS {ratio:.3f}   90 % interval held {np.mean(held[name]):.2f}")


def escalations() -> None:
    panel = world("dyad")
    said: dict[str, list[Floats]] = {"months apart": [], "months alike": []}
    happened: list[NDArray[np.bool_]] = []
    for year in YEARS:
        for month in (3, 6, 9, 12):
            origin = month_number(year, month)
            counts, own, active = known(panel, origin)
            level = np.maximum(FLOOR_DEATHS, 2 * own[:, -12:].mean(axis=1))
            pooled = pool(counts, own, steps=(1, 2, 3))
            for name, draws in (("months apart", apart(pooled)), ("months alike", alike(pooled))):
                said[name].append((draws.mean(axis=1) >= level[:, None]).mean(axis=1))
            happened.append(came(panel, active, origin, 3).mean(axis=1) >= level)
    seen = np.concatenate(happened)
    base = seen.mean()
    print(
        f"\nescalation: {seen.size} cases, {base:.3f} of them; always saying so scores "
        f"{base * (1 - base):.4f}"
    )
    for name, parts in said.items():
        chance = np.concatenate(parts)
        print(f"  {name:14} Brier {brier(chance, seen).mean():.4f}")
        for one in reliability(chance, seen, edges=(0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 1.0)):
            print(f"    {one.count:5} said {one.mean_probability:.3f}, happened {one.share_occurred:.3f}")


if __name__ == "__main__":
    for measure in ("events", "deaths"):
        for months in (3, 12):
            totals(measure, months)
    escalations()
