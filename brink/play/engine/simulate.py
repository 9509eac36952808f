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

from brink.errors import PartMismatch, PlayStopped
from brink.play.engine.contract import Model
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.job import Job, Played, play_block
from brink.play.engine.moves import MoveTable
from brink.play.engine.part import Keep, Part, load_part, merged
from brink.play.engine.tree import SumTree

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
    kept = _Kept(job, blocks, folder)
    total = len(job.run.futures(blocks))
    for gap in kept.gaps():
        gathered = _Gathered(job, gap.start)
        saved_at = time.monotonic()
        try:
            for played in _in_order(job, gap, threads or _cores(), stop):
                gathered.add(played)
                if progress is not None:
                    progress(kept.done + gathered.futures, total)
                if folder is not None and time.monotonic() - saved_at > SAVE_EVERY:
                    kept.take(gathered.part())
                    gathered = _Gathered(job, played.block + 1)
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


class _Gathered:
    """Blocks added up from one block on."""

    def __init__(self, job: Job, start: int) -> None:
        self._job = job
        self._blocks = range(start, start)
        self._sums = SumTree()
        self._sketch: NDArray[np.int64] | None = None
        self._final: NDArray[np.int64] | None = None
        self._outcomes: list[NDArray[np.float64]] = []
        self._whole = True

    @property
    def futures(self) -> int:
        """Futures gathered so far."""
        return len(self._job.run.futures(self._blocks))

    @property
    def usable(self) -> bool:
        """Something was gathered, and an interrupt did not fall into the middle of adding it."""
        return self._whole and len(self._blocks) > 0

    def add(self, played: Played) -> None:
        """Take in the next block."""
        self._whole = False
        self._sums.add_block(played.block, played.sums)
        if self._sketch is None or self._final is None:
            self._sketch = played.sketch.astype(np.int64)
            self._final = played.final.astype(np.int64)
        else:
            self._sketch += played.sketch
            self._final += played.final
        if self._job.run.keep == "futures":
            self._outcomes.append(played.outcomes)
        self._blocks = range(self._blocks.start, played.block + 1)
        self._whole = True

    def part(self) -> Part:
        """What was gathered."""
        assert self._sketch is not None
        assert self._final is not None
        return Part(
            run=self._job.run,
            blocks=self._blocks,
            sums=self._sums,
            sketch=self._sketch,
            final=self._final,
            outcomes=np.concatenate(self._outcomes) if self._outcomes else None,
        )


class _Kept:
    """Parts in hand, and in a folder if there is one, where each run has a folder of its own."""

    def __init__(self, job: Job, blocks: range, folder: Path | None) -> None:
        self._job = job
        self._blocks = blocks
        self._folder = folder / job.run.key[:32] if folder is not None else None
        self._parts: list[Part] = []
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._load(self._folder)

    @property
    def done(self) -> int:
        """Futures in hand."""
        return sum(len(self._job.run.futures(part.blocks)) for part in self._parts)

    @property
    def advice(self) -> str:
        """What to do after a stop."""
        return "; run it again to go on from there" if self._folder is not None else ""

    def _load(self, folder: Path) -> None:
        covered: set[int] = set()
        for path in sorted(folder.glob("part-*.npz")):
            try:
                part = load_part(path)
            except PartMismatch:
                # Written by a machine that lost power; its blocks are simply played again.
                path.unlink(missing_ok=True)
                continue
            if part.run == self._job.run and set(part.blocks) <= set(self._blocks) - covered:
                covered |= set(part.blocks)
                self._parts.append(part)

    def gaps(self) -> list[range]:
        """Blocks still to be played, as spans."""
        done = sorted(self._parts, key=lambda part: part.blocks.start)
        inner = [edge for part in done for edge in (part.blocks.start, part.blocks.stop)]
        edges = [self._blocks.start, *inner, self._blocks.stop]
        spans = [range(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]
        return [span for span in spans if span]

    def take(self, part: Part) -> None:
        """Keep a part, and write it down if there is a folder."""
        if self._folder is not None:
            part.save(self._folder / f"part-{part.blocks.start:09d}-{part.blocks.stop:09d}.npz")
        self._parts.append(part)

    def whole(self) -> Part:
        """All parts as one, which then stands alone in the folder."""
        part = merged(self._parts)
        if self._folder is not None and len(self._parts) > 1:
            pieces = list(self._folder.glob("part-*.npz"))
            name = f"part-{part.blocks.start:09d}-{part.blocks.stop:09d}.npz"
            part.save(self._folder / name)
            for piece in pieces:
                if piece.name != name:
                    piece.unlink(missing_ok=True)
        return part
