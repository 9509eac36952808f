"""Blocks already played: added up as they come, written down, and found again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from brink.errors import PartMismatch
from brink.play.engine.job import Job, Played
from brink.play.engine.part import Part, load_part, merged
from brink.play.engine.sketch import BINS
from brink.play.engine.tree import SumTree


class Gathering:
    """Neighbouring blocks added up from one block on."""

    def __init__(self, job: Job, start: int) -> None:
        self._job = job
        self._blocks = range(start, start)
        self._sums = SumTree()
        shape = job.shape
        self._sketch = np.zeros((len(shape.series), job.run.months, BINS), dtype=np.int64)
        self._final = np.zeros((len(shape.outcomes), BINS), dtype=np.int64)
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
        self._job.kernel.add_counts(self._sketch, played.sketch)
        self._job.kernel.add_counts(self._final, played.final)
        if self._job.run.keep == "futures":
            self._outcomes.append(played.outcomes)
        self._blocks = range(self._blocks.start, played.block + 1)
        self._whole = True

    def part(self) -> Part:
        """What was gathered, which may be nothing."""
        columns = len(self._job.shape.outcomes)
        outcomes = None
        if self._job.run.keep == "futures":
            outcomes = np.concatenate([np.empty((0, columns)), *self._outcomes])
        return Part(
            run=self._job.run,
            blocks=self._blocks,
            sums=self._sums,
            sketch=self._sketch,
            final=self._final,
            outcomes=outcomes,
        )


class Kept:
    """The finished parts of some blocks of a run, in memory and, if there is a folder, in files.

    Each run has a folder of its own inside the one given, named by the digest of all that its numbers depend
    on, so nothing old can be taken for something new.
    """

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
        for path in sorted(folder.glob("part-*.npz")):
            try:
                part = load_part(path)
            except PartMismatch:
                # Cut short by a failing disk or machine; its blocks are simply played again.
                path.unlink(missing_ok=True)
                continue
            mine = part.run == self._job.run and set(part.blocks) <= set(self._blocks)
            if mine and not any(set(part.blocks) & set(other.blocks) for other in self._parts):
                self._join(part)

    def gaps(self) -> list[range]:
        """Blocks still to be played, as spans."""
        inner = [edge for part in self._parts for edge in (part.blocks.start, part.blocks.stop)]
        edges = [self._blocks.start, *inner, self._blocks.stop]
        spans = [range(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True)]
        return [span for span in spans if span]

    def take(self, part: Part) -> None:
        """Keep a part, and write it down if there is a folder."""
        if self._folder is not None:
            part.save(self._file(part))
        self._join(part)

    def _join(self, part: Part) -> None:
        """Merge a part with its neighbours at once, so that memory holds few."""
        near = [
            one
            for one in self._parts
            if one.blocks.stop == part.blocks.start or one.blocks.start == part.blocks.stop
        ]
        apart = [one for one in self._parts if not any(one is other for other in near)]
        self._parts = sorted([*apart, merged([*near, part])], key=lambda one: one.blocks.start)

    def _file(self, part: Part) -> Path:
        assert self._folder is not None
        return self._folder / f"part-{part.blocks.start:09d}-{part.blocks.stop:09d}.npz"

    def whole(self) -> Part:
        """All parts as one, which then stands alone in the folder."""
        part = merged(self._parts) if self._parts else Gathering(self._job, self._blocks.start).part()
        if self._folder is not None and part.blocks:
            mine = self._file(part)
            pieces = [path for path in self._folder.glob("part-*.npz") if path != mine]
            if pieces or not mine.exists():
                part.save(mine)
            for piece in pieces:
                piece.unlink(missing_ok=True)
        return part
