"""One simulation played in pieces by machines that share nothing but files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadModel, PartMismatch
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.job import Job
from brink.play.engine.model import Model
from brink.play.engine.moves import MoveTable
from brink.play.engine.part import Keep, Part, load_part, merged
from brink.play.engine.simulate import Progress, play


def shard_blocks(blocks: range, shard: int, shards: int) -> range:
    """The blocks of shard 1 to `shards`, which differ by at most one in number; raises BadModel."""
    if not 1 <= shard <= shards:
        raise BadModel(f"shard {shard} of {shards}; shards are counted from 1 to their number")
    return range(
        blocks.start + len(blocks) * (shard - 1) // shards, blocks.start + len(blocks) * shard // shards
    )


def run_shard(
    model: Model,
    parameters: NDArray[np.float64],
    moves: MoveTable | None = None,
    *,
    shard: int,
    shards: int,
    to: Path,
    seed: int,
    count: int,
    first: int = 0,
    months: int = 36,
    off: Iterable[str] = (),
    keep: Keep = "sketches",
    threads: int | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Path:
    """Play one shard of what `simulate` with the same arguments plays whole, and write it to the file `to`.

    A file that already holds this very shard is left as it is. `folder` keeps finished blocks meanwhile.
    """
    job = Job.of(
        model, parameters, moves, seed=seed, count=count, first=first, months=months, off=off, keep=keep
    )
    blocks = shard_blocks(job.run.blocks, shard, shards)
    if not _holds(to, job, blocks):
        to.parent.mkdir(parents=True, exist_ok=True)
        play(job, blocks, threads=threads, folder=folder, progress=progress).save(to)
    return to


def _holds(path: Path, job: Job, blocks: range) -> bool:
    if not path.exists():
        return False
    try:
        part = load_part(path)
    except PartMismatch:
        return False
    return part.run == job.run and part.blocks == blocks


def merge_shards(model: Model, paths: Sequence[Path]) -> Ensemble:
    """The whole simulation out of the files of its shards, bit for bit as if played at once.

    Raises PartMismatch for files of different simulations or models, for overlaps, and for what is missing.
    """
    part = merged([load_part(path) for path in paths])
    _check_whole(part)
    if part.sketch.shape[0] != len(model.series) or part.final.shape[0] != len(model.outcomes):
        raise PartMismatch(f"the files were not made by the model {model.name!r} as it is here")
    return Ensemble(model, part)


def _check_whole(part: Part) -> None:
    wanted, have = part.run.blocks, part.blocks
    if have != wanted:
        missing = [*range(wanted.start, have.start), *range(have.stop, wanted.stop)]
        raise PartMismatch(
            f"{len(missing)} of {len(wanted)} blocks are missing, from block {missing[0]} on; "
            "give the files of all shards"
        )
