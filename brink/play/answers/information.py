"""What it would be worth to know: everything, one hypothesis, one parameter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brink.play.answers.grid import Floats

BINS = 10
SHOWN_BINS = 4


@dataclass(frozen=True, slots=True)
class Worth:
    """Fall of the expected loss if something were known before choosing, in the loss's unit."""

    about: str
    value: float
    error: float
    """Standard error over the points; a value below twice this cannot be told from nothing."""
    best: Mapping[str, str]
    """Best option for each answer."""


def perfect_information(losses: Floats, weights: Floats) -> float:
    """EVPI: expected loss of the best single option less that of choosing at each point.

    EVPI = min over options of E[L] - E[min over options of L], over points of shape
    [options, points] (Raiffa and Schlaifer 1961, section 4.5). Chance stays unknown: the
    losses are means over it, since no report can tell how luck will fall.
    """
    return float((losses @ weights).min() - losses.min(axis=0) @ weights)


def worth_of_answer(
    losses: Floats, weights: Floats, answer: NDArray[np.generic], *, about: str, options: Sequence[str]
) -> Worth:
    """EVPPI of a question with few answers: a hypothesis, a structure, a switch.

    EVPPI = min over options of sum_h w_h E[L|h] - sum_h w_h min over options of E[L|h],
    where w_h is the weight of answer h (Raiffa and Schlaifer 1961; for parts of the
    unknown, Brennan and others 2007, Med. Decis. Making 27(4), eq. 4). `answer` has shape
    [points].
    """
    labels, inverse = np.unique(answer, return_inverse=True)
    by_answer = _conditional_means(losses, weights, inverse, len(labels))
    share = np.bincount(inverse, weights=weights, minlength=len(labels))
    chosen = by_answer.argmin(axis=0)
    now = int((by_answer @ share).argmin())
    gain = by_answer[now] - by_answer[chosen, np.arange(len(labels))]
    best = {_label(label): options[pick] for label, pick in zip(labels, chosen, strict=True)}
    error = _error_of_gain(losses, weights, chosen[inverse], now)
    return Worth(about, float(gain @ share), error, best)


def worth_of_parameter(
    losses: Floats,
    weights: Floats,
    values: Floats,
    *,
    about: str,
    options: Sequence[str],
    bins: int = BINS,
) -> Worth:
    """EVPPI of a number, by bins of equal weight.

    Within each bin the best option is chosen on half of the points and valued on the
    other half, and the other way round. Choosing and valuing on the same points would find
    worth in noise (the bias that Strong and Oakley 2013, Med. Decis. Making 33(6), describe
    for partitions); this way a number that tells nothing is worth nothing on average.
    Bins see only what a parameter tells alone, not together with others.
    """
    if len(np.unique(values)) <= bins:
        return worth_of_answer(losses, weights, values, about=about, options=options)
    group = _bins(values, weights, bins)
    half = _halves(group)
    chosen = np.empty(len(values), dtype=int)
    now = int((losses @ weights).argmin())
    for side in (0, 1):
        learn = np.where(half == side, weights, 0)
        means = _conditional_means(losses, learn, group, bins)
        chosen[half != side] = means.argmin(axis=0)[group[half != side]]
    gain = losses[now] - losses[chosen, np.arange(len(values))]
    return Worth(
        about,
        float(gain @ weights),
        _error_of_gain(losses, weights, chosen, now),
        _by_range(losses, weights, values, options),
    )


def worths(
    losses: Floats,
    weights: Floats,
    questions: Mapping[str, NDArray[Any]],
    *,
    options: Sequence[str],
    answers: Collection[str],
) -> tuple[Worth, ...]:
    """What each question is worth, from the most to the least.

    `questions` are values at the points, each of shape [points]; those named in `answers` have few,
    the others are numbers.
    """
    found = [
        worth_of_answer(losses, weights, values, about=name, options=options)
        if name in answers
        else worth_of_parameter(losses, weights, values, about=name, options=options)
        for name, values in questions.items()
    ]
    return tuple(sorted(found, key=lambda worth: -worth.value))


def _conditional_means(losses: Floats, weights: Floats, group: NDArray[np.intp], groups: int) -> Floats:
    """Mean loss of each option in each group, shape [options, groups]."""
    total = np.bincount(group, weights=weights, minlength=groups)
    sums = np.stack([np.bincount(group, weights=weights * row, minlength=groups) for row in losses])
    means: Floats = sums / np.where(total > 0, total, 1)
    return means


def _error_of_gain(losses: Floats, weights: Floats, chosen: NDArray[np.intp], now: int) -> float:
    gain = losses[now] - losses[chosen, np.arange(len(chosen))]
    mean = float(gain @ weights)
    return float(np.sqrt(np.sum(weights**2 * (gain - mean) ** 2)))


def _bins(values: Floats, weights: Floats, bins: int) -> NDArray[np.intp]:
    order = np.argsort(values, kind="stable")
    passed = np.cumsum(weights[order]) - weights[order] / 2
    group = np.empty(len(values), dtype=np.intp)
    group[order] = np.minimum((passed / weights.sum() * bins).astype(np.intp), bins - 1)
    return group


def _halves(group: NDArray[np.intp]) -> NDArray[np.intp]:
    """Half of each group, by turns in the order of the points."""
    half = np.empty(len(group), dtype=np.intp)
    for label in np.unique(group):
        inside = np.flatnonzero(group == label)
        half[inside] = np.arange(len(inside)) % 2
    return half


def _by_range(losses: Floats, weights: Floats, values: Floats, options: Sequence[str]) -> dict[str, str]:
    """Best option by stretch of the parameter, neighbouring stretches with one choice joined.

    In coarser bins than the worth itself, so that the choice does not flicker with the noise.
    """
    group = _bins(values, weights, SHOWN_BINS)
    chosen = _conditional_means(losses, weights, group, SHOWN_BINS).argmin(axis=0)
    found: dict[str, str] = {}
    start = 0
    for at in range(1, len(chosen) + 1):
        if at == len(chosen) or chosen[at] != chosen[start]:
            inside = values[(group >= start) & (group < at)]
            if len(inside):
                found[f"{inside.min():.3g} to {inside.max():.3g}"] = options[chosen[start]]
            start = at
    return found


def _label(value: np.generic) -> str:
    return f"{value:g}" if np.issubdtype(type(value), np.number) else str(value)
