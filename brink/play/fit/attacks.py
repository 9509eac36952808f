"""The posterior of each structure of attacks, given the months before the as-of date."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.dates.months import month_interval
from brink.play.fit.attack_filter import Seen, filtered, stocks
from brink.play.fit.importance import Evaluated, Weighted, sample
from brink.play.fit.priors import Belief, Normal, Space, before_the_counts, log_density_of_log, picked, space
from brink.play.model.derived import monthly_feedback
from brink.play.model.history import History
from brink.play.model.priors import Known, column

Floats = NDArray[np.float64]
SHARED = (
    "attacks.dispersion", "attacks.drift", "attacks.season", "attacks.takeover_step", "truce.attacks",
    "strike.effect", "leader.attacks",
)  # fmt: skip
EXCITED = ("attacks.branching", "attacks.memory")
OF_STOCKS = (
    "attacks.stock_exponent", "fighters.recruits", "fighters.infiltration", "fighters.arrests",
    "fighters.prison_release",
)  # fmt: skip
OF_TREND = ("attacks.growth",)
LEVEL_SD = 1.0
"""Spread of the log level where the months begin, about the log mean of all: it sets the scale only."""
STOCK_THEN = {"sanctuary_then": (-0.3, 0.5), "inside_then": (-0.7, 0.7)}
"""Log of the stocks five years ago against what is believed of today's: mean and sd, an assumption."""
PEOPLE = 1000.0
OF_THE_GROUP = ("deaths.state_share", "deaths.civilian_share")
"""Shares whose medians say how many of the counted dead were the group's fighters."""
KEPT = (*SHARED, "attacks.growth", *OF_STOCKS)


@dataclass(frozen=True, slots=True)
class AttackFit:
    """One structure's weighted points, with their values by name."""

    structure: str
    space: Space
    weighted: Weighted
    values: Mapping[str, Floats]


def seen_of(history: History) -> Seen:
    """A history as the filter takes it."""
    return Seen(
        attacks=history.attacks.events,
        deaths=history.attacks.deaths,
        truce=history.truce,
        shock=history.shock,
        leaderless=history.leaderless,
        after_takeover=history.after_takeover,
        released=history.released,
        calendar_month=month_interval(history.first).start.month,
    )


def attack_space(definition: Definition, structure: str, *, mean_attacks: float) -> Space:
    """What is believed of one structure's numbers before the counts."""
    known = before_the_counts(definition)
    beliefs: dict[str, Belief] = {"level_then": Normal(math.log(max(mean_attacks, 0.5)), LEVEL_SD)}
    beliefs |= picked(known, SHARED)
    if structure in ("S1", "S2"):
        beliefs |= picked(known, EXCITED, under=structure)
    if structure == "S1":
        beliefs |= picked(known, OF_STOCKS, under=structure)
        beliefs |= {name: Normal(*shape) for name, shape in STOCK_THEN.items()}
    if structure == "S3":
        beliefs |= picked(known, OF_TREND, under=structure)
    return space(beliefs)


def fit_attacks(
    definition: Definition,
    history: History,
    structure: str,
    *,
    points: int = 2048,
    rounds: int = 4,
    particles: int = 128,
    seed: int = 1,
) -> AttackFit:
    """The posterior of one structure, as weighted points with the state each ends in."""
    seen = seen_of(history)
    of = attack_space(definition, structure, mean_attacks=float(seen.attacks.mean()))
    today = todays(definition)
    rng = np.random.default_rng([seed, int(structure[1])])

    def evaluate(z: Floats) -> Evaluated:
        return evaluated(of.values(z), seen, structure, today, particles=particles, rng=rng)

    weighted = sample(evaluate, len(of.names), points=points, rounds=rounds, seed=seed)
    return AttackFit(structure, of, weighted, of.values(weighted.z))


def todays(definition: Definition) -> dict[str, Known]:
    """Beliefs about today that bear on the past: sizes of the stocks, and whose the dead are."""
    known = before_the_counts(definition)
    return {name: known[name, None] for name in ("fighters.sanctuary", "fighters.inside", *OF_THE_GROUP)}


def evaluated(
    drawn: Mapping[str, Floats],
    seen: Seen,
    structure: str,
    today: Mapping[str, Known],
    *,
    particles: int,
    rng: np.random.Generator,
) -> Evaluated:
    """The likelihood of drawn values, with published sizes of today's stocks as one more observation."""
    values = filter_values(drawn, structure, today)
    found = filtered(values, seen, particles=particles, rng=rng)
    ends = dict(found.ends)
    ends |= {"feedback": values["feedback"], "memory": values["memory"], "growth_start": values["growth"]}
    monthly = found.monthly
    if structure == "S1":
        end = stocks(values, seen)
        ends["start_fighters_in_sanctuary"] = end.sanctuary[-1]
        ends["fighters_inside_start"] = end.inside[-1]
        sized = log_density_of_log(today["fighters.sanctuary"], end.sanctuary[-1] / PEOPLE)
        sized = sized + log_density_of_log(today["fighters.inside"], end.inside[-1] / PEOPLE)
        # It comes with the first month, so that held-out months are scored with it known.
        monthly = monthly.copy()
        monthly[:, 0] += sized
    return Evaluated(monthly, ends, found.replicates)


def filter_values(
    drawn: Mapping[str, Floats], structure: str, today: Mapping[str, Known]
) -> dict[str, Floats]:
    """Drawn values with what the filter needs beside: feedback and memory by the month, stocks in people."""
    points = len(drawn["level_then"])
    values = dict(drawn)
    nothing = np.zeros(points)
    values["feedback"], values["memory"], values["growth"] = nothing, nothing, nothing
    if structure == "S1":
        pairs = zip(drawn["attacks.branching"], drawn["attacks.memory"], strict=True)
        values["feedback"] = np.array([monthly_feedback(n, b) for n, b in pairs])
        for name in OF_THE_GROUP:
            values[name] = nothing + middle(today[name])
        for name, of in (("sanctuary_then", "fighters.sanctuary"), ("inside_then", "fighters.inside")):
            values[name] = middle(today[of]) * PEOPLE * np.exp(drawn[name])
    if structure == "S2":
        values["feedback"], values["memory"] = drawn["attacks.branching"], drawn["attacks.memory"]
    if structure == "S3":
        values["growth"] = np.log1p(drawn["attacks.growth"]) / 12.0
    return values


def middle(known: Known) -> float:
    """Median of a belief."""
    return known.at(0.5)


def columns_of(fit: AttackFit, rows: NDArray[np.int64]) -> dict[str, Floats]:
    """Columns of the model's table at some rows of a fit."""
    ends = fit.weighted.evaluated.ends
    out = {name: values[rows] for name, values in ends.items()}
    out |= {column(name): fit.values[name][rows] for name in KEPT if name in fit.values}
    return out
