"""Where the width of the bands on attacks comes from, and how often a model's own histories stay inside them.

    python benchmarks/band_width.py
    python benchmarks/band_width.py --freezes 2017 2018 2019 2020 2021 --until 2022

The first prints, for each structure, the 90 % band of months 1, 12, 24 and 36 with one source of doubt held
still after the other, and the share of months inside the band in histories that the model made itself. The
second freezes the case at the end of earlier years and prints the share of the months that came inside the
band, none of them after --until.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.dates.months import month_number
from brink.play.engine import Ensemble, replay, simulate
from brink.play.fit.bound import bind_case
from brink.play.fit.hindcast import hindcast
from brink.play.fit.mixtures import mixture_draws
from brink.play.fit.posterior import posterior_of
from brink.play.model.binding import model_of
from brink.play.model.bound_model import BoundModel
from brink.play.model.columns import INDEX
from brink.play.model.variants import STRUCTURES, judged_structures

Floats = NDArray[np.float64]
MONTHS = 36
SHOWN = [0, 11, 23, 35]
ACTS = ("ladder", "truce", "strikes", "civilians", "leaders")
SHAPES = ("attacks_drift", "attacks_dispersion", "feedback", "memory", "growth_start", "growth_keep")
HISTORIES = 400


def held_still(bound: BoundModel) -> Iterator[tuple[str, Floats, tuple[str, ...]]]:
    """What is held still, the table of numbers with it, and the mechanisms that are off."""

    def with_columns(**columns: float) -> Floats:
        table = bound.table.copy()
        for name, value in columns.items():
            table[:, INDEX[name]] = value
        return table

    def at_median(*names: str) -> Floats:
        return with_columns(**{name: float(np.median(bound.values(name))) for name in names})

    yield "nothing", bound.table, ()
    yield "the drift of the level", with_columns(attacks_drift=1e-4), ()
    yield "overdispersion of counts", with_columns(attacks_dispersion=1e5), ()
    yield "acts", bound.table, ACTS
    yield "the level today", at_median("attacks_level", "start_excitation"), ()
    yield "drift, dispersion, feedback, growth at their medians", at_median(*SHAPES), ()


def played(bound: BoundModel, table: Floats, off: tuple[str, ...] = ()) -> Ensemble:
    """Sketches of every month under holding still."""
    return simulate(bound.model, table, None, seed=5, count=8192, months=MONTHS, off=off)


def print_widths(bound: Mapping[str, BoundModel]) -> None:
    for structure, one in bound.items():
        for what, table, off in held_still(one):
            low, mid, high = played(one, table, off).monthly_quantiles("attacks", [0.05, 0.5, 0.95])[:, SHOWN]
            bands = " | ".join(f"{a:.0f} {b:.0f} {c:.0f}" for a, b, c in zip(low, mid, high, strict=True))
            width = np.log((high[-1] + 0.5) / (low[-1] + 0.5))
            print(f"{structure} without {what}: {bands}; log width of the last {width:.2f}")


def print_own_histories(bound: Mapping[str, BoundModel], weights: Mapping[str, float]) -> None:
    """How often histories of the model stay inside the model's own band, month by month."""
    draws = mixture_draws({name: played(one, one.table) for name, one in bound.items()}, weights, "attacks")
    low, high = np.quantile(draws, [0.05, 0.95], axis=1)
    inside = []
    for name, one in bound.items():
        for future in range(round(HISTORIES * weights[name])):
            seen = replay(one.model, one.table, None, seed=77, future=future, months=MONTHS).state("attacks")
            inside.append(np.mean((seen >= low) & (seen <= high)))
    quantiles = ", ".join(f"{q:.0%}" for q in np.quantile(inside, [0.05, 0.25, 0.5, 0.75, 0.95]))
    whole = np.mean(np.array(inside) == 1.0)
    print(f"months inside, 5 to 95 % of histories: {quantiles}; mean {np.mean(inside):.0%}; all: {whole:.0%}")


def print_freezes(view: View, years: list[int], until: int) -> None:
    for year in years:
        early = View(view.case, date(year, 12, 31))
        found = hindcast(early, until=month_number(min(year + 3, until), 12), futures=4096)
        for score in found.headline:
            print(
                f"{year} {score.series}: {score.covered:.0%} of {len(score.observed)} months inside, "
                f"{score.above / len(score.observed):.0%} above the median, CRPS {score.crps:.2f}"
            )
        for one in found.chances:
            if (one.variant, one.model) in (("own rules", "judged weights"), ("none", "conflictology")):
                print(f"{year} fighting, {one.model}: Brier {one.brier:.3f}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--case", default="pakistan-ttp")
    asked.add_argument("--freezes", type=int, nargs="*", default=[])
    asked.add_argument("--until", type=int, default=2022)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        view = View(open_case(copy_bundled(given.case, Path(folder))))
        if given.freezes:
            print_freezes(view, given.freezes, given.until)
            return
        posterior = posterior_of(view)
        bound = {s: bind_case(view, structures={s: 1.0}, posterior=posterior) for s in STRUCTURES}
        print_widths(bound)
        print_own_histories(bound, judged_structures(model_of(view.definition)))


if __name__ == "__main__":
    main()
