"""Play the futures of one option over the cores of this machine, block by block."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from brink.errors import PlayStopped
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.job import Job, Played, play_block
from brink.play.engine.kept import Gathering, Kept
from brink.play.engine.model import Model
from brink.play.engine.moves import MoveTable
from brink.play.engine.part import Keep, Part

SAVE_EVERY = 5.0
"""Seconds of play that a killed run may lose."""
Progress = Callable[[int, int], None]
"""Called with the futures done and the futures in all, after each block."""


def simulate(
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
    threads: int | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> Ensemble:
    """Play `count` futures from number `first` on, and gather what they came to.

    Parameters
    ----------
    parameters
        One row a point, one column a parameter of the model, shape (points, parameters). Future f is played
        at point f modulo the number of points.
    moves
        The option; none is to do nothing.
    off
        Ids of mechanisms to switch off.
    keep
        Beside sums and sketches: nothing ("sketches"), sums at each parameter point ("points"), or the
        outcomes of every future ("futures"), whose memory grows by 8 bytes a future and outcome.
    threads
        Workers; by default one a core. The numbers do not depend on it.
    folder
        Where finished blocks are kept, so that a run cut short goes on where it stopped.
    stop
        When set, blocks under way are finished and PlayStopped is raised.

    Raises
    ------
    BadModel
        Numbers that do not fit the model.
    BrokenFuture
        A state left its range; names future, month and mechanism.
    PlayStopped
        `stop` was set before the end.
    """
    job = Job.of(
        model, parameters, moves, seed=seed, count=count, first=first, months=months, off=off, keep=keep
    )
    part = play(job, job.run.blocks, threads=threads, folder=folder, progress=progress, stop=stop)
    return Ensemble(model, part)


def play(
    job: Job,
    blocks: range,
    *,
    threads: int | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> Part:
    """Play some neighbouring blocks of a job, taking from `folder` those already there."""
    kept = Kept(job, blocks, folder)
    total = len(job.run.futures(blocks))
    for gap in kept.gaps():
        gathered = Gathering(job, gap.start)
        saved_at = time.monotonic()
        try:
            for played in _in_order(job, gap, threads or _cores(), stop):
                gathered.add(played)
                if progress is not None:
                    progress(kept.done + gathered.futures, total)
                if folder is not None and time.monotonic() - saved_at > SAVE_EVERY:
                    kept.take(gathered.part())
                    gathered = Gathering(job, played.block + 1)
                    saved_at = time.monotonic()
        finally:
            if gathered.usable:
                kept.take(gathered.part())
        if stop is not None and stop.is_set() and kept.done < total:
            raise PlayStopped(f"stopped after {kept.done:,} of {total:,} futures{kept.advice}")
    return kept.whole()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_order(job: Job, blocks: range, threads: int, stop: threading.Event | None) -> Iterator[Played]:
    """Blocks as they are finished, but from the first to the last, with few finished ones waiting."""
    pending: deque[Future[Played]] = deque()
    with ThreadPoolExecutor(threads, thread_name_prefix="brink-play") as pool:
        try:
            for block in blocks:
                if stop is not None and stop.is_set():
                    break
                pending.append(pool.submit(play_block, job, block))
                if len(pending) > 2 * threads:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            for waiting in pending:
                waiting.cancel()
