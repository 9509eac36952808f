"""Options under each motive of the host, and where belief in one changes which comes first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from brink.play.answers.differences import standard_error
from brink.play.answers.flips import Ranking, Stretch, means_by_answer, ranking
from brink.play.answers.grid import Floats, Grid
from brink.play.model.variants import MOTIVES


class ByMotive:
    """Mean losses of options by motive: `losses` has shape [options, points].

    `believed` are the weights of the motives that the points were drawn with.
    """

    def __init__(
        self, grid: Grid, losses: Floats, options: tuple[str, ...], believed: Mapping[str, float]
    ) -> None:
        self.grid = grid
        self.losses = losses
        self.options = options
        self.believed = believed

    @cached_property
    def means(self) -> Floats:
        """Mean loss under each motive that has points, shape [options, motives]."""
        answers = [float(motive[1]) for motive in self.motives]
        return means_by_answer(self.losses, self.grid.weights, self.grid.parameter("motive"), answers)

    @cached_property
    def motives(self) -> tuple[str, ...]:
        """Motives that points stand for."""
        present = set(np.unique(self.grid.parameter("motive")).astype(int).tolist())
        return tuple(motive for motive in MOTIVES if int(motive[1]) in present)

    @cached_property
    def rankings(self) -> tuple[Ranking, ...]:
        """For each motive, the best option as its weight goes from 0 to 1."""
        weights = self._prior
        if len(self.motives) < 2:
            return ()
        return tuple(
            ranking(self.means, weights, at, options=self.options, hypothesis=motive)
            for at, motive in enumerate(self.motives)
        )

    @cached_property
    def _prior(self) -> Floats:
        return np.array([self.believed.get(motive, 0.0) for motive in self.motives])

    def is_clear(self, motive: str, stretch: Stretch) -> bool:
        """Whether the best option of a stretch leads the next by two standard errors in its middle."""
        at = self.motives.index(motive)
        weights = self._prior
        others = np.delete(weights, at)
        share = np.insert(others / others.sum(), at, 0.0)
        middle = (stretch.start + stretch.end) / 2
        mixed = (1 - middle) * share
        mixed[at] = middle
        means = self.means @ mixed
        first, second = np.argsort(means, kind="stable")[:2]
        answer = self.grid.parameter("motive")
        by_point = np.zeros(self.grid.n_points)
        for weight, name in zip(mixed, self.motives, strict=True):
            inside = answer == float(name[1])
            by_point[inside] = weight / inside.sum()
        error = standard_error(self.losses[first] - self.losses[second], by_point)
        return bool(means[second] - means[first] > 2 * error)
