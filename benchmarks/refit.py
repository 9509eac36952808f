"""Fit the bundled cases anew and keep the fits with them; run it when a test says one is out of date.

Each case is fitted as of its own date, and as of two years before, for the past record in its brief.

python benchmarks/refit.py
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from brink.case.bundled import bundled_cases, copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.play.fit.posterior import posterior_of
from brink.play.fit.record import freeze_before

CASES = Path(__file__).parents[1] / "brink" / "cases"


def main() -> None:
    for name in bundled_cases():
        with tempfile.TemporaryDirectory() as folder:
            root = copy_bundled(name, Path(folder))
            own = View(open_case(root))
            for view in (own, View(own.case, freeze_before(own.as_of))):
                print(f"{name} as of {view.as_of}")
                posterior_of(view, progress=print)
            for made in sorted(root.glob("fit*.npz")):
                shutil.copyfile(made, CASES / name / made.name)
                print(f"kept {CASES / name / made.name}")


if __name__ == "__main__":
    main()
