"""Fit the bundled case anew and keep the fit with it; run it when a test says the kept one is out of date.

python benchmarks/refit.py
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from brink.case.bundled import bundled_cases, copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.play.fit.posterior import FILE, posterior_of

CASES = Path(__file__).parents[1] / "brink" / "cases"


def main() -> None:
    for name in bundled_cases():
        with tempfile.TemporaryDirectory() as folder:
            root = copy_bundled(name, Path(folder))
            if posterior_of(View(open_case(root)), progress=print) is not None:
                shutil.copyfile(root / FILE, CASES / name / FILE)
                print(f"kept {CASES / name / FILE}")


if __name__ == "__main__":
    main()
