"""How many simulated futures a core-second gives: Brink, and the same mechanisms in NumPy, Python, Mesa, EMA.

Every engine plays the same parameter points for the same months in one process, one after another in each
round, timed in core-seconds (`time.process_time`); the best round of each is shown, and ratios to Brink.
NumPy runs blocks of 8,192 futures, the small model written by hand and both as made from the mechanisms.
Peers run the mechanisms as plain Python functions with NumPy's scalar samplers in place of Brink's, which is
what their users would write. Each engine's means and spreads must agree with Brink's within five sampling
errors, of outcomes as logs: sums of deaths have so heavy a tail that the error of their own spread is not
known. Mesa and EMA Workbench are measured where they are installed; see benchmarks/README.md.

    python benchmarks/play.py
    python benchmarks/play.py --model sanctuary --rounds 5 --json
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import play_peers as peers
from numpy.typing import NDArray
from play_arrays import BLOCK, play_arrays
from play_masks import play_masks

from brink.play.engine import Draw, Mechanism, Model, Outcome, State, simulate

MONTHS = 36
SEED = 20221231
POINTS = 200
BRINK = "Brink, compiled"
NUMPY = "NumPy, by hand"
Play = Callable[[int], NDArray[np.float64]]
"""From a number of futures, a multiple of the points, to their outcomes."""


@dataclass(frozen=True, slots=True)
class Speed:
    """One engine: futures a core-second in its best round, and how many times as many Brink plays."""

    model: str
    engine: str
    futures_per_core_second: float
    brink_is_faster: float
    futures: int
    furthest_in_sampling_errors: float


def toy() -> tuple[Model, NDArray[np.float64]]:
    """The small model of the tests, eight states and eight draws."""
    from tests.play.engine.toy import MODEL, points

    return MODEL, points(POINTS)


def sanctuary() -> tuple[Model, NDArray[np.float64]]:
    """The full model, bound to the bundled case."""
    from brink.case.definition import Definition
    from brink.play.model import MODEL, bind

    definition = Definition.load(Path(__file__).parents[1] / "brink" / "cases" / "pakistan-ttp" / "case.yaml")
    return MODEL, bind(definition, points=POINTS, seed=SEED).table


def engines(name: str, model: Model, table: NDArray[np.float64]) -> dict[str, tuple[int, Play]]:
    """Each engine that is here, with how many futures it plays a round."""

    def brink(count: int) -> NDArray[np.float64]:
        run = simulate(model, table, seed=SEED, count=count, months=MONTHS, keep="futures", threads=1)
        return run.outcomes

    found: dict[str, tuple[int, Play]] = {BRINK: (20_000, brink)}
    found["NumPy, made by machine"] = (
        BLOCK,
        partial(play_masks, model, table, months=MONTHS, seed=SEED),
    )
    if name == "toy":
        found[NUMPY] = (2 * BLOCK, partial(play_arrays, table, months=MONTHS, seed=SEED))
    found["plain Python"] = (400, partial(peers.play_plain, model, table, months=MONTHS, seed=SEED))
    if peers.has("mesa"):
        found["Mesa"] = (400, partial(peers.play_mesa, model, table, months=MONTHS, seed=SEED))
    if peers.has("ema_workbench"):
        found["EMA Workbench"] = (400, partial(peers.play_ema, model, table, months=MONTHS, seed=SEED))
    return found


def measured(name: str, model: Model, table: NDArray[np.float64], rounds: int) -> list[Speed]:
    """Best round of each engine, all engines in each round, so that a busy machine weighs on all alike."""
    found = engines(name, model, table)
    seconds = dict.fromkeys(found, float("inf"))
    outcomes: dict[str, NDArray[np.float64]] = {}
    found[BRINK][1](POINTS)
    for _ in range(rounds):
        for engine, (count, play) in found.items():
            begun = time.process_time()
            outcomes[engine] = play(count)
            seconds[engine] = min(seconds[engine], time.process_time() - begun)
    rates = {engine: count / seconds[engine] for engine, (count, _) in found.items()}
    return [
        Speed(
            model=name,
            engine=engine,
            futures_per_core_second=rates[engine],
            brink_is_faster=rates[BRINK] / rates[engine],
            futures=count,
            furthest_in_sampling_errors=apart(outcomes[BRINK], outcomes[engine]) if engine != BRINK else 0.0,
        )
        for engine, (count, _) in found.items()
    ]


def apart(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> float:
    """The furthest that a mean or spread of logs lies from Brink's, in errors of the difference.

    The error of a standard deviation is sd sqrt((kurtosis - 1) / 4n), with Brink's kurtosis for both.
    """
    ours, theirs = (np.sign(one) * np.log1p(np.abs(one)) for one in (ours, theirs))
    spread = ours.std(axis=0)
    used = spread > 0
    shares = 1 / len(ours) + 1 / len(theirs)
    z = (ours[:, used] - ours[:, used].mean(axis=0)) / spread[used]
    of_mean = np.abs(ours.mean(axis=0) - theirs.mean(axis=0))[used] / (spread[used] * np.sqrt(shares))
    kurtosis = (z**4).mean(axis=0)
    error = spread[used] * np.sqrt((kurtosis - 1) / 4 * shares)
    of_sd = np.abs(spread - theirs.std(axis=0))[used] / np.maximum(error, 1e-300)
    return float(max(of_mean.max(), of_sd.max()))


def looks(total, u0, u1, u2, u3, u4, u5, u6, u7):  # type: ignore[no-untyped-def]
    """A mechanism that does nothing but look at its draws."""
    return max(total, u0, u1, u2, u3, u4, u5, u6, u7)


def generator_floor(model: Model) -> float:
    """Futures a core-second if there were nothing to do but draw their uniforms and look at them."""
    blocks = 8
    idle = Model(
        name="idle",
        states=(State("total", unit=""),),
        parameters=("none",),
        levers=(),
        draws=tuple(Draw(f"u{block}", block, 0) for block in range(blocks)),
        mechanisms=(Mechanism("looks", looks, writes=("total",)),),
        outcomes=(Outcome("total", of="total", reduce="last"),),
    )
    seconds, count = float("inf"), 100_000
    for _ in range(5):
        begun = time.process_time()
        simulate(idle, np.zeros((1, 1)), seed=SEED, count=count, months=MONTHS, threads=1)
        seconds = min(seconds, time.process_time() - begun)
    return count / seconds * blocks / len({draw.block for draw in model.draws})


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", choices=["toy", "sanctuary"], action="append")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="one object a line")
    given = parser.parse_args()
    for name in given.model or ["toy", "sanctuary"]:
        model, table = toy() if name == "toy" else sanctuary()
        speeds = measured(name, model, table, given.rounds)
        floor = generator_floor(model)
        if given.json:
            for speed in speeds:
                print(json.dumps(asdict(speed)))
            continue
        print(f"{name}: {len(model.states)} states, {len(model.draws)} draws, {MONTHS} months")
        for speed in speeds:
            print(
                f"  {speed.engine:24} {speed.futures_per_core_second:12,.0f} a core-second   "
                f"Brink x{speed.brink_is_faster:7.1f}   off by {speed.furthest_in_sampling_errors:.1f} errors"
            )
        share = speeds[0].futures_per_core_second / floor
        print(f"  the generator alone would allow {floor:,.0f}; Brink is at {share:.0%} of it")


if __name__ == "__main__":
    main()
