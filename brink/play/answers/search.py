"""A search for rules that are good whatever the motive and the structure, told where it did not look."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

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
class Judged:
    """Differences of a rule from holding over some points: mean, and the worst over structure and motive.

    `worst` and `mean` are losses in the order of OBJECTIVES: people killed, and USD million
    of reserves given up. Negative is better than holding.
    """

    mean: tuple[float, ...]
    worst: tuple[float, ...]
    worst_error: tuple[float, ...]
    """Standard error of the mean in that worst case, over its parameter points."""
    worst_in: tuple[str, ...]
    points: int
    futures: int


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule of the front as the search saw it, and at points and in futures that it did not see."""

    rule: Rule
    searched: Judged
    unseen: Judged
    stays: bool
    """Whether it is on the front of the last rules at the unseen points too."""


def search(
    what: Setting, *, rules: int, futures: int, seed: int = 1, among: Collection[str] | None = None
) -> list[Trial]:
    """The front of rules on the worst case over variants, from the best in lives down.

    Successive halving (Jamieson and Talwalkar 2016, AISTATS) at one half of the points: all
    rules are played in `futures`; a third goes on to three times as many, by undominated
    layers and then by lives; and so on. The front of the last rules is chosen there, and told
    at the other half, in futures of its own: what chose a rule flatters it (Smith and Winkler
    2006, Management Science 52(3), the optimizer's curse). `among` are the levers that rules
    may pull.
    """
    here, there = halves(what, seed=seed)
    pool = drawn_rules(what.definition, rules, seed=seed, among=among)
    size = futures
    while len(pool) > KEEP * 2:
        ordered = _by_layers(pool, _judged(here, pool, size, first=0))
        pool = ordered[: max(KEEP * 2, len(pool) // KEEP)]
        size *= KEEP
    searched = _judged(here, pool, size, first=0)
    unseen = _judged(there, pool, size, first=_whole(here, size))
    chosen, stays = _on_front(searched), _on_front(unseen)
    found = zip(pool, searched, unseen, stays, strict=True)
    front = [Trial(*one) for one, keep in zip(found, chosen, strict=True) if keep]
    return sorted(front, key=lambda trial: trial.searched.worst)


def halves(what: Setting, *, seed: int) -> tuple[Setting, Setting]:
    """The setting on one half of its points, and on the other.

    Points that were given the same draw of what drives attacks lie on one side, so that no
    number of the fit is searched on and told on.
    """
    drawn = np.stack([what.bound.structure, what.bound.values("attacks_level")], axis=1)
    _, group = np.unique(drawn, axis=0, return_inverse=True)
    order = np.random.default_rng(seed).permutation(int(group.max()) + 1)
    first = order[group] < len(order) / 2
    return _only(what, first), _only(what, ~first)


def _only(what: Setting, rows: NDArray[np.bool_]) -> Setting:
    bound = what.bound
    kept = replace(bound, table=bound.table[rows], structure=bound.structure[rows], motive=bound.motive[rows])
    return replace(what, bound=kept)


def higher_elsewhere(found: Sequence[Trial]) -> tuple[float, float]:
    """How many more are killed in the rules' worst cases at unseen points, on average, and its error.

    The error is that of one worst case against the other, as if the rules of a front, which
    share their points, all erred together.
    """
    more = [trial.unseen.worst[0] - trial.searched.worst[0] for trial in found]
    errors = [np.hypot(trial.unseen.worst_error[0], trial.searched.worst_error[0]) for trial in found]
    return float(np.mean(more)), float(np.mean(errors))


def _whole(what: Setting, futures: int) -> int:
    return -(-futures // what.points) * what.points


def _on_front(judged: Sequence[Judged]) -> list[bool]:
    return [bool(one) for one in undominated(np.array([each.worst for each in judged]))]


def _by_layers(pool: Sequence[Rule], judged: Sequence[Judged]) -> list[Rule]:
    """Undominated first, then undominated among the rest, and so on; within a layer by lives."""
    rest, out = list(zip(pool, judged, strict=True)), []
    while rest:
        on = _on_front([one for _, one in rest])
        layer = [pair for pair, keep in zip(rest, on, strict=True) if keep]
        out += [rule for rule, _ in sorted(layer, key=lambda pair: pair[1].worst)]
        rest = [pair for pair, keep in zip(rest, on, strict=True) if not keep]
    return out


def _judged(what: Setting, rules: Sequence[Rule], futures: int, *, first: int) -> list[Judged]:
    """Each rule against holding in the futures from `first` on, in whole repeats of the points."""
    size, start = _whole(what, futures), _whole(what, first)
    held = _played(what, MoveTable.of(what.counted.model), size, first=start)
    return [_one(what, rule, held, size, first=start) for rule in rules]


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


def _one(what: Setting, rule: Rule, held: Floats, count: int, *, first: int) -> Judged:
    moves = MoveTable.of(what.counted.model, rule.pulls)
    change = _played(what, moves, count, first=first) - held
    worst = [max(_by_variant(what, row)) for row in change]
    return Judged(
        mean=tuple(float(row.mean()) for row in change),
        worst=tuple(one[0] for one in worst),
        worst_error=tuple(one[1] for one in worst),
        worst_in=tuple(one[2] for one in worst),
        points=what.points,
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
