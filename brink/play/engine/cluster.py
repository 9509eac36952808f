"""The same simulation on a Dask cluster, for when one machine is too few."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadPlay, MissingExtra
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.job import Job
from brink.play.engine.kept import Kept
from brink.play.engine.model import Model
from brink.play.engine.moves import MoveTable
from brink.play.engine.part import BLOCK, Keep, part_from_bytes
from brink.play.engine.simulate import Progress, play

LEAST_FUTURES = 10_000
"""Fewer in a task, and handing the task out costs more than a few parts in a hundred of playing it."""
TASKS_A_CORE = 16
MOST_TASKS = 50_000
RETRIES = 5
PATIENCE = 15
"""Seconds that a scheduler is given to answer."""


def simulate_on(
    address: str,
    model: Model,
    parameters: NDArray[np.float64],
    moves: MoveTable | None = None,
    *,
    seed: int,
    count: int,
    first: int = 0,
    months: int = 36,
    off: Iterable[str] = (),
    keep: Keep = "sketches",
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Ensemble:
    """Play on the Dask scheduler at `address` what `simulate` plays here, bit for bit on like machines.

    Workers get the text of the kernel and numbers, so they need Brink but not the model's own file. A task
    whose worker dies is played again elsewhere. Raises MissingExtra without the extra `dask`, BrokenFuture
    as `simulate` does, BadPlay where no scheduler answers.
    """
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise MissingExtra('playing on a cluster needs Dask: pip install "brink[dask]"') from error
    job = Job.of(
        model, parameters, moves, seed=seed, count=count, first=first, months=months, off=off, keep=keep
    )
    kept = Kept(job, job.run.blocks, folder)
    try:
        reached = Client(address, set_as_default=False, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise BadPlay(
            f"no Dask scheduler answers at {address} ({error}); start one with `dask scheduler` and give its "
            "address, such as tcp://127.0.0.1:8786"
        ) from error
    with reached as client:
        # A task rather than scattered data: if its holder dies, the scheduler can make it again.
        here = client.submit(_given, job, key=f"brink-job-{job.run.key}")
        cores = sum(client.nthreads().values()) or 1
        tasks = [
            client.submit(_play_span, here, span.start, span.stop, retries=RETRIES, key=_name(job, span))
            for gap in kept.gaps()
            for span in spans(gap, cores)
        ]
        try:
            for done in as_completed(tasks, loop=client.loop):
                kept.take(part_from_bytes(done.result()))
                done.release()
                if progress is not None:
                    progress(kept.done, count)
        finally:
            client.cancel(tasks)
    return Ensemble(model, kept.whole())


def spans(blocks: range, cores: int) -> Iterator[range]:
    """Blocks cut into tasks: some for each core, none too small to be worth handing out, not too many."""
    least = -(-LEAST_FUTURES // BLOCK)
    size = max(least, len(blocks) // (cores * TASKS_A_CORE), -(-len(blocks) // MOST_TASKS))
    for start in range(blocks.start, blocks.stop, size):
        yield range(start, min(start + size, blocks.stop))


def _name(job: Job, span: range) -> str:
    return f"brink-{job.run.key}-{span.start}-{span.stop}"


def _given(job: Job) -> Job:
    return job


def _play_span(job: Any, start: int, stop: int) -> bytes:
    return play(job, range(start, stop), threads=1).to_bytes()
