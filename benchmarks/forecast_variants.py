"""Variants of the forecast that were tried and not kept, on the windows up to 2019 on which all was chosen.

CRPS and log-CRPS over conflictology's, geometric means over years: each variant alone, added to the kept
pool at a fifth, and at a quarter in place of half of the analogues or of the recent months.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from variants_changes import change_point_draws
from variants_forest import FAST, SLOW, forest_draws
from variants_markov import markov_draws

from brink.forecast.draws import equal_draws
from brink.forecast.nearest import ACTIVE_LEVEL
from brink.forecast.panel import Panel, world
from brink.forecast.pool import conflictology_draws, members, sane
from brink.forecast.replay import ACTIVE_MONTHS
from brink.forecast.scores import crps_draws, log_crps
from brink.forecast.smoothing import weighted_level
from brink.forecast.standing import LEVEL_HALF_LIFE
from brink.forecast.verdict import geometric
from brink.forecast.windows import Window, yearly

Floats = NDArray[np.float64]
FIRST, LAST = {"country": 2000, "dyad": 2005}, 2019
"""Years to choose on; what came later is for judging once."""
A_MEMBER = 100
SPIKE_FACTOR, SPIKE_LEVEL = 3.0, 300.0
SPIKE_MONTHS = (12, 12, 24, 60)
"""Own months that replace the pool in a spike, a quarter each."""
BENCHMARK = "conflictology"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--panel", choices=sorted(FIRST), action="append", help="one panel only")
    asked.add_argument("--no-forest", action="store_true", help="without scikit-learn, and minutes sooner")
    given = asked.parse_args()
    print("| forecast | " + " | log | ".join(given.panel or FIRST) + " | log |")
    print("|---|" + "--:|--:|" * len(given.panel or FIRST))
    tables = [table(kind, forest=not given.no_forest) for kind in given.panel or FIRST]
    for name in tables[0]:
        print(f"| {name} | " + " | ".join(f"{a:.3f} | {b:.3f}" for a, b in (t[name] for t in tables)) + " |")


def table(kind: str, *, forest: bool) -> dict[str, tuple[float, float]]:
    """Geometric ratios of CRPS and log-CRPS of every variant, by name."""
    panel, earned = world(kind), defaultdict(list)
    for window in yearly(FIRST[kind], LAST):
        for name, scores in scored(panel, window, forest=forest).items():
            earned[name].append(scores)
        print(f"{kind} {window.label}", file=sys.stderr, flush=True)
    base = np.array(earned.pop(BENCHMARK))
    ratios = {name: np.array(scores) / base for name, scores in earned.items()}
    return {name: (geometric(r[:, 0]), geometric(r[:, 1])) for name, r in ratios.items()}


def scored(panel: Panel, window: Window, *, forest: bool) -> dict[str, tuple[float, float]]:
    """Mean CRPS and log-CRPS of every variant in one window."""
    known = panel.until(window.last_known).counts
    active = known[:, -ACTIVE_MONTHS:].sum(axis=-1) > 0
    rows = active if panel.kind == "dyad" else np.ones_like(active)
    first = window.months[0] - panel.first
    came = panel.counts[rows, first : first + len(window.steps)]
    said = variants(known, known[rows], window.steps, forest=forest)
    return {n: (float(crps_draws(d, came).mean()), float(log_crps(d, came).mean())) for n, d in said.items()}


def variants(known: Floats, history: Floats, steps: tuple[int, ...], *, forest: bool) -> dict[str, Floats]:
    """Draws of conflictology, the kept pool and all variants."""
    recent, spread, alike = members(known, history, steps=steps)
    kept = pooled(known, history, recent, spread, alike, alike)
    own = conflictology_draws(history)
    tried = {
        "observed Markov states": markov_draws(known, history, steps=steps, draws=A_MEMBER),
        "observed Markov states, led to directly": markov_draws(
            known, history, steps=steps, draws=A_MEMBER, chained=False
        ),
        "change points, negative binomial": change_point_draws(history, steps=steps, draws=A_MEMBER),
    }
    if forest:
        tried["random forest"] = _forest(known, history, steps, alike, SLOW)
        tried["random forest, faster scale"] = _forest(known, history, steps, alike, FAST)
    said = {
        BENCHMARK: np.repeat(own[:, None, :], len(steps), axis=1),
        "kept pool": kept,
        "kept pool with the spike rule (post hoc)": spike_rule(history, kept),
    }
    for name, member in tried.items():
        said[f"{name}, alone"] = sane(member, known, history)
        said[f"{name}, added"] = pooled(known, history, recent, spread, alike, alike, member)
        said[f"{name}, for half of the analogues"] = pooled(known, history, recent, spread, alike, member)
        said[f"{name}, for recent"] = pooled(known, history, member, spread, alike, alike)
    return said


def pooled(known: Floats, history: Floats, *parts: Floats) -> Floats:
    """Equal parts, each thinned to as many draws."""
    return sane(np.concatenate([equal_draws(part, A_MEMBER) for part in parts], axis=-1), known, history)


def spike_rule(history: Floats, draws: Floats) -> Floats:
    """Where deaths stand far over what they long were, the last one, two and five years instead.

    Chosen after the truce in Ethiopia was seen, and so post hoc for all windows.
    """
    level, fast, long = (weighted_level(history, half_life=h)[:, -1] for h in (LEVEL_HALF_LIFE, 1.5, 24.0))
    spiked = (fast > SPIKE_FACTOR * long) & (level > SPIKE_LEVEL)
    own = [equal_draws(history[:, -months:], draws.shape[-1] // len(SPIKE_MONTHS)) for months in SPIKE_MONTHS]
    return np.where(spiked[:, None, None], np.concatenate(own, axis=-1)[:, None, :], draws)


def _forest(
    known: Floats, history: Floats, steps: tuple[int, ...], alike: Floats, measured: tuple[float, float]
) -> Floats:
    """The forest where there is something to go by, the kept table where all is quiet."""
    out = equal_draws(alike, A_MEMBER)
    active = weighted_level(history, half_life=LEVEL_HALF_LIFE)[:, -1] >= ACTIVE_LEVEL
    out[active] = forest_draws(known, history[active], steps=steps, draws=A_MEMBER, measured=measured)
    return out


if __name__ == "__main__":
    main()
