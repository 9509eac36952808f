"""Play the options of a case in the same futures."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from brink.dates.months import month_words
from brink.errors import BadPlay, BrokenFuture
from brink.play.answers.grid import Floats, Grid
from brink.play.answers.measures import columns
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.job import Job
from brink.play.engine.moves import MoveTable
from brink.play.engine.replay import Replay, replay
from brink.play.engine.simulate import simulate
from brink.play.setting import Setting

if TYPE_CHECKING:
    from brink.case.view import View

RUNS = "runs"
"""Folder of a case that holds what was played; it can be deleted at will."""

Progress = Callable[[int, int], None]
"""Called with the futures done and the futures in all, over all options."""
Player = Callable[[Setting, MoveTable, Path | None, Progress], Ensemble]
"""Plays one table of moves: on this machine's cores, or on many machines."""


@dataclass(frozen=True, slots=True)
class Played:
    """A setting with what its options came to."""

    setting: Setting
    grid: Grid


def play_setting(
    what: Setting,
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
    player: Player | None = None,
) -> Played:
    """Play every option of a setting, taking from `folder` what was played before.

    Each option's measures are kept as one file named by a digest of all that can change
    them; blocks of an option that is cut short are kept too, so that nothing is redone.

    Raises
    ------
    BrokenFuture
        A state left its range; names option, future, month and mechanism.
    """
    futures: dict[str, Floats] = {}
    total = len(what.plans) * what.futures
    for place, one in enumerate(what.plans):
        before = place * what.futures

        def told(done: int, _: int, *, before: int = before) -> None:
            if progress is not None:
                progress(before + done, total)

        moves = what.moves(one.option.id)
        try:
            futures[one.option.id] = _played(what, moves, folder, told, player or on_cores())
        except BrokenFuture as wrong:
            raise where_it_broke(what, one.option.id, wrong) from wrong
        told(what.futures, what.futures)
    return Played(what, grid_of(what, futures))


def grid_of(what: Setting, futures: Mapping[str, Floats]) -> Grid:
    """The grid of measures by future, shape [futures, columns] for each option."""
    return Grid.of(
        futures,
        outcomes=what.counted.names,
        parameters=what.bound.table,
        names=what.bound.names,
        baseline=what.baseline,
    )


def where_it_broke(what: Setting, option: str, wrong: BrokenFuture) -> BrokenFuture:
    """The same error with the option, the month of the calendar, and the command that replays it."""
    return BrokenFuture(
        f"future {wrong.future} of “{what.plan(option).option.name}” broke in "
        f"{month_words(what.bound.start_month + wrong.month)}: mechanism {wrong.mechanism!r} gave a value "
        f"out of the range of its state, or none. brink replay CASE {wrong.future} --option {option} "
        f"--futures {what.futures} --months {what.months} --seed {what.seed} tells its months "
        "and the numbers that the mechanism read; mend those in case.yaml",
        future=wrong.future,
        month=wrong.month,
        mechanism=wrong.mechanism,
    )


def on_cores(threads: int | None = None) -> Player:
    """Play on the cores of this machine; the numbers do not depend on how many threads."""

    def player(what: Setting, moves: MoveTable, folder: Path | None, progress: Progress) -> Ensemble:
        return simulate(
            what.counted.model,
            what.bound.table,
            moves,
            seed=what.seed,
            count=what.futures,
            months=what.months,
            keep="futures",
            threads=threads,
            folder=folder,
            progress=progress,
        )

    return player


def _played(
    what: Setting, moves: MoveTable, folder: Path | None, progress: Progress, player: Player
) -> Floats:
    if folder is None:
        return measured(what, player(what, moves, None, progress))
    job = what.job(moves)
    kept = kept_file(what, job, folder)
    if kept.exists():
        loaded: Floats = np.load(kept, mmap_mode="r", allow_pickle=False)
        if loaded.shape == (what.futures, len(what.counted.names)):
            return loaded
    blocks = folder / "unfinished"
    values = measured(what, player(what, moves, blocks, progress))
    keep(values, kept)
    shutil.rmtree(blocks / job.run.key[:32], ignore_errors=True)
    return values


def measured(what: Setting, ensemble: Ensemble) -> Floats:
    """The measures of every future, shape [futures, columns]."""
    # Half the memory and disk; the rounding is far below the noise of any ensemble.
    return what.counted.values(ensemble.outcomes, what.months).astype(np.float32)


def kept_file(what: Setting, job: Job, folder: Path) -> Path:
    """Where the measures of a job are kept: a digest of the run and of how measures are made."""
    made = json.dumps([[repr(column) for column in columns()], what.counted.names])
    digest = hashlib.sha256(f"{job.run.key}{made}".encode()).hexdigest()[:32]
    return folder / f"{digest}.npy"


def keep(values: Floats, path: Path) -> None:
    """Write an array wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, suffix=".draft")
    with os.fdopen(handle, "wb") as file:
        np.save(file, values, allow_pickle=False)
    os.replace(draft, path)


def folder_of(view: View) -> Path | None:
    """Where a case keeps what was played, or None when it is a single file."""
    return view.case.root / RUNS if view.case.root else None


def replayed(what: Setting, option: str, future: int) -> Replay:
    """One future of an option, month by month, as it was counted when played.

    Raises
    ------
    BadPlay
        When the number is negative.
    """
    if future < 0:
        raise BadPlay(f"there is no future {future}; futures are numbered from 0 on")
    return replay(
        what.counted.model,
        what.bound.table,
        what.moves(option),
        seed=what.seed,
        future=future,
        months=what.months,
    )
