"""What is played: a case bound to the model, its options as plans, and how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from brink.errors import BadPlay
from brink.play.answers.measures import Counted, counted
from brink.play.engine.compiled import Kernel
from brink.play.engine.job import Job
from brink.play.engine.moves import MoveTable
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

Binding = Callable[[int], BoundModel]
"""Gives the numbers of so many parameter points."""


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


def fewer(what: Setting, options: Sequence[str]) -> Setting:
    """The same setting with the baseline and these options alone."""
    return replace(
        what, plans=tuple(p for p in what.plans if p.option.id in options or p.option.id == what.baseline)
    )
