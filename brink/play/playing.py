"""Play the options of a case in the same futures."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from brink.errors import BadPlay
from brink.play.answers.grid import Floats, Grid
from brink.play.answers.measures import Counted, columns, counted
from brink.play.engine.compiled import Kernel
from brink.play.engine.ensemble import Ensemble
from brink.play.engine.job import Job
from brink.play.engine.moves import MoveTable
from brink.play.engine.replay import Replay, replay
from brink.play.engine.simulate import simulate
from brink.play.fit.bound import bind_case
from brink.play.fit.posterior import Posterior
from brink.play.model import BoundModel, bind
from brink.play.model.history import History, history_of
from brink.play.model.knowable import GaveWay, as_knowable
from brink.play.options.bill import Bill, bill
from brink.play.options.plan import Plan, chosen, plan

if TYPE_CHECKING:
    from brink.case.definition import Definition
    from brink.case.view import View

SEED = 20221231
FUTURES = 50_000
MONTHS = 36
MOST_POINTS = 1024
RUNS = "runs"
"""Folder of a case that holds what was played; it can be deleted at will."""

Progress = Callable[[int, int], None]
"""Called with the futures done and the futures in all, over all options."""
Binding = Callable[[int], BoundModel]
"""Gives the numbers of so many parameter points."""
Player = Callable[["Setting", MoveTable, Path | None, Progress], Ensemble]
"""Plays one table of moves: on this machine's cores, or on many machines."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is played: the case bound to the model, the options as plans, and how much."""

    definition: Definition
    bound: BoundModel
    counted: Counted
    plans: tuple[Plan, ...]
    futures: int
    months: int
    seed: int
    gave_way: tuple[GaveWay, ...] = ()
    """Numbers of the case that rest on data from after the as-of date, and what stands in for them."""

    @property
    def baseline(self) -> str:
        return self.plans[0].option.id

    @property
    def points(self) -> int:
        return len(self.bound.table)

    def plan(self, option: str) -> Plan:
        return next(plan for plan in self.plans if plan.option.id == option)

    def moves(self, option: str) -> MoveTable:
        """The option as the engine's table."""
        return MoveTable.of(self.counted.model, self.plan(option).pulls)

    def job(self, moves: MoveTable, *, off: Iterable[str] = (), count: int | None = None) -> Job:
        """A job of the engine for one table of moves, the futures numbered from 0."""
        return Job.of(
            self.counted.model,
            self.bound.table,
            moves,
            seed=self.seed,
            count=count or self.futures,
            months=self.months,
            off=off,
            keep="futures",
        )

    def bill(self, option: str) -> Bill:
        return bill(
            self.definition, self.plan(option).option, start=self.bound.start_month, months=self.months
        )


@dataclass(frozen=True, slots=True)
class Played:
    """A setting with what its options came to."""

    setting: Setting
    grid: Grid


def setting(
    definition: Definition,
    *,
    options: Sequence[str] = ("all",),
    futures: int = FUTURES,
    months: int = MONTHS,
    seed: int = SEED,
    as_of: date | None = None,
    binding: Binding | None = None,
    history: History | None = None,
) -> Setting:
    """Make a case ready to play; `binding` gives its numbers, by default the priors alone.

    As of an earlier date than the case's own, numbers that rest on later data give way: see
    `brink.play.model.knowable`. `history` is what can then stand in for the level of attacks.

    The futures are rounded up to whole repeats of the points: a power of two, at most
    1,024, with at least sixteen repeats where there are enough futures.

    Raises
    ------
    BadPlay
        For an unknown option, one in the past, or no futures or months at all.
    BadModel
        When the case binds no model, its numbers are out of range, or one that nothing can stand
        in for rests on data from after the as-of date.
    """
    if futures < 1 or months < 1:
        raise BadPlay(f"{futures} futures of {months} months; play at least one of each")
    as_known, gave_way = as_knowable(definition, as_of=as_of or definition.as_of, history=history)
    wanted = chosen(as_known, options)
    count = min(MOST_POINTS, 1 << max(0, int(np.log2(max(1, futures / 16)))))
    bound = binding(count) if binding is not None else bind(as_known, points=count)
    plans = tuple(plan(as_known, option, start=bound.start_month, months=months) for option in wanted)
    whole = -(-futures // count) * count
    return Setting(
        as_known,
        bound,
        counted(bound.model, as_known.limits),
        _baseline_first(plans),
        whole,
        months,
        seed,
        gave_way,
    )


def _baseline_first(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    return tuple(sorted(plans, key=lambda one: bool(one.option.moves)))


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
    """
    futures: dict[str, Floats] = {}
    total = len(what.plans) * what.futures
    for place, one in enumerate(what.plans):
        before = place * what.futures

        def told(done: int, _: int, *, before: int = before) -> None:
            if progress is not None:
                progress(before + done, total)

        moves = what.moves(one.option.id)
        futures[one.option.id] = _played(what, moves, folder, told, player or on_cores())
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


def kernel_digest(what: Setting) -> str:
    """Digest of the model's text, for manifests."""
    return Kernel.of(what.counted.model).digest


def setting_of(
    view: View,
    *,
    options: Sequence[str] = ("all",),
    futures: int = FUTURES,
    months: int = MONTHS,
    seed: int = SEED,
    posterior: Posterior | None = None,
) -> Setting:
    """Make a case ready to play as of the view's date, from its history and, if given, its posterior.

    Raises
    ------
    BadPlay, BadModel
        As `setting` does.
    """

    def binding(points: int) -> BoundModel:
        return bind_case(view, points=points, posterior=posterior, fitted=posterior is not None)

    return setting(
        view.definition,
        options=options,
        futures=futures,
        months=months,
        seed=seed,
        as_of=view.as_of,
        binding=binding,
        history=history_of(view),
    )


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


def fewer(what: Setting, options: Sequence[str]) -> Setting:
    """The same setting with the baseline and these options alone."""
    return replace(
        what, plans=tuple(p for p in what.plans if p.option.id in options or p.option.id == what.baseline)
    )
