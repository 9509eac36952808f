"""The model played forward: options, ensembles of futures, and what they answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brink.case.view import View
    from brink.play.report import Report


def play(
    case: View | Path | str,
    *,
    options: Sequence[str] = ("all",),
    futures: int = 50_000,
    months: int = 36,
    seed: int = 20221231,
    by: str = "killed",
    fit: bool = False,
) -> Report:
    """Play options of a case and compare them with holding; see `brink.play.report.play`."""
    # The engine is heavy; importing brink.play for one of its words must not load it.
    from brink.play import report

    return report.play(case, options=options, futures=futures, months=months, seed=seed, by=by, fit=fit)


class _Verb(ModuleType):
    """A module that is its own verb: `brink.play("sahel")` plays, `brink.play.report` is a part of it."""

    def __call__(self, case: View | Path | str, **how: Any) -> Report:
        return play(case, **how)


sys.modules[__name__].__class__ = _Verb
