"""Weights of the host's motives for the model: what the evidence says, beside what was held before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from brink.case.parts.evidence import Motive
from brink.case.view import View
from brink.errors import NotInCase
from brink.weigh.weighed import Answer
from brink.weigh.weighing import weigh


@dataclass(frozen=True, slots=True)
class MotiveWeights:
    """Weights of the variants H0 to H4, each set adding up to 1.

    They come from evidence on motives alone. Weights from fitting the model to data are
    another thing, and the two are never mixed here.
    """

    weighed: Mapping[Motive, float]
    prior: Mapping[Motive, float]
    question: str
    because: str


def motive_weights(view: View, *, discount: float | None = None) -> MotiveWeights:
    """The posterior of each motive that the case's hypotheses stand for, and its prior.

    Hypotheses without a motive are left out and the rest made to add up to 1.

    Raises
    ------
    NotInCase
        When no hypothesis of the case stands for a motive.
    """
    for question in weigh(view, discount=discount).questions:
        answers = [answer for answer in question.answers if answer.hypothesis.motive is not None]
        if answers:
            because = f"{len(question.pieces)} pieces of evidence weighed as of {view.as_of}"
            left_out = len(question.answers) - len(answers)
            if left_out:
                because += f"; {left_out} answers without a motive left out"
            weighed = _shares(answers, {a.hypothesis.id: a.posterior for a in answers})
            prior = _shares(answers, {a.hypothesis.id: a.prior for a in answers})
            return MotiveWeights(weighed, prior, question.question, because)
    raise NotInCase(f"no hypothesis of {view.title} has a motive; give one of H0 to H4 in case.yaml")


def _shares(answers: list[Answer], probability: Mapping[str, float]) -> dict[Motive, float]:
    total = sum(probability.values())
    out: dict[Motive, float] = {}
    for motive in get_args(Motive):
        own = [a for a in answers if a.hypothesis.motive == motive]
        if own:
            out[motive] = sum(probability[a.hypothesis.id] for a in own) / total if total else 0.0
    return out
