"""Where the best option changes as one hypothesis is believed more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brink.errors import BadPlay
from brink.play.answers.grid import Floats


@dataclass(frozen=True, slots=True)
class Stretch:
    """An interval of the weight of one hypothesis with the option that is best in it."""

    option: str
    start: float
    end: float
    lead: float
    """Mean loss by which it leads the next best option in the middle of the stretch."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Which option is best as the weight of one hypothesis goes from 0 to 1."""

    hypothesis: str
    stretches: tuple[Stretch, ...]

    @property
    def flips(self) -> tuple[float, ...]:
        """Weights at which the best option changes."""
        return tuple(stretch.start for stretch in self.stretches[1:])

    def best_at(self, weight: float) -> str:
        """The best option at a weight between 0 and 1."""
        return next(s.option for s in reversed(self.stretches) if s.start <= weight)


def means_by_answer(losses: Floats, weights: Floats, answer: Floats, answers: Sequence[float]) -> Floats:
    """Mean loss of each option under each answer, shape [options, answers].

    Raises
    ------
    BadPlay
        When no point holds one of the answers.
    """
    columns = []
    for value in answers:
        inside = np.where(answer == value, weights, 0.0)
        if inside.sum() == 0:
            inside = (answer == value).astype(np.float64)
        if inside.sum() == 0:
            raise BadPlay(f"no point of the ensemble has answer {value:g}; play more points")
        columns.append(losses @ inside / inside.sum())
    return np.stack(columns, axis=1)


def ranking(
    by_answer: Floats, weights: Floats, which: int, *, options: Sequence[str], hypothesis: str
) -> Ranking:
    """The best option for every weight of one hypothesis, the others keeping their proportions.

    The mean loss of an option is a straight line in the weight, from its mean over the
    other hypotheses at 0 to its mean under this one at 1; the best option is the lower
    envelope of the lines, found exactly.
    """
    others = np.delete(weights, which)
    rest = np.delete(by_answer, which, axis=1)
    share = others / others.sum() if others.sum() > 0 else np.full(len(others), 1 / len(others))
    at_zero, at_one = rest @ share, by_answer[:, which]
    stretches: list[Stretch] = []
    position, current = 0.0, _best(at_zero, at_one)
    while position < 1:
        end, following = _next_crossing(at_zero, at_one, current, position)
        stretches.append(
            Stretch(options[current], position, end, _lead(at_zero, at_one, current, (position + end) / 2))
        )
        position, current = end, following
    return Ranking(hypothesis, tuple(stretches))


def _best(at_zero: Floats, at_one: Floats) -> int:
    """The lowest line just right of 0: by its value there, then by its slope."""
    return int(np.lexsort((at_one - at_zero, at_zero))[0])


def _next_crossing(at_zero: Floats, at_one: Floats, current: int, position: float) -> tuple[float, int]:
    slope = at_one - at_zero
    falls_faster = slope < slope[current]
    gap = at_zero - at_zero[current]
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = np.where(falls_faster, gap / (slope[current] - slope), np.inf)
    crossing = np.where(crossing > position, crossing, np.inf)
    first = float(crossing.min())
    if first >= 1:
        return 1.0, current
    ties = np.flatnonzero(crossing <= first)
    return first, int(ties[slope[ties].argmin()])


def _lead(at_zero: Floats, at_one: Floats, current: int, weight: float) -> float:
    value = at_zero + weight * (at_one - at_zero)
    others = np.delete(value, current)
    return float(others.min() - value[current]) if len(others) else float("inf")


def best_under(
    by_answer: Floats, beliefs: Mapping[str, Floats], options: Sequence[str]
) -> dict[str, tuple[str, float]]:
    """Best option and its mean loss under each set of weights, kept side by side and never merged.

    `by_answer` has shape [options, answers], where answers may be hypotheses or points, and each
    set of weights shape [answers].
    """
    found = {}
    for name, weights in beliefs.items():
        means = by_answer @ (np.asarray(weights) / np.sum(weights))
        found[name] = (options[int(means.argmin())], float(means.min()))
    return found
