"""What looking for one tell would be worth before choosing, and which order either sight would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from brink.case.parts.evidence import Hypothesis, Tell
from brink.play.answers.grid import Floats
from brink.weigh.tells import chances_under

if TYPE_CHECKING:
    from brink.play.answers.answers import Answers


@dataclass(frozen=True, slots=True)
class Look:
    """Worth of a look at something that is seen or not, in the unit of the loss."""

    chance: float
    """Probability of seeing it."""
    value: float
    """Fall of the expected loss, which is the fall of the expected regret."""
    error: float
    """Standard error over the points; a value below twice this cannot be told from nothing."""
    now: tuple[int, ...]
    if_seen: tuple[int, ...]
    if_not: tuple[int, ...]
    """Options from best to worst now, and after either sight."""


def worth_of_look(losses: Floats, weights: Floats, seen: Floats) -> Look:
    """EVSI of one look, by preposterior analysis.

    EVSI = min over options of E[L] - sum over sights s of p(s) min over options of E[L|s], with the
    weight of a point after s in proportion to w p(s|point) (Raiffa and Schlaifer 1961, chapter 4).
    With two sights of known chance the sum is exact; samples too rich to be listed need the
    regression of Strong and others 2015, Med. Decis. Making 35(5).

    `losses` has shape [options, points], `weights` and `seen` have shape [points]; `seen` is the
    chance of seeing it where a point is the truth.
    """
    joint = np.stack([weights * seen, weights * (1 - seen)])
    after = losses @ joint.T
    now, chosen = int((losses @ weights).argmin()), after.argmin(axis=0)
    gain = seen * (losses[now] - losses[chosen[0]]) + (1 - seen) * (losses[now] - losses[chosen[1]])
    value = float(gain @ weights)
    return Look(
        chance=float(joint[0].sum()),
        value=value,
        error=float(np.sqrt(np.sum(weights**2 * (gain - value) ** 2))),
        now=_order(losses @ weights),
        if_seen=_order(after[:, 0]),
        if_not=_order(after[:, 1]),
    )


def _order(means: Floats) -> tuple[int, ...]:
    return tuple(int(place) for place in np.argsort(means, kind="stable"))


@dataclass(frozen=True, slots=True)
class Sign:
    """One tell of the case's hypotheses under one belief and one measure."""

    belief: str
    measure: str
    unit: str
    hypothesis: str
    speaks: str
    """`for` or `against` its hypothesis."""
    sees: str
    within: str | None
    assumed: bool
    """Whether one of its chances is the scale's default rather than the case's own."""
    so_far: int | None
    """Rows like it that the case already holds; None where no row can show it."""
    chance: float
    worth: float
    error: float
    now: tuple[str, ...]
    if_seen: tuple[str, ...]
    if_not: tuple[str, ...]

    @property
    def turns(self) -> bool:
        """Whether either sight would put another option first."""
        return self.now[0] != self.if_seen[0] or self.now[0] != self.if_not[0]

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for programs."""
        return {
            "belief": self.belief,
            "measure": self.measure,
            "unit": self.unit,
            "hypothesis": self.hypothesis,
            "speaks": self.speaks,
            "sees": self.sees,
            "within": self.within,
            "assumed": self.assumed,
            "so_far": self.so_far,
            "chance": round(self.chance, 4),
            "worth": self.worth,
            "error": self.error,
            "turns": self.turns,
            "now": list(self.now),
            "if_seen": list(self.if_seen),
            "if_not": list(self.if_not),
        }


def signs(
    answers: Answers, measures: Sequence[str], so_far: Mapping[tuple[str, str], int]
) -> tuple[Sign, ...]:
    """Every tell of the answers on motives, under each belief about them, the worthiest first.

    A look at it is read through the chances that `brink weigh` uses; the points are reweighted by
    their motive alone, since a tell speaks of nothing else.
    """
    found = [
        sign
        for belief, weights in answers.point_weights.items()
        if belief in answers.on_motives
        for measure in measures
        for sign in _signs(answers, measure, belief, weights, so_far)
    ]
    # Regret counts in the unit of each measure, so that worths are ordered within one alone.
    return tuple(sorted(found, key=lambda sign: (measures.index(sign.measure), -sign.worth, sign.sees)))


def _signs(
    answers: Answers, measure: str, belief: str, weights: Floats, so_far: Mapping[tuple[str, str], int]
) -> Iterator[Sign]:
    losses, unit = answers.losses_by(measure), answers.unit_of(measure)
    for hypotheses in _questions(answers.setting.definition.hypotheses):
        names = [one.id for one in hypotheses]
        for hypothesis, key, tell in _tells(hypotheses):
            chances, assumed = chances_under(key, tell, hypothesis.id, names)
            look = worth_of_look(losses, weights, _at_points(answers, hypotheses, chances))
            yield Sign(
                belief=belief,
                measure=measure,
                unit=unit,
                hypothesis=hypothesis.id,
                speaks="for" if key == "if_true" else "against",
                sees=tell.sees,
                within=str(tell.within) if tell.within else None,
                assumed=assumed,
                so_far=so_far.get((hypothesis.id, tell.sees)),
                chance=look.chance,
                worth=look.value,
                error=look.error,
                now=_named(answers, look.now),
                if_seen=_named(answers, look.if_seen),
                if_not=_named(answers, look.if_not),
            )


def _questions(hypotheses: Sequence[Hypothesis]) -> list[list[Hypothesis]]:
    """Answers by question, of questions on motives."""
    grouped: dict[str, list[Hypothesis]] = {}
    for hypothesis in hypotheses:
        grouped.setdefault(hypothesis.question, []).append(hypothesis)
    return [group for group in grouped.values() if any(one.motive is not None for one in group)]


def _tells(hypotheses: Sequence[Hypothesis]) -> Iterator[tuple[Hypothesis, str, Tell]]:
    for hypothesis in hypotheses:
        for key, tells in (("if_true", hypothesis.if_true), ("if_false", hypothesis.if_false)):
            for tell in tells:
                yield hypothesis, key, tell


def _at_points(answers: Answers, hypotheses: Sequence[Hypothesis], chances: Mapping[str, float]) -> Floats:
    """The chance of seeing a tell at each point, by its motive; answers of one motive by their priors."""
    motive = answers.grid.parameter("motive")
    seen = np.full(len(motive), np.nan)
    for name in {one.motive for one in hypotheses if one.motive is not None}:
        own = [one for one in hypotheses if one.motive == name]
        priors = np.array([one.prior for one in own])
        share = priors / priors.sum() if priors.sum() > 0 else np.full(len(own), 1 / len(own))
        seen[motive == float(name[1])] = share @ np.array([chances[one.id] for one in own])
    # A motive that no answer stands for tells nothing either way.
    return np.where(np.isnan(seen), np.nanmean(seen), seen)


def _named(answers: Answers, order: Sequence[int]) -> tuple[str, ...]:
    return tuple(answers.open_options[place] for place in order)
