"""Rules that could be followed: levers pulled on thresholds, drawn within the means of the target."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from brink.case.definition import Definition
from brink.case.parts.options import Lever
from brink.errors import BadPlay
from brink.play.engine.moves import Pull, When
from brink.play.model.levers import OPPOSITES, lever_for, rung_of
from brink.play.model.mechanisms.ladder import GROUND

LEVELS = (0.5, 1.0)
LASTS = (1, 2, 3, 6)
TRIGGERS: dict[str, tuple[str, tuple[float, ...]]] = {
    "attacks": ("at least", (10, 15, 20, 30, 40)),
    "largest_attack": ("at least", (10, 20, 30, 50)),
    "truce": ("at most", (0,)),
    "host_support": ("at least", (0.6, 0.7, 0.8)),
    "interstate_deaths": ("at most", (0, 10)),
    "civilian_harm": ("at most", (0, 10, 30)),
    "money": ("at least", (4000, 5000, 6000)),
}
"""States that a rule may wait for, the side of the threshold, and the thresholds tried."""
UNITS = {"money": "USD million "}
MOST_CLAUSES = 3
ALWAYS = 0.35
"""Share of clauses that hold from the first month on, without a trigger."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One lever of the case, how far it is pulled, and when."""

    lever: Lever
    model_lever: str
    level: float
    lasts: int
    when: tuple[When, ...]

    @property
    def pull(self) -> Pull:
        """The clause for the engine, from the second month on."""
        lasts = self.lasts if self.when else None
        level = self.level * self.lever.strength.share
        return Pull(self.model_lever, level, first=1, lasts=lasts, when=self.when)

    def said(self) -> str:
        """The clause in words."""
        how = "" if self.level == 1 else f" at {self.level:.0%}"
        name = self.lever.name
        # "US money" keeps its capitals, "Drone strikes" does not.
        starts = name[:1].lower() if name[1:2].islower() else name[:1]
        what = f"{starts}{name[1:]}{how}"
        if not self.when:
            return f"{what} all the time"
        length = "a month" if self.lasts == 1 else f"{self.lasts} months"
        waits = " and ".join(
            f"{w.state.replace('_', ' ')} is {w.comparison} {UNITS.get(w.state, '')}{w.value:g}"
            for w in self.when
        )
        return f"{what} for {length} when {waits}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A policy of one to three clauses."""

    clauses: tuple[Clause, ...]

    @property
    def pulls(self) -> tuple[Pull, ...]:
        return tuple(clause.pull for clause in self.clauses)

    def said(self) -> str:
        """The rule in words."""
        return "; ".join(clause.said() for clause in self.clauses)

    @property
    def undoes_itself(self) -> bool:
        """Whether one clause takes back what another does, as easing the trade that crossings stop."""
        acts = {clause.lever.acts_on for clause in self.clauses}
        return any({one, other} <= acts for one, other in OPPOSITES)


def levers_within_means(definition: Definition) -> list[Lever]:
    """Levers of the case that do something in the model and are no campaign that has to be paid for."""
    found = []
    for lever in definition.levers:
        campaign = lever.rung is not None and rung_of(lever.rung) >= GROUND
        if not campaign and lever_for(definition, lever.id) is not None:
            found.append(lever)
    return found


def drawn_rules(
    definition: Definition, count: int, *, seed: int, among: Collection[str] | None = None
) -> list[Rule]:
    """Different rules drawn at random: lever, level, trigger and length of each clause evenly.

    `among` are the ids of the levers that may be pulled, by default all. Raises BadPlay where none is left.
    """
    levers = [one for one in levers_within_means(definition) if among is None or one.id in among]
    if not levers:
        raise BadPlay("no lever is left that a rule could pull within the money")
    rng = np.random.default_rng(seed)
    rules: dict[str, Rule] = {}
    for _ in range(20 * count):
        if len(rules) == count:
            break
        rule = _drawn(definition, levers, rng)
        if not rule.undoes_itself:
            rules.setdefault(rule.said(), rule)
    return list(rules.values())


def _drawn(definition: Definition, levers: Sequence[Lever], rng: np.random.Generator) -> Rule:
    size = int(rng.integers(1, min(MOST_CLAUSES, len(levers)) + 1))
    chosen = rng.choice(len(levers), size=size, replace=False)
    return Rule(tuple(_clause(definition, levers[int(at)], rng) for at in sorted(chosen)))


def _clause(definition: Definition, lever: Lever, rng: np.random.Generator) -> Clause:
    when: tuple[When, ...] = ()
    if rng.random() >= ALWAYS:
        states = rng.choice(list(TRIGGERS), size=int(rng.integers(1, 3)), replace=False)
        when = tuple(_trigger(str(state), rng) for state in sorted(states))
    model_lever = lever_for(definition, lever.id)
    assert model_lever is not None
    return Clause(lever, model_lever, float(rng.choice(LEVELS)), int(rng.choice(LASTS)), when)


def _trigger(state: str, rng: np.random.Generator) -> When:
    comparison, values = TRIGGERS[state]
    value = float(rng.choice(values))
    return When(state, "at least" if comparison == "at least" else "at most", value)
