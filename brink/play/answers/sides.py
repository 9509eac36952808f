"""The order of the options under each set of weights, side by side and never merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from brink.play.answers.differences import standard_error

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers

SOURCE_SAID = {
    "judged": "as judged in the case",
    "held-out months": "from months held out of the fit",
    "weighed evidence": "from weighing the evidence",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One open option under one set of weights."""

    belief: str
    option: str
    rank: int
    """1 is best by the mean of the leading measure."""
    difference: float
    """Mean difference from the baseline in the same futures, in the measure's unit."""
    error: float
    """Its standard error over the points as they count under these weights."""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def sides(answers: Answers) -> Iterator[Side]:
    """Every open option under every belief, in the order of the judged weights."""
    measure = answers.measure.outcome
    for belief, weights in answers.point_weights.items():
        means = answers.losses @ weights
        ranks = {
            answers.open_options[at]: rank for rank, at in enumerate(np.argsort(means, kind="stable"), 1)
        }
        for option in answers.ranking:
            change = answers.grid.change(option, measure).mean(axis=0)
            yield Side(
                belief, option, ranks[option], float(weights @ change), standard_error(change, weights)
            )


def points_that_count(answers: Answers, belief: str) -> int:
    """The number of equally weighted points that would be as sure (Kish 1965, section 11.7)."""
    weights = answers.point_weights[belief]
    return round(float(weights.sum() ** 2 / np.sum(weights**2)))


def weights_said(answers: Answers, belief: str) -> str:
    """The weights of a belief in words: `S1 50%, S2 30%, … ; leverage 20%, …`."""
    held = answers.beliefs[belief]
    parts = [f"{name} {weight:.0%}" for name, weight in (held.structures or {}).items()]
    parts += [f"{answers.motive_words[name]} {weight:.0%}" for name, weight in (held.motives or {}).items()]
    return ", ".join(parts)


def _held_said(answers: Answers, belief: str) -> str:
    return f"{weights_said(answers, belief)}; as sure as {points_that_count(answers, belief):,} points"


def sides_said(answers: Answers) -> Iterator[str]:
    """Whether the sets of weights agree on what comes first, and what they hold."""
    first = {belief: answers.best_by_belief[belief][0] for belief in answers.beliefs}
    held = {belief: f"{SOURCE_SAID.get(belief, belief)} ({_held_said(answers, belief)})" for belief in first}
    if len(set(first.values())) == 1 and len(first) > 1:
        shown = " that can be shown" if answers.without_points else ""
        yield (
            f"“{answers.name(answers.best)}” comes first with every set of weights{shown}; they are kept "
            f"apart all the same: {'; '.join(held.values())}."
        )
    else:
        for belief, best in first.items():
            yield f"Best with the weights {held[belief]}: “{answers.name(best)}”."
    if len(set(first.values())) > 1:
        yield "The sets of weights disagree on what comes first, and are not merged: say which you hold."
    for belief, empty in answers.without_points.items():
        yield (
            f"The weights {SOURCE_SAID.get(belief, belief)} cannot be shown: of {answers.grid.n_points} "
            f"points none stands for {', '.join(empty)}; play more futures."
        )
    known = {*answers.beliefs, *answers.without_points}
    if "weighed evidence" not in known and len(answers.by_motive.motives) > 1:
        yield "No evidence is weighed on the motives yet, so that their weights are the priors of the case."
