"""Outcomes of every option in the same futures, with chance and ignorance on axes of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadPlay, nearest

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is compared between options, its unit, and whether more of it is better."""

    outcome: str
    unit: str
    more_is_better: bool = False

    def loss(self, values: Floats) -> Floats:
        """Values turned so that less is better; any shape."""
        return -values if self.more_is_better else values


@dataclass(frozen=True, slots=True)
class Grid:
    """Outcomes of options, played in the same futures.

    A future is a *point* (one draw of everything unknown: parameters, structure, motive)
    with a *repeat* (one draw of chance). Future f has point `f % n_points`.

    `values` holds for each option an array [repeats, points, outcomes]; `parameters` has
    shape [points, parameters]; `weights`, shape [points], adds up to 1 and says how far
    each point is believed.
    """

    values: Mapping[str, Floats]
    outcomes: tuple[str, ...]
    parameters: Floats
    names: tuple[str, ...]
    weights: Floats
    baseline: str

    @classmethod
    def of(
        cls,
        futures: Mapping[str, Floats],
        *,
        outcomes: Sequence[str],
        parameters: Floats,
        names: Sequence[str],
        baseline: str,
        weights: Floats | None = None,
    ) -> Grid:
        """A grid from outcomes by future, shape [futures, outcomes] for each option.

        Raises
        ------
        BadPlay
            When the futures are not a whole number of repeats of the points, or the
            baseline is not among the options.
        """
        points = len(parameters)
        for option, array in futures.items():
            if len(array) == 0 or len(array) % points:
                raise BadPlay(
                    f"option {option!r} has {len(array)} futures, which are no whole number of repeats of "
                    f"{points} points; play a multiple of {points}"
                )
        if baseline not in futures:
            raise BadPlay(f"the baseline {baseline!r} was not played; played: {', '.join(futures)}")
        shaped = {key: array.reshape(-1, points, len(outcomes)) for key, array in futures.items()}
        even = np.full(points, 1 / points)
        belief = even if weights is None else np.asarray(weights, dtype=np.float64) / np.sum(weights)
        return cls(shaped, tuple(outcomes), parameters, tuple(names), belief, baseline)

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(self.values)

    @property
    def n_points(self) -> int:
        return len(self.parameters)

    @property
    def n_repeats(self) -> int:
        return int(self.values[self.baseline].shape[0])

    def believed(self, weights: Floats) -> Grid:
        """The same futures under another belief about the points."""
        return replace(self, weights=np.asarray(weights, dtype=np.float64) / np.sum(weights))

    def outcome(self, option: str, outcome: str) -> Floats:
        """One outcome of one option, shape [repeats, points]."""
        return np.asarray(self.values[option][:, :, self._at(outcome)], dtype=np.float64)

    def change(self, option: str, outcome: str) -> Floats:
        """Difference from the baseline in the same future, shape [repeats, points]."""
        return self.outcome(option, outcome) - self.outcome(self.baseline, outcome)

    def point_means(self, outcome: str) -> Floats:
        """Mean over chance at each point, shape [options, points]."""
        return np.stack([self.outcome(option, outcome).mean(axis=0) for option in self.options])

    def losses(self, measure: Measure) -> Floats:
        """Mean loss over chance at each point, shape [options, points]; less is better."""
        return measure.loss(self.point_means(measure.outcome))

    def parameter(self, name: str) -> Floats:
        """One parameter at each point, shape [points]."""
        if name not in self.names:
            raise BadPlay(f"the model has no parameter {name!r}{nearest(name, self.names)}")
        return self.parameters[:, self.names.index(name)]

    def _at(self, outcome: str) -> int:
        if outcome not in self.outcomes:
            raise BadPlay(
                f"{outcome!r} is not an outcome of the model; outcomes: {', '.join(self.outcomes)}"
                f"{nearest(outcome, self.outcomes)}"
            )
        return self.outcomes.index(outcome)


def weighted_quantile(values: Floats, weights: Floats, level: float) -> float:
    """The smallest value at which the weights add up to `level` of their total.

    The inverse of the weighted empirical distribution; with even weights it is Hyndman
    and Fan (1996), definition 1.
    """
    order = np.argsort(values, kind="stable")
    total = np.cumsum(weights[order])
    at = int(np.searchsorted(total, level * total[-1] * (1 - 1e-12)))
    return float(values[order][min(at, len(values) - 1)])
