"""The options of a case played on many machines: by shards in files, or on a Dask cluster."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from brink.errors import BadPlay
from brink.play.answers.grid import Floats
from brink.play.engine.cluster import simulate_on
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.moves import MoveTable
from brink.play.engine.shards import merge_shards, run_shard
from brink.play.playing import Played, Player, Progress, grid_of, keep, kept_file, measured
from brink.play.setting import Setting

_SHARD = re.compile(r"(\d+)/(\d+)")


def parse_shard(text: str) -> tuple[int, int]:
    """`2/8` as shard and number of shards, counted from 1.

    Raises
    ------
    BadPlay
        When it is not written so or the shard is not among them.
    """
    match = _SHARD.fullmatch(text.strip())
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise BadPlay(f"{text!r} is no shard; write the second of eight as 2/8")
    return int(match[1]), int(match[2])


def play_shard(
    what: Setting,
    *,
    shard: int,
    shards: int,
    into: Path,
    threads: int | None = None,
    progress: Progress | None = None,
) -> list[Path]:
    """Play one shard of every option, a file each in `into`; a file that is there is not played again."""
    written = []
    total = len(what.plans) * what.futures // shards
    for place, one in enumerate(what.plans):

        def told(done: int, _: int, *, before: int = place * what.futures // shards) -> None:
            if progress is not None:
                progress(before + done, total)

        moves = what.moves(one.option.id)
        path = into / f"{what.job(moves).run.key[:16]}-{shard}-of-{shards}.npz"
        run_shard(
            what.counted.model, what.bound.table, moves, shard=shard, shards=shards, to=path,
            seed=what.seed, count=what.futures, months=what.months, keep="futures",
            threads=threads, progress=told,
        )  # fmt: skip
        written.append(path)
    return written


def merge(what: Setting, folders: Sequence[Path], *, folder: Path | None = None) -> Played:
    """The whole out of the shards in some folders, kept in `folder` as if played here.

    Raises
    ------
    BadPlay
        When the folders hold no shard of an option, as where another seed or case was played.
    PartMismatch
        When shards of an option are missing or do not belong together.
    """
    futures: dict[str, Floats] = {}
    for one in what.plans:
        job = what.job(what.moves(one.option.id))
        paths = sorted(path for place in folders for path in place.glob(f"{job.run.key[:16]}-*.npz"))
        if not paths:
            raise BadPlay(
                f"no shard of option {one.option.id!r} in {', '.join(map(str, folders))}; give the same "
                "case, --futures, --months, --seed and --options as for the shards"
            )
        values = measured(what, merge_shards(what.counted.model, paths))
        if folder is not None:
            keep(values, kept_file(what, job, folder))
        futures[one.option.id] = values
    return Played(what, grid_of(what, futures))


def on_dask(address: str) -> Player:
    """Play on the Dask scheduler at an address."""

    def player(what: Setting, moves: MoveTable, folder: Path | None, progress: Progress) -> Ensemble:
        return simulate_on(
            address, what.counted.model, what.bound.table, moves, seed=what.seed, count=what.futures,
            months=what.months, keep="futures", folder=folder, progress=progress,
        )  # fmt: skip

    return player
