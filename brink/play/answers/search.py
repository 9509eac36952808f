"""A search for rules that are good whatever the motive and the structure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from brink.play.answers.answers import VARIANTS
from brink.play.answers.grid import Floats
from brink.play.answers.measures import column
from brink.play.answers.tradeoffs import undominated
from brink.play.engine.moves import MoveTable
from brink.play.engine.simulate import simulate
from brink.play.options.rules import Rule, drawn_rules
from brink.play.playing import measured
from brink.play.setting import Setting

KEEP = 3
"""One rule in so many goes on to the next round."""
OBJECTIVES = ("killed", "money")


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule with its differences from holding: mean, and the worst over structure and motive.

    `worst` and `mean` are losses in the order of OBJECTIVES: people killed, and USD million
    of reserves given up. Negative is better than holding.
    """

    rule: Rule
    mean: tuple[float, ...]
    worst: tuple[float, ...]
    worst_error: tuple[float, ...]
    """Standard error of the mean in that worst case, over its parameter points."""
    worst_in: tuple[str, ...]
    futures: int


def search(
    what: Setting, *, rules: int, futures: int, seed: int = 1, among: Collection[str] | None = None
) -> list[Trial]:
    """The front of rules on the worst case over variants, from the best in lives down.

    Successive halving (Jamieson and Talwalkar 2016, AISTATS): all rules are played in
    `futures`; a third goes on to three times as many, by undominated layers and then by
    lives; and so on. The last third is judged in futures that the search never saw, so that
    a rule is not shown for the luck that chose it. `among` are the levers that rules may pull.
    """
    pool = drawn_rules(what.definition, rules, seed=seed, among=among)
    size = _whole(what, futures)
    while len(pool) > KEEP * 2:
        held = _played(what, MoveTable.of(what.counted.model), size, first=0)
        trials = [_trial(what, rule, held, size, first=0) for rule in pool]
        pool = [trial.rule for trial in _ordered(trials)[: max(KEEP * 2, len(pool) // KEEP)]]
        size *= KEEP
    unseen = _played(what, MoveTable.of(what.counted.model), size, first=size)
    final = [_trial(what, rule, unseen, size, first=size) for rule in pool]
    on = undominated(np.array([trial.worst for trial in final]))
    return sorted((t for t, keep in zip(final, on, strict=True) if keep), key=lambda t: t.worst)


def _whole(what: Setting, futures: int) -> int:
    return -(-futures // what.points) * what.points


def _ordered(trials: Sequence[Trial]) -> list[Trial]:
    """Undominated first, then undominated among the rest, and so on; within a layer by lives."""
    rest, out = list(trials), []
    while rest:
        on = undominated(np.array([trial.worst for trial in rest]))
        layer = [trial for trial, keep in zip(rest, on, strict=True) if keep]
        out += sorted(layer, key=lambda trial: trial.worst)
        rest = [trial for trial, keep in zip(rest, on, strict=True) if not keep]
    return out


def _played(what: Setting, moves: MoveTable, count: int, *, first: int) -> Floats:
    """Loss of each objective at each point, over chance: shape [objectives, points]."""
    ensemble = simulate(
        what.counted.model, what.bound.table, moves, seed=what.seed, count=count, first=first,
        months=what.months, keep="futures",
    )  # fmt: skip
    values = measured(what, ensemble).astype(np.float64).reshape(-1, what.points, len(what.counted.names))
    means = values.mean(axis=0)
    return np.stack(
        [column(name).measure.loss(means[:, what.counted.names.index(name)]) for name in OBJECTIVES]
    )


def _trial(what: Setting, rule: Rule, held: Floats, count: int, *, first: int) -> Trial:
    moves = MoveTable.of(what.counted.model, rule.pulls)
    change = _played(what, moves, count, first=first) - held
    worst = [max(_by_variant(what, row)) for row in change]
    return Trial(
        rule,
        mean=tuple(float(row.mean()) for row in change),
        worst=tuple(one[0] for one in worst),
        worst_error=tuple(one[1] for one in worst),
        worst_in=tuple(one[2] for one in worst),
        futures=count,
    )


def _by_variant(what: Setting, change: Floats) -> list[tuple[float, float, str]]:
    """Mean, its standard error and name of every structure and motive."""
    keys = np.stack([what.bound.values(name) for name in VARIANTS], axis=1)
    found = []
    for key in np.unique(keys, axis=0):
        inside = change[(keys == key).all(axis=1)]
        error = float(inside.std(ddof=1) / np.sqrt(len(inside))) if len(inside) > 1 else float("inf")
        found.append((float(inside.mean()), error, f"S{key[0]:g}, H{key[1]:g}"))
    return found
