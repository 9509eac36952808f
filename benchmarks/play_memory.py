"""Peak memory of simulated futures as they grow in number, each size in a process of its own.

python benchmarks/play_memory.py --sizes 10000 100000 1000000
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

CASE = Path(__file__).parents[1] / "brink" / "cases" / "pakistan-ttp"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    asked.add_argument("--one", type=int, help="play this size here")
    given = asked.parse_args()
    if given.one is not None:
        print(measured(given.one))
        return
    for size in given.sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


def measured(futures: int) -> str:
    """Plays hold in the bundled case for 36 months and tells the process's peak and its rate."""
    from brink.case.definition import Definition
    from brink.play.engine.simulate import simulate
    from brink.play.setting import setting

    what = setting(Definition.load(CASE), options=["hold"], futures=16_384)
    begun = time.process_time()
    simulate(what.counted.model, what.bound.table, what.moves("hold"), seed=3, count=futures, months=36)
    rate = futures / (time.process_time() - begun)
    # Linux gives kilobytes; macOS bytes.
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return f"{futures:>9,} futures: peak {peak:.0f} MB, {rate:,.0f} a core-second"


if __name__ == "__main__":
    main()
