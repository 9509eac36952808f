"""Measure Brink on text that nobody here wrote, and on the pages annotated for it.

    python -m benchmarks.yardsticks --shared ../shared
    python -m benchmarks.yardsticks --shared ../shared --only timex lines
    python -m benchmarks.yardsticks --shared ../shared --note "what changed" --write

`--shared` is the folder that holds `gold/`, `articles/` and `yardsticks/`; a yardstick that is not there is
skipped with the reason. `--write` adds the figures to `history.json` and writes `docs/accuracy.md`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from pathlib import Path

from benchmarks.yardsticks.measured import Measured
from benchmarks.yardsticks.page import write_page

HERE = Path(__file__).parent
HISTORY = HERE / "history.json"
NAMES = ("gold", "muc4", "lines", "timex", "meantime", "factuality", "petrarch", "sentences", "names")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--note", help="what changed since the last entry of the history")
    parser.add_argument("--write", action="store_true", help="keep the figures and write docs/accuracy.md")
    options = parser.parse_args()
    before = json.loads(HISTORY.read_text(encoding="utf-8")) if HISTORY.exists() else []
    last = {name: value for entry in before for name, value in entry["figures"].items()}
    figures: list[Measured] = []
    for name in options.only:
        figures += measured(name, options.shared.resolve(), last)
    if options.write:
        entry = {"note": options.note or "", "figures": {one.name: round(one.value, 4) for one in figures}}
        HISTORY.write_text(
            json.dumps([*before, entry], indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
        write_page([*before, entry], figures)
    return 0


def measured(name: str, shared: Path, last: dict[str, float]) -> list[Measured]:
    """The figures of one yardstick, printed as they come; none, with the reason, when it is not there."""
    module = importlib.import_module(f"benchmarks.yardsticks.{name}")
    absent = [path for path in module.NEEDS if not (shared / path).exists()]
    if absent:
        print(f"{name}: skipped, no {' and no '.join(absent)} in {shared}", file=sys.stderr)
        return []
    began, found = time.monotonic(), []
    for one in module.measure(shared):
        found.append(one)
        was = last.get(one.name)
        marks = (
            f"floor {one.floor:.2f} target {one.target:.2f}" if one.floor is not None and one.target else ""
        )
        past = f"was {was:.3f}" if was is not None else ""
        told = f"{one.yardstick:26} {one.figure:34} {one.value:6.3f}  {past:10} {marks:23} "
        print(
            told + f"{one.reached:7} {one.size}",
            flush=True,
        )
    print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(main())
