"""What the evidence says of each answer, how firmly, and which piece of it decides."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from brink.case.parts.evidence import Hypothesis
from brink.case.view import View
from brink.errors import BadJudgement, NotInCase, nearest
from brink.weigh.items import Evidence
from brink.weigh.links import Link, links_of
from brink.weigh.matrix import Matrix
from brink.weigh.posterior import Array, bits_between, drawn_range, extremes, flip_prior, with_priors
from brink.weigh.scales import band_of, default_discount
from brink.weigh.tells import looks
from brink.weigh.weighed import Answer, Origin, Piece, Question, Weighing


def weigh(
    view: View, *, discount: float | None = None, priors: Mapping[str, float] | None = None
) -> Weighing:
    """The hypotheses of a case against the evidence linked to them.

    The posterior of h is its prior times the product of the ratios of its links, each raised to
    the weight of its piece of evidence, over the sum of the same for all answers: naive Bayes
    with the powers that `brink.weigh.origins.shares` gives. Suggestions that nobody accepted
    count for nothing. `priors` sets priors by hypothesis in place of the case's; the others
    answering the same question keep their proportions.

    Raises
    ------
    BadJudgement
        When the discount or a prior does not lie between 0 and 1.
    NotInCase
        When a prior is set for a hypothesis that the case does not have.
    """
    _check(view, priors or {})
    power = default_discount() if discount is None else discount
    if not 0 <= power <= 1:
        raise BadJudgement(f"the discount must lie between 0 (count each origin once) and 1, got {power:g}")
    links, dormant = links_of(view, Evidence(view))
    by_question: dict[str, list[Hypothesis]] = {}
    for hypothesis in view.definition.hypotheses:
        by_question.setdefault(hypothesis.question, []).append(hypothesis)
    questions = tuple(
        _question(view, answers, links, power, priors or {}) for answers in by_question.values()
    )
    return Weighing(questions, power, tuple(dormant))


def _check(view: View, priors: Mapping[str, float]) -> None:
    known = [hypothesis.id for hypothesis in view.definition.hypotheses]
    for name, value in priors.items():
        if name not in known:
            listed = f" (hypotheses: {', '.join(known)})" if known else "; case.yaml lists none"
            raise NotInCase(f"no hypothesis {name!r} in {view.title}{nearest(name, known)}{listed}")
        if not 0 <= value <= 1:
            raise BadJudgement(f"the prior of {name} must lie between 0 and 1, got {value:g}")


def _priors(hypotheses: list[Hypothesis], priors: Mapping[str, float]) -> Array:
    held = np.array([hypothesis.prior for hypothesis in hypotheses])
    places = {i: priors[h.id] for i, h in enumerate(hypotheses) if h.id in priors}
    if sum(places.values()) > 1 + 1e-9:
        raise BadJudgement(f"priors set for one question add up to {sum(places.values()):g}, more than 1")
    return with_priors(held, places) if places else held


def _question(
    view: View,
    hypotheses: list[Hypothesis],
    links: list[Link],
    discount: float,
    priors: Mapping[str, float],
) -> Question:
    names = [hypothesis.id for hypothesis in hypotheses]
    prior = _priors(hypotheses, priors)
    matrix = Matrix.of(names, prior, links, discount=discount)
    now = dict(zip(names, map(float, matrix.posterior), strict=True))
    return Question(
        question=hypotheses[0].question,
        answers=_answers(hypotheses, matrix),
        pieces=_pieces(matrix),
        origins=_origins(matrix),
        looks=looks(view, hypotheses, now),
        undiscounted=_by_name(matrix.at(1.0)),
        once=_by_name(matrix.at(0.0)),
    )


def _by_name(matrix: Matrix) -> dict[str, float]:
    return dict(zip(matrix.hypotheses, map(float, matrix.posterior), strict=True))


def _leader(matrix: Matrix) -> int:
    """Place of the most probable answer; among equals the first."""
    return int(np.argmax(matrix.posterior.round(12)))


def _answers(hypotheses: list[Hypothesis], matrix: Matrix) -> tuple[Answer, ...]:
    low, high = drawn_range(matrix.prior, matrix.low, matrix.high, matrix.weights, keys=matrix.keys)
    least, most = extremes(matrix.prior, matrix.low, matrix.high, matrix.weights)
    lead = _leader(matrix)
    made = [
        Answer(
            hypothesis, float(matrix.prior[i]), float(matrix.posterior[i]), float(low[i]), float(high[i]),
            float(least[i]), float(most[i]),
            None if i == lead else flip_prior(matrix.prior, matrix.evidence, lead, i),
        )
        for i, hypothesis in enumerate(hypotheses)
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda a: -round(a.posterior, 12)))


def _pieces(matrix: Matrix) -> tuple[Piece, ...]:
    lead = _leader(matrix)
    made = []
    for row, item in enumerate(matrix.items):
        rest = matrix.without(frozenset([item.id]))
        level = _level_ratio(matrix, row, lead)
        moved = matrix.weights[row] * matrix.middle[row]
        links = {h: matrix.links[item.id, h] for h in matrix.hypotheses if (item.id, h) in matrix.links}
        made.append(
            Piece(
                item=item,
                links=links,
                share=matrix.shares[item.id],
                ratio=10.0 ** matrix.spreads[item.id],
                weights=dict(zip(matrix.hypotheses, map(float, matrix.weights[row]), strict=True)),
                counted=float(10.0 ** (moved.max() - moved.min())),
                bits=bits_between(matrix.posterior, rest.posterior),
                without=_by_name(rest),
                flips=_leader(rest) != lead,
                level_ratio=level,
                level_band=band_of(level) if level is not None else None,
            )
        )
    return tuple(sorted(made, key=lambda p: (-round(p.ratio, 9), -round(p.bits, 9), p.item.id)))


def _level_ratio(matrix: Matrix, row: int, lead: int) -> float | None:
    """The ratio for the leader that would let the runner-up draw level, weights as they are."""
    item, name = matrix.items[row], matrix.hypotheses[lead]
    if (item.id, name) not in matrix.links or not matrix.weights[row, lead] or len(matrix.hypotheses) < 2:
        return None
    second = np.sort(matrix.posterior)[-2]
    if second == 0:
        return None
    gap = float(np.log10(matrix.posterior[lead] / second))
    return float(10.0 ** (matrix.middle[row, lead] - gap / matrix.weights[row, lead]))


def _origins(matrix: Matrix) -> tuple[Origin, ...]:
    made = []
    for (what, which), names in matrix.origins.items():
        rest = matrix.without(frozenset(names))
        bits = bits_between(matrix.posterior, rest.posterior)
        made.append(Origin(what, which, names, bits, _by_name(rest), _leader(rest) != _leader(matrix)))
    return tuple(sorted(made, key=lambda o: (-round(o.bits, 9), o.what, o.which)))
