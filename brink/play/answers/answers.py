"""Everything that one ensemble answers about the options of a case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from brink.play.answers.beliefs import Belief, Beliefs
from brink.play.answers.by_motive import ByMotive
from brink.play.answers.differences import (
    Difference,
    Level,
    difference,
    futures_needed,
    level,
)
from brink.play.answers.discovery import Failure, backfires, failure
from brink.play.answers.flips import best_under
from brink.play.answers.grid import Floats, Grid, Measure
from brink.play.answers.information import Worth, perfect_information, worths
from brink.play.answers.measures import LEADING, column
from brink.play.answers.readings import Readings, motive_words
from brink.play.answers.robustness import (
    Kept,
    Regret,
    kept,
    mean_of_worst,
    regrets,
    worst_variant,
)
from brink.play.answers.signs import Sign, signs
from brink.play.answers.tradeoffs import efficient_share
from brink.play.model.priors import Known
from brink.play.model.rests_on import Followed, Grounds
from brink.play.model.strengths import LeverStrength, lever_strengths
from brink.play.options.bill import Bill
from brink.play.options.means import Means, means
from brink.play.playing import Played
from brink.play.setting import Setting

OBJECTIVES = ("killed", "money", "fighting_months")
"""What the trade-off is between: lives, money and war."""
VARIANTS = ("structure", "motive")

PRIOR = "judged"
"""The belief that the points were drawn with: the weights of case.yaml."""


class Answers:
    """The answers of an ensemble under one measure; each is worked out when first asked for.

    `beliefs` are weights of structures and motives kept side by side. All other numbers are
    under the weights that the points were drawn with, which come first. `so_far` counts the rows
    like each tell that the case already holds, by hypothesis and what one would see; `grounds`
    lead numbers of the model to rows of the case.
    """

    def __init__(
        self,
        played: Played,
        measure: str = LEADING,
        *,
        beliefs: Beliefs | None = None,
        so_far: Mapping[tuple[str, str], int] | None = None,
        grounds: Grounds | None = None,
    ) -> None:
        self.setting: Setting = played.setting
        self.grid: Grid = played.grid
        self.measure: Measure = column(measure).measure
        bound = self.setting.bound
        drawn = Belief(bound.structure_weights, bound.motive_weights)
        asked: Beliefs = {PRIOR: drawn, **(beliefs or {})}
        self.without_points: Mapping[str, list[str]] = {
            name: empty
            for name, one in asked.items()
            if name != PRIOR
            and (empty := bound.without_points(structures=one.structures, motives=one.motives))
        }
        """Beliefs that too few points were played for, and what they give weight to without one."""
        self.beliefs: Beliefs = {name: one for name, one in asked.items() if name not in self.without_points}
        self._so_far = so_far or {}
        self._grounds = grounds

    @property
    def options(self) -> tuple[str, ...]:
        return self.grid.options

    @property
    def baseline(self) -> str:
        return self.grid.baseline

    def name(self, option: str) -> str:
        return self.setting.plan(option).option.name

    def difference(self, option: str, outcome: str | None = None) -> Difference:
        return difference(self.grid, option, outcome or self.measure.outcome)

    def level(self, option: str, outcome: str | None = None) -> Level:
        return level(self.grid, option, outcome or self.measure.outcome)

    @cached_property
    def readings(self) -> Readings:
        return Readings(self.setting.definition, self.setting.bound)

    def rests_on(self, known: Known) -> tuple[Followed, ...]:
        """The rows of the case that a number rests on; none where the case was not given."""
        return self._grounds.of(known) if self._grounds is not None else ()

    @cached_property
    def strengths(self) -> Mapping[str, LeverStrength]:
        """How strong each lever is taken to be, by its id; nothing where the case was not given."""
        found = lever_strengths(self._grounds.view, self._grounds) if self._grounds is not None else ()
        return {one.lever: one for one in found}

    @cached_property
    def bills(self) -> Mapping[str, Bill]:
        return {option: self.setting.bill(option) for option in self.options}

    @cached_property
    def means(self) -> Mapping[str, Means]:
        return {
            option: means(self.grid, self.setting.plan(option), self.bills[option]) for option in self.options
        }

    @cached_property
    def open_options(self) -> tuple[str, ...]:
        """Options that are compared: not outside the money, and only the first of several that are alike."""
        return tuple(
            o
            for o in self.options
            if self.means[o].verdict != "outside the money"
            and not any(self.options.index(other) < self.options.index(o) for other in self.alike[o])
        )

    @cached_property
    def alike(self) -> Mapping[str, tuple[str, ...]]:
        """For each option, others that pull the same levers, so that the model cannot tell them apart."""
        keys = {o: self.setting.moves(o).digest for o in self.options}
        groups = {key: [o for o in self.options if keys[o] == key] for key in keys.values()}
        return {o: tuple(other for other in groups[keys[o]] if other != o) for o in self.options}

    @cached_property
    def regrets(self) -> Mapping[str, Regret]:
        return {row.option: row for row in regrets(self.grid, self.measure, among=self.open_options)}

    @cached_property
    def kept(self) -> Mapping[str, Kept]:
        """Limits kept by option; empty when the case sets none."""
        bounds = self.setting.counted.bounds
        return {o: kept(self.grid, o, bounds) for o in self.options} if bounds else {}

    @cached_property
    def losses(self) -> Floats:
        """Mean loss at each point of the options that are open, shape [options, points]."""
        return self.losses_by(self.measure.outcome)

    def losses_by(self, measure: str) -> Floats:
        """The same by any measure."""
        rows = [self.options.index(option) for option in self.open_options]
        return self.grid.losses(column(measure).measure)[rows]

    def unit_of(self, measure: str) -> str:
        return column(measure).unit

    @cached_property
    def ranking(self) -> tuple[str, ...]:
        """Open options from the lowest mean loss to the highest."""
        order = np.argsort(self.losses @ self.grid.weights, kind="stable")
        return tuple(self.open_options[i] for i in order)

    @property
    def best(self) -> str:
        return self.ranking[0]

    def worst_tenth(self, option: str) -> float:
        """Mean loss over the worst tenth of the points."""
        losses = self.grid.losses(self.measure)[self.options.index(option)]
        return mean_of_worst(losses, self.grid.weights)

    def worst_variant(self, option: str) -> tuple[str, float]:
        return worst_variant(self.grid, option, self.measure, VARIANTS)

    @cached_property
    def on_front(self) -> Mapping[str, float]:
        """How surely each open option is beaten by no other on lives, money and war together."""
        measures = [column(name).measure for name in OBJECTIVES]
        return efficient_share(self.grid, measures, among=self.open_options)

    @cached_property
    def failures(self) -> Mapping[str, Failure]:
        """When each option does worse than the baseline."""
        return {o: self._failure(o) for o in self.options if o != self.baseline}

    def _failure(self, option: str) -> Failure:
        fails = backfires(self.grid, option, self.measure)
        return failure(self.grid, option, fails, self.readings, unless=self.readings.others)

    @cached_property
    def worth_of_all(self) -> float:
        """Fall of the expected loss if everything but chance were known."""
        return perfect_information(self.losses, self.grid.weights)

    @cached_property
    def worths(self) -> tuple[Worth, ...]:
        """What each question is worth, from the most to the least."""
        questions = {name: self.grid.parameter(name) for name in self.readings.varying}
        return worths(self.losses, self.grid.weights, questions, options=self.open_options, answers=VARIANTS)

    @cached_property
    def by_motive(self) -> ByMotive:
        """The same under each motive of the host, and where belief in one changes what comes first."""
        return ByMotive(self.grid, self.losses, self.open_options, self.setting.bound.motive_weights)

    @cached_property
    def point_weights(self) -> Mapping[str, Floats]:
        """Weights of the points under each belief, shape [points]."""
        bound = self.setting.bound
        return {
            name: self.grid.weights
            if name == PRIOR
            else bound.weights(structures=belief.structures, motives=belief.motives)
            for name, belief in self.beliefs.items()
        }

    @property
    def on_motives(self) -> tuple[str, ...]:
        """Beliefs that say something on motives."""
        return tuple(name for name, belief in self.beliefs.items() if belief.motives is not None)

    @cached_property
    def best_by_belief(self) -> Mapping[str, tuple[str, float]]:
        """Best option and its mean loss under each belief, side by side and never merged."""
        return best_under(self.losses, self.point_weights, self.open_options)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """What looking for each tell of the hypotheses is worth, under each belief on motives and measure."""
        measures = tuple(dict.fromkeys((self.measure.outcome, *OBJECTIVES)))
        return signs(self, measures, self._so_far)

    @cached_property
    def motive_words(self) -> Mapping[str, str]:
        return motive_words(self.setting.definition)

    def futures_needed(self, option: str) -> int | None:
        return futures_needed(self.grid, option, self.measure.outcome)
