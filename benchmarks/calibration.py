"""Simulation-based calibration of the fit of the bundled case, as a table.

    python benchmarks/calibration.py --replicates 64 --out docs/explanation/calibration.csv

A few minutes a structure. `docs/make_hindcast.py` sets the table into the page on fit and hindcast.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from pathlib import Path

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.play.fit.attacks import seen_of
from brink.play.fit.calibration import calibrate
from brink.play.model.history import history_of
from brink.play.model.variants import STRUCTURES

COLUMNS = ("structure", "number", "replicates", *(f"eighth_{n}" for n in range(1, 9)), "p_value")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--case", default="pakistan-ttp")
    asked.add_argument("--replicates", type=int, default=64)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--structures", nargs="*", default=list(STRUCTURES))
    asked.add_argument("--out", type=Path, required=True)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        view = View(open_case(copy_bundled(given.case, Path(folder))))
        history = history_of(view)
        assert history is not None
        with given.out.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(COLUMNS)
            for structure in given.structures:
                for found in calibrate(
                    view.definition, seen_of(history), structure, replicates=given.replicates, seed=given.seed
                ):
                    table.writerow(
                        (
                            found.structure,
                            found.number,
                            len(found.ranks),
                            *found.eighths,
                            f"{found.p_value:.3f}",
                        )
                    )
                file.flush()


if __name__ == "__main__":
    main()
